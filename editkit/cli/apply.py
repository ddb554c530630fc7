"""Command `editkit apply`."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, TypeVar

import click

from editkit.cli.notices import print_stderr
from editkit.cli.outputs import refuse_overwrite
from editkit.cli.parameters.help import HelpCommand
from editkit.cli.parameters.options import format_of_option
from editkit.cli.parameters.report_options import ReportRequest, report_options
from editkit.cli.parameters.tracking_options import tracking_options
from editkit.config import Configuration
from editkit.config.project_files import check_may_write
from editkit.core.errors import InputError, single_file
from editkit.core.fix import Tracked
from editkit.reviewing.apply import ApplyTargets, apply_decisions
from editkit.reviewing.decisions import document_name, read_decisions
from editkit.reviewing.plan import FilePlan
from editkit.text.counts import format_count

R = TypeVar("R")
_HELP = """\
Apply the decisions of a review page.

Each file gets all of its edits or none: a file changed since the review is refused.

Exit status: 0 all edits applied, 2 otherwise.
"""


_TARGET_OPTIONS = (
    click.option("--baseline", metavar="FILE", help="Baseline to record suppressed issues in."),
    click.option("--words", metavar="FILE", help="Word list to record accepted spellings in."),
    click.option(
        "-g", "--glossary", metavar="FILE", help="Glossary (CSV, TSV) to record new rows in."
    ),
)


def _target_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the files that decisions may be added to, as `named`."""

    @wraps(command)
    def wrapped(*args: Any, **options: Any) -> R:  # noqa: ANN401  (passed on by click)
        named = ApplyTargets(*map(options.pop, ("baseline", "words", "glossary")))
        return command(*args, **options, named=named)

    for option in reversed(_TARGET_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


@click.command("apply", cls=HelpCommand, help=_HELP)
@click.argument("decisions", metavar="DECISIONS.json")
@click.option(
    "--root",
    default=".",
    metavar="DIR",
    help="Base folder of the paths in the decisions [default: current folder].",
)
@_target_options
@format_of_option
@report_options
@click.option("--report", metavar="FILE", help="Write a change report (HTML).")
@tracking_options
@click.option("--dry-run", is_flag=True, help="Print a diff and change nothing.")
def command(
    decisions: str,
    root: str,
    *,
    named: ApplyTargets,
    formats: tuple[tuple[str, str], ...],
    report_request: ReportRequest,
    tracked: Tracked | None,
    dry_run: bool,
) -> int:
    """Run `editkit apply` and return its exit code."""
    given = {"baseline": named.baseline, "formats": formats}
    configuration = Configuration({name: value for name, value in given.items() if value})
    settings = configuration.for_folder(root)
    targets = replace(named, baseline=settings.baseline)
    parsed = read_decisions(decisions, stream_ok=True)
    has_suppressions = any(each.suppress for file in parsed.files for each in file.decisions)
    if settings.baseline is not None and has_suppressions:
        check_may_write(settings, settings.baseline, "--baseline")
    inputs = (decisions, *(f"{root}/{file.path}" for file in parsed.files))
    if targets.words:
        refuse_overwrite(targets.words, inputs, "--words")
    if report := report_request.path:
        refuse_overwrite(report, (*inputs, *targets.paths), "--report")
    result = apply_decisions(
        parsed,
        root,
        targets,
        format_for=configuration.format_for,
        tracked=tracked,
        write=not dry_run,
    )
    exit_codes = {_print_outcome(file, dry_run=dry_run) for file in result.files}
    for notice in result.notices:
        print_stderr(f"{notice.uri}: {notice.message}" if notice.uri else notice.message)
    for added in result.added:
        if dry_run:
            print_stderr(f"{added} (dry run)")
        else:
            click.echo(str(added))
    if report:
        from editkit.cli.change_report import write_report  # noqa: PLC0415  (as above)

        head = report_request.head.or_else(parsed.head)
        write_report(report, result.files, applied=not dry_run, head=head)
        print_stderr(f"{report}: change report written")
    return max(exit_codes, default=0)


def _print_outcome(file: FilePlan, *, dry_run: bool) -> int:
    """Print what became of a file, or its diff, and return the exit code."""
    try:
        if file.error is not None:
            raise file.error
        if dry_run and not file.is_made:
            click.echo(_diff(file), nl=False)
        else:
            made = "already applied" if file.is_made else "made"
            click.echo(f"{file.path}: {format_count(file.edit_count, 'edit')} {made}")
    except InputError as error:
        print_stderr(str(error))
        return 2
    return 0


def _diff(file: FilePlan) -> bytes:
    """Return the diffs of all parts of a file; raise InputError if that fails."""
    from editkit.report.unified_diff import unified_diff  # noqa: PLC0415  (only --dry-run needs it)

    bom = "\ufeff" if file.bom else ""
    with single_file(file.path, "cannot be shown as a diff"):
        diffs = (
            unified_diff(document_name(file.path, each.part), each.raw, each.splices, bom=bom)
            for each in file.parts
        )
        return "".join(diffs).encode()
