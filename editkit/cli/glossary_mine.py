"""`editkit glossary mine`: a glossary proposed from a corpus."""

from itertools import islice
from os.path import realpath
from pathlib import Path

import click


@click.command("mine")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="FILE", help="Write the table here.")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True)
@click.option(
    "--min-count",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Leave out what is met less often.",
)
@click.option(
    "-g", "--glossary", "known", multiple=True, metavar="FILE", help="Leave out what it has."
)
@click.option("--lang", default="en-US", show_default=True, help="Language of the texts.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    *,
    output: str | None,
    limit: int,
    min_count: int,
    known: tuple[str, ...],
    lang: str,
) -> None:
    """Propose a glossary: the likely terms of articles, best first, as CSV to edit.

    The exit code is 0, or 2 where a file cannot be read; the others count.
    """
    from editkit.cli.notices import complain  # noqa: PLC0415  (help needs none of these)
    from editkit.fixing.atomic_write import write_atomically  # noqa: PLC0415  (as above)
    from editkit.linting.discovery import expand, skipped_remark  # noqa: PLC0415  (as above)
    from editkit.linting.lint_file import parse  # noqa: PLC0415  (as above)
    from editkit.termbase import load, merge  # noqa: PLC0415  (as above)
    from editkit.termbase.mine import candidates, keys  # noqa: PLC0415  (as above)
    from editkit.termbase.mined_table import render  # noqa: PLC0415  (as above)
    from editkit.termbase.term_counts import Census  # noqa: PLC0415  (as above)

    had = keys(merge(load(path).glossary for path in known), lang)
    census, unread = Census(), False
    skipped: set[str] = set()
    for found in expand(paths, skipped):
        parsed = parse(found, lang)
        if parsed.fault is not None:
            complain(f"{found.uri}: {parsed.fault.message}")
            unread = True
        else:
            census.add(parsed.documents)
    skipped -= set(map(realpath, known))
    if skipped:
        complain(skipped_remark(skipped))
    table = render(islice(candidates(census, known=had, min_count=min_count), limit))
    if output is None:
        click.echo(table.encode(), nl=False)
    else:
        write_atomically(Path(output), table.encode())
    context.exit(2 if unread else 0)
