"""Code that marks or words around it announce: placeholders, tags, literals, settings.

A quotation after *value* and a line `color: red` are ordinary text, too. They are code only in a
text with other code.
"""

import re
from collections.abc import Iterator

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span

_PLACEHOLDER = lazy_pattern(
    r"""
    (?<!`)(?P<backticks>`{1,3})(?!`)[^\n]{1,200}?(?<!`)(?P=backticks)(?!`)
    | \{\{[^{}\n]{0,200}\}\} | \{%[^{}\n]{0,200}%\}
    | [$\#]?\{[A-Za-z_][\w.:-]{0,80}\} | [$\#]\{[^{}\n]{1,80}\} | \{\d{0,3}(?::[^{}\s]{1,20})?\}
    | %\([A-Za-z_][\w.]{0,80}\)[#0\ +-]?\d{0,3}(?:\.\d{1,3})?[a-z]
    | (?<![\w%])%(?:\d\$)?[0+#-]?\d{0,3}(?:\.\d{1,3})?(?:[dsfuxi]|l[duf]|@)(?!\w)
    | </?[A-Za-z][\w:-]{0,40}(?:\s[^<>\n]{0,200})?/?>
    """,
    re.VERBOSE | re.ASCII,
)
_PLACEHOLDER_CUE = lazy_pattern(r"[`{<]|%[(\d.a-z@+#-]")
_LITERAL = lazy_pattern(
    r"""
    (?<!\w)(?:set\ (?:it\ )?to|(?:set|change)\ the\ \w{1,30}\ to|value(?:\ is|\ of|\ to)?
    |defaults?(?:\ is|\ to)?|passwords?(?:\ is|\ of|\ to)?|passphrase(?:\ is)?
    |commands?(?:\ is)?|by\ default)[:=,]?\s{0,3}
    (?:“(?P<curly>[^”\n]{1,80})”|"(?P<straight>[^"\n]{1,80})"|‘(?P<single>[^’\n]{1,80})’
    |(?<!\w)'(?P<quote>[^'\n]{1,80})'(?!\w))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PRINTED = lazy_pattern(
    r"""
    \b(?:prints?|outputs?|logs?)\ (?P<after>\"[^\"\n]{1,80}\")
    | (?P<before>\"[^\"\n]{1,80}\")\ (?:is|are|was|were|(?:will|should)\ be)\ (?:printed|logged)\b
    """,
    re.VERBOSE,
)
"""Messages of programs, which are quoted as they are."""
_PARAMETER = lazy_pattern(
    r"^[ \t]{0,20}(?:[-*+][ \t]{1,4})?(?P<name>\[?[A-Za-z_][\w.-]{0,60}(?:=[^\]\s]{0,60})?\]?"
    r"[ \t]{1,4}\{[A-Z][A-Za-z]{0,30}(?:[|,/][ ]?[A-Z][A-Za-z]{0,30}){0,5}(?:\[\])?\})",
    re.MULTILINE,
)
"""Name and type of a parameter, as in JSDoc: `[content-type] {String}`."""
_SETTING = lazy_pattern(
    r"(?<![\w.-])(?P<key>[a-z][\w.-]{0,60}): "
    r"(?P<value>-?\w(?:[\w.]{0,20}\w)?|[\"'][^\"'\n]{0,80}[\"'])"
    r"(?![\w-]|\.\w)(?P<is_last>(?=[^\w\s]|[ \t]{0,9}(?:\n|\Z)))?"
)
_SETTING_LINE = lazy_pattern(
    r"^[ \t]{0,20}(?:[-*+][ \t]{1,4})?(?P<setting>(?P<key>[a-z][\w.-]{0,60}):[ \t]{1,4}"
    r"(?P<value>[a-z0-9\"'\[{/.-]\S{0,80}))[ \t]{0,20}$",
    re.MULTILINE,
)
_LITERAL_VALUES = frozenset("true false null nil yes no on off none".split())
_ANSWERS = frozenset("yes no on off none".split())
_COMPOUND_KEY = lazy_pattern(r"[a-z0-9]{2,}(?:[._]\w+)+|\w(?:_\w+)+|[a-z]+[A-Z]\w*", re.ASCII)
_PLAIN_WORD = lazy_pattern(r"[a-z]{2,}[.,;!?]?", re.ASCII)


def marked_code(text: str) -> Iterator[Span]:
    """Yield placeholders, tags, quoted literals and settings; they may overlap."""
    if _PLACEHOLDER_CUE.search(text):
        for found in _PLACEHOLDER.finditer(text):
            yield Span(*found.span())
    for found in _PRINTED.finditer(text):
        yield Span(*found.span(str(found.lastgroup)))
    for found in _PARAMETER.finditer(text):
        yield Span(*found.span("name"))
    yield from _announced(text, is_certain=True)


def possible_code(text: str) -> Iterator[Span]:
    """Yield literals and settings that are ordinary text unless the text has other code."""
    return _announced(text, is_certain=False)


def _announced(text: str, *, is_certain: bool) -> Iterator[Span]:
    for found in _LITERAL.finditer(text):
        literal = found[str(found.lastgroup)]
        if _is_certain_literal(literal) is is_certain:
            yield Span(*found.span(str(found.lastgroup)))
    for found in _SETTING.finditer(text):
        if _is_setting(found) and _is_certain_setting(found) is is_certain:
            yield Span(*found.span())
    for found in _SETTING_LINE.finditer(text):
        if _is_certain_line(found) is is_certain:
            yield Span(*found.span("setting"))


def _is_certain_literal(literal: str) -> bool:
    """Return whether a quotation is no name, slogan or title: `the value of “Made in China”`."""
    return not literal[0].isupper() and not any(map(str.isspace, literal))


def _is_setting(found: re.Match[str]) -> bool:
    is_compound = _COMPOUND_KEY.fullmatch(found["key"]) is not None
    if found["value"] in _LITERAL_VALUES:
        return is_compound or found["is_last"] is not None  # `the answer: no one knew` is prose
    return is_compound and not found["value"][0].isalpha()


def _is_certain_setting(found: re.Match[str]) -> bool:
    return found["value"] not in _ANSWERS or _COMPOUND_KEY.fullmatch(found["key"]) is not None


def _is_certain_line(found: re.Match[str]) -> bool:
    return not (_PLAIN_WORD.fullmatch(found["key"]) and _PLAIN_WORD.fullmatch(found["value"]))
