"""Data for the page's script, as JSON values."""

from collections.abc import Mapping, Sequence

from editkit._version import __version__
from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.rule import Rule
from editkit.core.storage.encodings import name_of_codec
from editkit.formats import format_named, format_of
from editkit.formats.reading import is_read_as_prose
from editkit.report.unified_diff import file_header
from editkit.reviewing.decisions_writer import decisions_to_value
from editkit.reviewing.page.encoding_table import encoding_table
from editkit.reviewing.page.item_data import SharedIssues
from editkit.reviewing.page.model import Source
from editkit.reviewing.page.originals import Original
from editkit.reviewing.page.server_state import ServerState
from editkit.reviewing.report_details import NO_HEAD, ReportHead, kind_title

_CODE = lazy_pattern("`([^`]*)`")


def page_data(
    sources: Sequence[Source],
    rules: Mapping[str, Rule],
    originals: Sequence[Sequence[Original]],
    served: ServerState | None = None,
    head: ReportHead = NO_HEAD,
) -> dict[str, object]:
    """Return the files with their sources, edits and notes; offsets are in code points.

    `originals` contains the original paragraphs of each source, `head` is that of the change
    report.
    """
    issues = SharedIssues()
    rule_ids = {item.placed.issue.rule for source in sources for item in source.items}
    data: dict[str, object] = {
        "tool": {"name": "editkit", "version": __version__},
        "rules": {
            rule: {"rationale": _CODE.sub(r"“\1”", rules[rule].rationale)}
            for rule in sorted(rule_ids & rules.keys())
        },
        "kinds": _kinds(sources, rules),
        "report": head.to_value(),
        "files": [
            _file_json(source, each, issues)
            for source, each in zip(sources, originals, strict=True)
        ],
        "issues": issues.values,
    }
    if tables := _encoding_tables(sources):
        data["encodings"] = tables
    if served is None:
        return data
    decisions = decisions_to_value(served.decisions)
    serve = {
        "token": served.token,
        "revision": served.revision,
        "decisions": decisions,
        "applied": served.applied,
    }
    return {**data, "serve": serve}


def _kinds(sources: Sequence[Source], rules: Mapping[str, Rule]) -> dict[str, str]:
    """Return the title of each rule that reported an issue."""
    issues = (item.placed.issue for source in sources for item in source.items)
    return {each.rule: kind_title(each.rule, rules.get(each.rule), each.family) for each in issues}


def _encoding_tables(sources: Sequence[Source]) -> dict[str, object]:
    """Return the table of each encoding of the files that are not in Unicode."""
    texts: dict[str, list[str]] = {}
    for source in sources:
        codec = source.file.package.encoding if source.file.package else "utf-8"
        if not codec.startswith("utf-"):
            texts.setdefault(codec, []).append(source.raw)
    return {name_of_codec(codec): encoding_table(codec, raws) for codec, raws in texts.items()}


def _encoding(source: Source) -> str:
    """Return the codec of a file in Unicode, or the name of another encoding."""
    codec = source.file.package.encoding if source.file.package else "utf-8"
    return codec if codec.startswith("utf-") else name_of_codec(codec)


def _is_prose(source: Source) -> bool:
    package = source.file.package
    return package is not None and is_read_as_prose(format_named(package.format))


def _named(source: Source) -> dict[str, object]:
    """Return what the decisions about a file have in addition to its path and version."""
    encoding, path = _encoding(source), source.key[0]
    named: dict[str, object] = {} if encoding.startswith("utf-") else {"encoding": encoding}
    file_format = source.file.package.format if source.file.package else None
    if file_format and file_format != _format_of_suffix(path):
        named["format"] = file_format
    if _is_prose(source):
        named["prose"] = True
    return named


def _format_of_suffix(path: str) -> str | None:
    try:
        return format_of(path).name
    except InputError:
        return None


def _file_json(
    source: Source, originals: Sequence[Original], issues: SharedIssues
) -> dict[str, object]:
    package = source.file.package
    path, part = source.key
    return {
        "path": path,
        "part": part,
        "sha256": source.file.sha256,
        "encoding": _encoding(source),
        **({"named": named} if (named := _named(source)) else {}),
        # Whether the page can write the file itself, or only editkit.
        "whole": part is None and not _is_prose(source),
        "bom": list(package.bom) if package else [],
        "names": file_header(path),
        "raw": source.raw,
        "originals": [[each.start, each.text] for each in originals],
        "items": [issues.item_value(item) for item in source.items],
    }
