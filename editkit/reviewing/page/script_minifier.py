"""Minifier of the page's scripts: removes comments and blanks, and renames nothing.

No kept package for Python does this right: they change nested template literals. The scripts
contain no regular expression after a closing bracket, which is the one thing that the tokens do
not show.
"""

import re
from collections.abc import Iterator

from editkit.core.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(
    r"(?P<blank>\s+|/\*.*?\*/|//[^\n]*)"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<word>[\w$]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_REGEX = lazy_pattern(r"/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*")
_TEMPLATE_TEXT = lazy_pattern(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)
_BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%<>~^")
_WORDS_BEFORE_REGEX = frozenset(("return", "typeof", "case"))
_NO_END_BEFORE = frozenset(")]}.?:&|,;=<>*%^")
"""Characters before which a line end cannot end a statement."""
_NO_END_AFTER = frozenset(";,{([=?:&|<>+*%!~^.")
"""Characters after which a line end cannot end a statement, or one has ended."""
_KEPT_APART = frozenset(("++", "--", "//", "<!", "->"))
"""Pairs of characters that mean something else without a space between them."""


def minify_script(code: str) -> str:
    """Return a script without comments and without blanks that separate nothing."""
    pieces: list[str] = []
    blank = ""
    for kind, text in _tokens(code):
        if kind == "blank":
            blank += "\n" if "\n" in text else " "
            continue
        if pieces and blank:
            pieces.append(_separator(pieces[-1][-1], text[0], blank))
        pieces.append(text)
        blank = ""
    return "".join(pieces)


def _separator(before: str, after: str, blank: str) -> str:
    if "\n" in blank and not (before in _NO_END_AFTER or after in _NO_END_BEFORE):
        return "\n"
    is_needed = (_is_word(before) and _is_word(after)) or before + after in _KEPT_APART
    return " " if is_needed else ""


def _is_word(char: str) -> bool:
    return char.isalnum() or char in "_$"


def _tokens(code: str) -> Iterator[tuple[str, str]]:
    """Yield blanks, strings, parts of templates, regular expressions, words and other marks."""
    at, last = 0, ""
    braces: list[int] = []
    """For each open template, the number of braces that are open in its expression."""
    while at < len(code):
        if (
            code[at] == "/"
            and (regex := _REGEX.match(code, at) if _may_be_regex(last) else None) is not None
        ):
            kind, end = "regex", regex.end()
        elif code[at] == "`" or (code[at] == "}" and braces and braces[-1] == 0):
            if code[at] == "}":
                braces.pop()
            kind, end = "template", _TEMPLATE_TEXT.match(code, at + 1).end()  # type: ignore[union-attr]
            if code.startswith("${", end):
                braces.append(0)
                end += 2
            else:
                end += 1
        else:
            found = _TOKEN.match(code, at)
            assert found is not None  # noqa: S101  (any character matches)
            kind, end = str(found.lastgroup), found.end()
            if braces and found[0] in {"{", "}"}:
                braces[-1] += 1 if found[0] == "{" else -1
        yield kind, code[at:end]
        if kind != "blank":
            last = code[at:end]
        at = end


def _may_be_regex(last: str) -> bool:
    return not last or last[-1] in _BEFORE_REGEX or last in _WORDS_BEFORE_REGEX
