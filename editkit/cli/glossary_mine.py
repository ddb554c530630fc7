"""Command `editkit glossary mine`: proposes a glossary from articles."""

from itertools import islice
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

import click

from editkit.cli.parameters.file_options import no_ignore_option
from editkit.cli.parameters.help import HelpCommand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editkit.termbase.mine import Candidate

_HELP = """\
Build a glossary from articles: likely terms as CSV, best first, to edit.

Exit status: 0, or 2 if a file cannot be read; the other files are used.
"""


@click.command(
    "mine", cls=HelpCommand, help=_HELP, short_help="Propose a glossary from articles, as CSV."
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", metavar="FILE", help="File to write the table to [default: standard output]."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=200,
    metavar="N",
    help="Largest number of rows [default: 200].",
)
@click.option(
    "--min-count",
    type=click.IntRange(min=1),
    default=3,
    metavar="N",
    help="Smallest number of occurrences of a term [default: 3].",
)
@click.option(
    "-g",
    "--glossary",
    "known",
    multiple=True,
    metavar="FILE",
    help="Skip terms of this glossary.",
)
@click.option(
    "--lang", default="en-US", metavar="TAG", help="Language of the articles [default: en-US]."
)
@click.option(
    "--synonyms",
    is_flag=True,
    help="Also propose phrases that may be the same term. Requires editkit[similar].",
)
@no_ignore_option
@click.pass_context
def command(  # noqa: PLR0913  (one parameter for each option)
    context: click.Context,
    paths: tuple[str, ...],
    *,
    output: str | None,
    limit: int,
    min_count: int,
    known: tuple[str, ...],
    lang: str,
    synonyms: bool,
    no_ignore: bool,
) -> None:
    """Run `editkit glossary mine`."""
    from editkit.cli.notices import print_stderr  # noqa: PLC0415  (help needs none of these)
    from editkit.cli.outputs import refuse_overwrite  # noqa: PLC0415  (as above)
    from editkit.consistency.similar_phrases import ModifiedPhrases  # noqa: PLC0415  (as above)
    from editkit.core.errors import InputError, single_file  # noqa: PLC0415  (as above)
    from editkit.fixing.atomic_write import write_atomically  # noqa: PLC0415  (as above)
    from editkit.languages.en.phrase_vectors import load_model  # noqa: PLC0415  (as above)
    from editkit.linting.files.discovery import expand, skipped_files_message  # noqa: PLC0415  (as above)
    from editkit.linting.files.ignored_paths import PathFilter  # noqa: PLC0415  (as above)
    from editkit.linting.lint_file import read_segmented  # noqa: PLC0415  (as above)
    from editkit.termbase import load, merge  # noqa: PLC0415  (as above)
    from editkit.termbase.mine import glossary_keys, mine_terms  # noqa: PLC0415  (as above)
    from editkit.termbase.mined_table import render_csv  # noqa: PLC0415  (as above)
    from editkit.termbase.similar_terms import add_similar_terms  # noqa: PLC0415  (as above)
    from editkit.termbase.term_counts import TermCounts  # noqa: PLC0415  (as above)

    if synonyms:
        load_model()  # before anything is read
    known_keys = glossary_keys(merge(load(path).glossary for path in known), lang)
    counts, phrases, has_unread = TermCounts(), ModifiedPhrases(), False
    skipped: set[str] = set()
    search = PathFilter(reads_files=not no_ignore)
    files = list(expand(paths, skipped, search))
    for notice in search.notices:
        print_stderr(f"{notice.uri}: {notice.message}")
    if output is not None:
        refuse_overwrite(output, (*known, *(file.uri for file in files)), "-o")
    for found in files:
        try:
            with single_file(found.uri, "cannot be counted"):
                documents = read_segmented(found, lang).documents
                counts.add(documents)
                if synonyms:
                    phrases.add(documents)
        except InputError as error:
            print_stderr(f"{found.uri}: {error.message}")
            has_unread = True
    skipped -= set(map(realpath, known))
    if skipped:
        print_stderr(skipped_files_message(skipped))
    candidates: Iterable[Candidate] = islice(
        mine_terms(counts, known=known_keys, min_count=min_count), limit
    )
    if synonyms:
        candidates = add_similar_terms(candidates, phrases.similar(), known=known_keys)
    table = render_csv(candidates)
    if output is None:
        click.echo(table.encode(), nl=False)
    else:
        write_atomically(Path(output), table.encode())
    context.exit(2 if has_unread else 0)
