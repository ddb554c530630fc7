"""The library: a text in, its issues or its corrected form out."""

import atexit
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, Unpack

from editkit.config import Configuration, Settings
from editkit.config.values import settings_values
from editkit.core.errors import InputError
from editkit.core.glossary import Glossary
from editkit.core.result import FileResult
from editkit.fixing.fix_loop import Trust, correct
from editkit.linting.discover_settings import find
from editkit.linting.discovery import Found
from editkit.linting.session import Session

TEXT = "<text>"
GlossarySource = Glossary | str | os.PathLike[str]


class Options(TypedDict, total=False):
    """What every function here takes; the defaults are the command line's.

    `engine` is "auto", "languagetool", "harper", "both" or "none". It is "auto"
    unless set, so that a text has the same issues here as in a terminal; an
    engine is started by the first call that needs it, serves all later ones and
    goes with the process. Whoever wants only editkit's own checks, as over
    millions of articles, says engine="none" or selects families without one.
    `words` names files of words that are always right, one a line, `packs` packs
    and files of them; `select` and `ignore` hold rule ids and families, `rules`
    the options of rules by their ids. Unlike the command line, nothing here
    remembers results.
    """

    words: str | Iterable[str]
    lang: str
    engine: str
    offline: bool
    languagetool_url: str
    packs: Iterable[str]
    select: Iterable[str]
    ignore: Iterable[str]
    min_severity: str
    min_confidence: str
    rules: dict[str, dict[str, object]]


def lint(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    format: str = "plain",  # noqa: A002  (what callers know it by)
    **options: Unpack[Options],
) -> FileResult:
    """Return the issues of a text, under `result.issues`, in order of position.

    No configuration file is read. Raises InputError for an option, glossary or
    text that cannot be used.
    """
    fields, given = _fields(glossary, options)
    return _checked(_found(text, format), Settings(**fields), given)


def normalize(
    text: str,
    *,
    glossary: GlossarySource,
    format: str = "plain",  # noqa: A002  (as above)
    unsafe: bool = False,
    **options: Unpack[Options],
) -> str:
    """Return a text with the glossary's corrections: the safe ones, or with `unsafe` all.

    Starts no engine. Done twice, the second time changes nothing.
    """
    return _corrected(text, glossary, format, Trust(unsafe, terms=True), options)


def fix(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    format: str = "plain",  # noqa: A002  (as above)
    unsafe: bool = False,
    **options: Unpack[Options],
) -> str:
    """Return a text with every safe correction made, or with `unsafe` the others, too."""
    return _corrected(text, glossary, format, Trust(unsafe), options)


def review(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    source: str | None = None,
    format: str = "plain",  # noqa: A002  (as above)
    **options: Unpack[Options],
) -> str:
    """Return a self-contained HTML page on which a person decides about each proposed edit.

    The paragraphs of `source`, the text that this one was translated from, stand
    beside the edits if there are as many; else the page says why they do not.
    """
    from editkit.linting.rule_index import rationales  # noqa: PLC0415  (only the page needs them)
    from editkit.reviewing.page import render  # noqa: PLC0415  (as above)
    from editkit.reviewing.source_text import Originals, beside  # noqa: PLC0415  (as below)

    options.setdefault("min_confidence", "low")
    options.setdefault("min_severity", "info")
    result = lint(text, glossary=glossary, format=format, **options)
    originals: Originals = {}
    if source is not None:
        result, originals = beside(result, source, "The original")
    return render([result], rationales=rationales(), originals=originals)


def lint_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    glossary: GlossarySource | None = None,
    **options: Unpack[Options],
) -> Iterator[FileResult]:
    """Yield the result of each file that `paths` name, one at a time.

    Each file has the settings of its nearest configuration file, which the
    arguments outweigh. A file that cannot be read has a result whose `package`
    is None and whose `notices` say why.
    """
    fields, given = _fields(glossary, options)
    files = find((os.fspath(path) for path in paths), Configuration(fields))
    yield from _session().run(files, given)


def load_glossary(path: str | os.PathLike[str]) -> Glossary:
    """Return the glossary in a CSV, TSV, XLSX or TBX file; raise InputError where it has none."""
    from editkit.termbase import load  # noqa: PLC0415  (only where it is asked for)

    return load(path).glossary


@cache
def _session() -> Session:
    session = Session()
    atexit.register(session.close)
    return session


def _checked(found: Found, settings: Settings, glossary: Glossary | None) -> FileResult:
    [result] = _session().run([(settings, found)], glossary)
    if result.package is None:
        raise InputError(result.notices[-1].message, uri=result.uri)
    return result


def _corrected(
    text: str, glossary: GlossarySource | None, form: str, trust: Trust, options: Options
) -> str:
    fields, given = _fields(glossary, options)
    settings = trust.narrowed(Settings(**fields))

    def checked(data: bytes) -> FileResult:
        return _checked(Found(TEXT, data=data, format=form), settings, given)

    corrected = correct(checked(_bytes(text)), trust, checked)
    return corrected.after.decode("utf-8")


def _found(text: str, form: str) -> Found:
    return Found(TEXT, data=_bytes(text), format=form)


def _bytes(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"There is half a character at {error.start}.", uri=TEXT) from None


def _fields(
    glossary: GlossarySource | None, options: Options
) -> tuple[dict[str, Any], Glossary | None]:
    """Return the fields of `Settings` that were given, and the glossary where it is at hand."""
    table: dict[str, object] = {
        name.replace("_", "-"): tuple(value) if isinstance(value, set | frozenset) else value
        for name, value in options.items()
    }
    if glossary is None or isinstance(glossary, Glossary):
        return settings_values(table, Path()), glossary
    return settings_values({**table, "glossary": os.fspath(glossary)}, Path()), None
