"""Notices of copyright that belong to a text, and not to the end of a web page."""

from collections.abc import Sequence

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.web_boilerplate import COPYRIGHT

_PROSE = lazy_pattern(r"(?:\S+ +){7,}\S*[.!?][\"”’)]*\s*")
_MAX_PROSE_AFTER = 2
"""Number of lines of prose, such as a disclaimer, that the end of a page may have."""


def without_notices_in_text(
    lines: Sequence[str], kinds: Sequence[str | None], *, is_documentation: bool
) -> list[str | None]:
    """Return the kinds of boilerplate of `lines` without the notices that belong to the text.

    Those are all in the documentation of software, which has a notice of its own, and those that
    more than two lines of prose follow.
    """
    prose = [number for number, line in enumerate(lines) if _PROSE.fullmatch(line)]
    is_in_middle = len(prose) > _MAX_PROSE_AFTER
    end = prose[-_MAX_PROSE_AFTER - 1] if is_in_middle else 0
    return [
        None if kind == COPYRIGHT and (is_documentation or number < end) else kind
        for number, kind in enumerate(kinds)
    ]
