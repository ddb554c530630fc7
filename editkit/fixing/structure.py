"""Structure check: leaves out the fixes that would change more than text (decision 083)."""

from collections.abc import Sequence

from editkit.core.errors import INTERRUPTIONS
from editkit.core.format import Format
from editkit.core.result import Notice, SourceFix
from editkit.core.splices import apply_splices
from editkit.fixing.apply import merge_splices

_MAX_COMPARISONS = 100
"""Limit for one document, so that the time grows with its length only."""

_Fixes = tuple[SourceFix, ...]


def split_by_structure(
    raw: str, file_format: Format, fixes: Sequence[SourceFix]
) -> tuple[_Fixes, _Fixes]:
    """Return the compatible fixes that together leave the structure of `raw` as it is, and others.

    All fixes are tried at once; only if that fails are they tried in halves. Fixes that cannot
    be tried within the limit are left out, too.
    """
    return _Splitter(raw, file_format).split(tuple(fixes))


def structure_notice(format_name: str, uri: str, line: int, what: str) -> Notice:
    """Return the notice that `what`, a rule or an edit, is not applied."""
    reason = f"it would change the {format_name.partition('+')[0].capitalize()} structure"
    return Notice(f"line {line}: The fix of {what} is not made, because {reason}.", uri)


class _Splitter:
    def __init__(self, raw: str, file_format: Format) -> None:
        self._raw, self._format = raw, file_format
        self._left = _MAX_COMPARISONS

    def split(self, fixes: _Fixes) -> tuple[_Fixes, _Fixes]:
        kept = self._extend((), fixes) if fixes else ()
        chosen = set(map(id, kept))
        return kept, tuple(fix for fix in fixes if id(fix) not in chosen)

    def _extend(self, kept: _Fixes, group: _Fixes) -> _Fixes:
        """Return `kept` with those of `group` that can be added."""
        if self._left <= 0:
            return kept
        self._left -= 1
        if self._is_same((*kept, *group)):
            return (*kept, *group)
        if len(group) == 1:
            return kept
        middle = len(group) // 2
        return self._extend(self._extend(kept, group[:middle]), group[middle:])

    def _is_same(self, fixes: _Fixes) -> bool:
        """Return whether the structure stays the same; no if the format cannot say."""
        after = apply_splices(self._raw, merge_splices(fixes))
        try:
            return self._format.same_structure(self._raw, after)
        except INTERRUPTIONS:
            raise
        except BaseException:  # noqa: BLE001  (a parser that fails on a text cannot vouch for it)
            return False
