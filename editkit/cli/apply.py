"""editkit apply."""

import click

from editkit.cli.notices import complain
from editkit.config import Configuration
from editkit.reviewing.apply import Places, carry_out
from editkit.reviewing.decisions import read_decisions
from editkit.reviewing.plan import Applied
from editkit.text.plural_messages import counted


@click.command("apply")
@click.argument("decisions", metavar="DECISIONS.json")
@click.option(
    "--root",
    default=".",
    metavar="DIR",
    help="Folder that the paths in the decisions start from; the current one unless given.",
)
@click.option("--baseline", metavar="FILE", help="Takes the issues that are to be suppressed.")
@click.option("--words", metavar="FILE", help="Word list that takes the words that are right.")
@click.option("-g", "--glossary", metavar="FILE", help="CSV or TSV that takes the glossary rows.")
@click.option("--report", metavar="FILE", help="Write a change report to print, as HTML.")
@click.option("--dry-run", is_flag=True, help="Show the changes as a diff and make none.")
def command(
    decisions: str,
    root: str,
    *,
    baseline: str | None,
    words: str | None,
    glossary: str | None,
    report: str | None,
    dry_run: bool,
) -> int:
    """Make the edits that were accepted or rewritten on a review page.

    Of each file all edits are made or none: a file that has changed since the
    review is refused. The baseline is the configuration's unless one is named.
    Exits with 0 where everything was made, else with 2.
    """
    places = Places(baseline or Configuration().at(root).baseline, words, glossary)
    wanted = read_decisions(decisions)
    if report:
        from editkit.cli.change_report import spare  # noqa: PLC0415  (seldom asked for)

        spare(report, decisions, [f"{root}/{file.path}" for file in wanted.files])
    outcome = carry_out(wanted, root, places, write=not dry_run)
    for applied in outcome.files:
        if applied.error is not None:
            complain(str(applied.error))
        elif dry_run:
            click.echo(_diff(applied).encode(), nl=False)
        else:
            click.echo(f"{applied.path}: {counted(applied.made, 'edit')} made")
    for notice in outcome.notices:
        complain(f"{notice.uri}: {notice.message}" if notice.uri else notice.message)
    for added in outcome.added:
        if dry_run:
            complain(f"{added} if this were no dry run")
        else:
            click.echo(str(added))
    if report:
        from editkit.cli.change_report import write_report  # noqa: PLC0415  (as above)

        write_report(report, outcome.files, done=not dry_run)
        complain(f"{report}: change report written")
    return 2 if outcome.refused else 0


def _diff(applied: Applied) -> str:
    from editkit.report.unified_diff import unified_diff  # noqa: PLC0415  (only --dry-run needs it)

    bom = "\ufeff" if applied.bom else ""
    return unified_diff(applied.path, applied.raw, applied.splices, bom=bom)
