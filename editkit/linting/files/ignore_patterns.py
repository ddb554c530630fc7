"""Ignore patterns: the lines of .gitignore files as expressions that match in linear time."""

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass

_LEADING_FOLDERS = "^(?:.+/)?"
_INNER_FOLDERS = "(?:/.+)?/"
_ENDS = (("(?:(?P<ps_d>/)|$)", "/?"), ("(?P<ps_d>/)", "/"), ("/", "/.+"))
"""The ends of pathspec's expressions, and those for a whole path instead of the start of one."""
_WHOLE = {".": ".+", "(?P<ps_d>/)": ".+/", "/": ".+/.+"}
"""Expressions of patterns without any name, such as `*` and `**/`, for a whole path."""
_SLASH_FREE = "\0"
_POSIX_CLASSES = {
    "[:alpha:]": "a-zA-Z",
    "[:digit:]": "0-9",
    "[:alnum:]": "a-zA-Z0-9",
    "[:upper:]": "A-Z",
    "[:lower:]": "a-z",
    "[:xdigit:]": "0-9a-fA-F",
    "[:space:]": " \t\n\v\f\r",
    "[:blank:]": " \t",
}


@dataclass(frozen=True, slots=True)
class IgnorePatterns:
    """The patterns of one file, or of one setting, last one first."""

    rules: tuple[tuple[re.Pattern[str], bool], ...]

    @classmethod
    def parse(cls, lines: Iterable[str]) -> "IgnorePatterns":
        """Return the patterns in `lines`; comments and what git discards are left out."""
        found = tuple(rule for line in lines if (rule := _rule(line)) is not None)
        return cls(found[::-1])

    def ignores(self, path: str) -> bool | None:
        """Return whether the last pattern that matches ignores `path`; None if none matches.

        `path` is relative to the folder of the patterns, with slashes; that of a folder ends
        with one. Only the path itself is matched, not the folders that contain it.
        """
        return next((ignored for rule, ignored in self.rules if rule.fullmatch(path)), None)


def _rule(line: str) -> tuple[re.Pattern[str], bool] | None:
    """Return the expression of a line and whether it ignores what it matches."""
    from pathspec.patterns.gitignore import GitIgnorePatternError  # noqa: PLC0415  (few runs have patterns)
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern  # noqa: PLC0415  (as above)

    for name, characters in _POSIX_CLASSES.items():
        line = line.replace(name, characters)
    if line.endswith("/**/"):  # the folders in a folder; pathspec takes it for the folder itself
        line = f"{line}*/"
    try:
        expression, ignored = GitIgnoreSpecPattern.pattern_to_regex(line)
        if expression is None or ignored is None or "\0" in expression:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # of a class such as `[[a]`
            return re.compile(_linear(expression), re.DOTALL), ignored
    except (GitIgnorePatternError, re.error):
        return None


def _linear(expression: str) -> str:
    """Return an expression of pathspec for a whole path, matched in linear time.

    A pattern that came with the articles must not take long on a name made for it. As in
    `fnmatch.translate`, the first match of what is between two wildcards is as good as any
    later one, so only the last wildcard of a name, and the last `**`, has to try again.
    """
    if expression in _WHOLE:
        return _WHOLE[expression]
    # A bracket expression has no slash, so these strings come from wildcards only.
    body = expression.removeprefix(_LEADING_FOLDERS)
    has_leading = body != expression
    body = body.removeprefix("^").replace("[^/]", _SLASH_FREE)
    for end, whole in _ENDS:
        if body.endswith(end):
            body, tail = body.removesuffix(end), whole
            break
    *blocks, last = ("/".join(map(_segment, b.split("/"))) for b in body.split(_INNER_FOLDERS))
    pieces: list[str] = []
    for at, block in enumerate(blocks):
        skipped = "(?:[^/]+/)*?" if at or has_leading else ""
        pieces.append(f"(?>{skipped}{block}/)")
    skipped = "(?:[^/]+/)*" if blocks or has_leading else ""
    return f"{''.join(pieces)}{skipped}{last}{tail}"


def _segment(glob: str) -> str:
    """Return the expression of one name, in which only the last star has to try again."""
    first, *others = glob.split(f"{_SLASH_FREE}*")
    if others:
        middle = "".join(f"(?>{_SLASH_FREE}*?{each})" for each in others[:-1] if each)
        first += f"{middle}{_SLASH_FREE}*{others[-1]}"
    return first.replace(_SLASH_FREE, "[^/]")
