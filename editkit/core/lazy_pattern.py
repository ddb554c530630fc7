"""Lazy pattern: a regular expression that is compiled when it is first used."""

import re
from typing import AnyStr, Generic, cast


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""Return what `re.compile` returns, but compile it at the first search.

    A short text needs few of the patterns that modules define. Compiling all of them would
    take longer than linting the text. An error in a pattern is raised at its first use.

    >>> _YEAR = lazy_pattern(r"\d{4}")
    >>> _YEAR.findall("from 2019 to 2024")
    ['2019', '2024']
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


class _LazyPattern(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        attribute = getattr(re.compile(self.pattern, self._flags), name)
        # Found in the instance from now on, which costs no more than the pattern's own.
        setattr(self, name, attribute)
        return attribute

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r}, {self._flags})"

    def __reduce__(self) -> tuple[object, tuple[AnyStr, int]]:
        return lazy_pattern, (self.pattern, self._flags)
