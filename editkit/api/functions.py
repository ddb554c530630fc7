"""Functions that lint, fix, normalize and review with one session for the whole process."""

import atexit
import os
from collections.abc import Iterator
from functools import cache
from typing import Unpack

from editkit.api.names import FormatName, PluginName
from editkit.api.operations import Operations, refuse_lone
from editkit.api.options import GlossarySource, Options, Paths, read_options
from editkit.api.text import TEXT_URI, Text
from editkit.baseline import load_filter
from editkit.core.errors import InputError
from editkit.core.glossary import Glossary
from editkit.core.result import FileResult
from editkit.fixing.fix_loop import FixPolicy
from editkit.linting.session import Session


def lint(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    source: str | None = None,
    format: FormatName | PluginName = "plain",  # noqa: A002  (the name of the command-line option)
    uri: str = TEXT_URI,
    **options: Unpack[Options],
) -> FileResult:
    """Return the result of linting a text, as `Linter.lint` does.

    Raises InputError for an invalid option, glossary or text.
    """
    return _operations(glossary, options).lint(Text(text, uri, format, source))


def fix(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
    unsafe: bool = False,
    **options: Unpack[Options],
) -> str:
    """Return a text with every safe fix applied; with `unsafe`, all fixes."""
    operations = _operations(glossary, options)
    return operations.fix(Text(text, format=format), FixPolicy(unsafe)).text


def normalize(
    text: str,
    *,
    glossary: GlossarySource,
    format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
    unsafe: bool = False,
    **options: Unpack[Options],
) -> str:
    """Return a text with the glossary's safe corrections applied; with `unsafe`, all of them.

    Starts no engine. Normalizing the returned text again does not change it. Raises InputError
    if `glossary` is None.
    """
    if glossary is None:
        raise InputError("normalize needs a glossary: pass glossary=.")
    policy = FixPolicy(unsafe, terms_only=True)
    return _operations(glossary, options).fix(Text(text, format=format), policy).text


def review(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    source: str | None = None,
    format: FormatName | PluginName = "plain",  # noqa: A002  (as above)
    uri: str = TEXT_URI,
    **options: Unpack[Options],
) -> str:
    """Return a page for accepting or rejecting each proposed edit, as `Linter.review` does."""
    return _operations(glossary, options).review(Text(text, uri, format, source))


def lint_paths(
    paths: Paths, *, glossary: GlossarySource | None = None, **options: Unpack[Options]
) -> Iterator[FileResult]:
    """Yield the result of each file that `paths` match, as `Linter.lint_paths` does."""
    refuse_lone(paths, "lint_paths")
    return _operations(glossary, options).lint_paths(paths)


def load_glossary(path: str | os.PathLike[str]) -> Glossary:
    """Return the glossary in a CSV, TSV, XLSX or TBX file; raise InputError if it has none."""
    from editkit.termbase import load  # noqa: PLC0415  (only needed with a glossary file)

    return load(path).glossary


@cache
def _session() -> Session:
    session = Session(load_filter=load_filter)
    atexit.register(session.close)
    return session


def _operations(glossary: GlossarySource | None, options: Options) -> Operations:
    return Operations(_session(), read_options(glossary, options))
