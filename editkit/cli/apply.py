"""editkit apply."""

import click

from editkit.cli.told import complain
from editkit.pipeline.decide import Applied, apply_decisions
from editkit.pipeline.decisions import read_decisions


@click.command("apply")
@click.argument("decisions", metavar="DECISIONS.json")
@click.option(
    "--root",
    default=".",
    metavar="DIR",
    help="Folder that the paths in the decisions start from; the current one unless given.",
)
@click.option("--dry-run", is_flag=True, help="Show the changes as a diff and make none.")
def command(decisions: str, root: str, *, dry_run: bool) -> int:
    """Make the edits that were accepted or rewritten on a review page.

    Of each file all edits are made or none: a file that has changed since the
    review is refused. Exits with 0 where everything was made, else with 2.
    """
    exit_code = 0
    for applied in apply_decisions(read_decisions(decisions), root, write=not dry_run):
        if applied.error is not None:
            complain(str(applied.error))
            exit_code = 2
        elif dry_run:
            click.echo(_diff(applied).encode(), nl=False)
        else:
            edits = "1 edit" if applied.made == 1 else f"{applied.made} edits"
            click.echo(f"{applied.path}: {edits} made")
    return exit_code


def _diff(applied: Applied) -> str:
    from editkit.report.patch import unified_diff  # noqa: PLC0415  (only --dry-run needs it)

    bom = "\ufeff" if applied.bom else ""
    return unified_diff(applied.path, applied.raw, applied.splices, bom=bom)
