"""GitHub workflow annotations."""

from collections.abc import Iterable, Iterator

from editkit.core.result import FileResult, Notice
from editkit.core.taxonomy import Severity

_COMMAND = {
    Severity.INFO: "notice",
    Severity.MINOR: "warning",
    Severity.MAJOR: "warning",
    Severity.CRITICAL: "error",
}
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = _ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def render(results: Iterable[FileResult]) -> Iterator[str]:
    """Yield one `::command properties::message` line an issue or notice."""
    told: set[Notice] = set()
    for result in results:
        for placed in result.issues:
            issue, place = placed.issue, placed.place
            where = f"file={_property(result.uri)},line={place.line},col={place.column}"
            command = _COMMAND[issue.severity]
            title = _property(issue.rule)
            yield f"::{command} {where},title={title}::{issue.message.translate(_ESCAPES)}\n"
        for notice in result.notices:
            if notice not in told:
                told.add(notice)
                yield _notice(notice, unread=result.package is None and notice.uri == result.uri)


def _notice(notice: Notice, *, unread: bool) -> str:
    command = "error" if unread else "notice"
    where = f" file={_property(notice.uri)}" if notice.uri else ""
    return f"::{command}{where}::{notice.message.translate(_ESCAPES)}\n"


def _property(text: str) -> str:
    # A file name may hold bytes that are no text.
    return text.encode(errors="replace").decode().translate(_PROPERTY_ESCAPES)
