"""Python API: functions that lint, fix, normalize and review texts and files."""

import atexit
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, Unpack

from editkit.baseline import load_filter
from editkit.config import Configuration, Settings
from editkit.config.values import settings_values
from editkit.core.errors import InputError
from editkit.core.glossary import Glossary
from editkit.core.result import FileResult
from editkit.fixing.fix_loop import FixPolicy, fix_file
from editkit.linting.discover_settings import find_files
from editkit.linting.discovery import SourceFile
from editkit.linting.session import Session

TEXT_URI = "<text>"
GlossarySource = Glossary | str | os.PathLike[str]


class Options(TypedDict, total=False):
    """The options of every function in this module; the defaults are the command line's.

    `engine` is "auto" (the default), "languagetool", "harper", "both", "none" or a plug-in. The
    first call that needs an engine starts it; it serves all later calls and ends with
    the process. To run only editkit's own checks, which is faster, use engine="none" or
    select families that no engine reports.

    `words` are paths of files with allowed words, one per line. `packs` are names of
    packs and paths of pack files. `select` and `ignore` are rule ids and families,
    `rules` the options of rules by rule id. Unlike the command line, these functions do
    not cache results.
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
    format: str = "plain",  # noqa: A002  (the name of the command-line option)
    **options: Unpack[Options],
) -> FileResult:
    """Return the result of linting a text; `result.issues` are sorted by position.

    No configuration file is read. Raises InputError for an invalid option, glossary or
    text.
    """
    fields, given = _settings_fields(glossary, options)
    return _lint(_source_file(text, format), Settings(**fields), given)


def normalize(
    text: str,
    *,
    glossary: GlossarySource,
    format: str = "plain",  # noqa: A002  (as above)
    unsafe: bool = False,
    **options: Unpack[Options],
) -> str:
    """Return a text with the glossary's safe corrections applied; with `unsafe`, all of them.

    Starts no engine. Normalizing the returned text again does not change it.
    """
    return _fix(text, glossary, format, FixPolicy(unsafe, terms_only=True), options)


def fix(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    format: str = "plain",  # noqa: A002  (as above)
    unsafe: bool = False,
    **options: Unpack[Options],
) -> str:
    """Return a text with every safe fix applied; with `unsafe`, all fixes."""
    return _fix(text, glossary, format, FixPolicy(unsafe), options)


def review(
    text: str,
    *,
    glossary: GlossarySource | None = None,
    source: str | None = None,
    format: str = "plain",  # noqa: A002  (as above)
    **options: Unpack[Options],
) -> str:
    """Return a self-contained HTML page for accepting or rejecting each proposed edit.

    `source` is the text that this one was translated from. Its paragraphs are shown next
    to the edits if both texts have as many; otherwise the page says why they are not.
    """
    from editkit.linting.rule_index import rationales  # noqa: PLC0415  (only the page needs them)
    from editkit.reviewing.original_text import Originals, align_original  # noqa: PLC0415  (as below)
    from editkit.reviewing.page import render  # noqa: PLC0415  (as above)

    options.setdefault("min_confidence", "low")
    options.setdefault("min_severity", "info")
    result = lint(text, glossary=glossary, format=format, **options)
    originals: Originals = {}
    if source is not None:
        result, originals = align_original(result, source, "The original")
    return render([result], rationales=rationales(), originals=originals)


def lint_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    glossary: GlossarySource | None = None,
    **options: Unpack[Options],
) -> Iterator[FileResult]:
    """Yield the result of each file that `paths` match, one at a time.

    Each file is linted with the settings of its nearest configuration file; arguments
    take precedence. For a file that cannot be read, the `package` of the result is None
    and its `notices` say why.
    """
    fields, given = _settings_fields(glossary, options)
    found = find_files((os.fspath(path) for path in paths), Configuration(fields))
    yield from _session().run(found.files, given, notices=found.notices)


def load_glossary(path: str | os.PathLike[str]) -> Glossary:
    """Return the glossary in a CSV, TSV, XLSX or TBX file; raise InputError if it has none."""
    from editkit.termbase import load  # noqa: PLC0415  (only needed with a glossary file)

    return load(path).glossary


@cache
def _session() -> Session:
    session = Session(load_filter=load_filter)
    atexit.register(session.close)
    return session


def _lint(file: SourceFile, settings: Settings, glossary: Glossary | None) -> FileResult:
    [result] = _session().run([(settings, file)], glossary)
    if result.package is None:
        raise InputError(result.notices[-1].message, uri=result.uri)
    return result


def _fix(
    text: str,
    glossary: GlossarySource | None,
    format_name: str,
    policy: FixPolicy,
    options: Options,
) -> str:
    fields, given = _settings_fields(glossary, options)
    settings = policy.restrict(Settings(**fields))

    def relint(data: bytes) -> FileResult:
        return _lint(SourceFile(TEXT_URI, data=data, format=format_name), settings, given)

    corrected = fix_file(relint(_bytes(text)), policy, relint)
    return corrected.data.decode("utf-8")


def _source_file(text: str, format_name: str) -> SourceFile:
    return SourceFile(TEXT_URI, data=_bytes(text), format=format_name)


def _bytes(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"There is half a character at {error.start}.", uri=TEXT_URI) from None


def _settings_fields(
    glossary: GlossarySource | None, options: Options
) -> tuple[dict[str, Any], Glossary | None]:
    """Return the fields of `Settings` that are set, and the glossary if it is an object."""
    table: dict[str, object] = {
        name.replace("_", "-"): tuple(value) if isinstance(value, set | frozenset) else value
        for name, value in options.items()
    }
    if glossary is None or isinstance(glossary, Glossary):
        return settings_values(table, Path()), glossary
    return settings_values({**table, "glossary": os.fspath(glossary)}, Path()), None
