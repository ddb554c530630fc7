"""Minifier of the page's scripts: removes what means nothing, and renames nothing.

That is comments, blanks, commas and semicolons before a closing bracket, and brackets around a
single parameter. A constant becomes a variable, since nothing assigns to it, declarations in
sequence become one, and `true` becomes `!0`. No kept package for Python does this right: they
change nested template literals. The tokens do not show three things that the scripts must not
contain: a regular expression after a closing bracket, an empty statement, and a statement without
a semicolon that ends with a bracket.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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
_NO_END_AFTER = frozenset(("", *";,{([=?:&|<>+*%!~^."))
"""Characters after which a line end cannot end a statement, or one has ended; "" is the start."""
_SHORTER = {"const": "let", "true": "!0", "false": "!1"}
_KEPT_APART = frozenset(("++", "--", "//", "<!", "->"))
"""Pairs of characters that mean something else without a space between them."""


class _Token(NamedTuple):
    """A token and the blank before it: nothing, a space or a line end."""

    kind: str
    text: str
    blank: str

    @property
    def is_opening(self) -> bool:
        """Whether it opens a bracket or an expression in a template."""
        if self.kind == "template":
            return self.text[0] == "`" and self.text[-1] == "{"
        return self.kind == "other" and self.text in "([{"

    @property
    def is_closing(self) -> bool:
        """Whether it closes a bracket or the last expression in a template."""
        if self.kind == "template":
            return self.text[0] == "}" and self.text[-1] == "`"
        return self.kind == "other" and self.text in ")]}"


def minify_script(code: str) -> str:
    """Return a script without comments and without blanks and marks that mean nothing."""
    script = ""
    for token in _with_merged_declarations(_shortened(_spaced(code))):
        script += _separator(script[-1:], token) + token.text
    return script


def _spaced(code: str) -> Iterator[_Token]:
    blank = ""
    for kind, text in _tokens(code):
        if kind == "blank":
            blank = "\n" if "\n" in blank + text else " "
        else:
            yield _Token(kind, text, blank)
            blank = ""


def _shortened(tokens: Iterable[_Token]) -> Iterator[_Token]:
    """Yield tokens with `let` for `const`, and without marks that mean nothing.

    These are a comma before a closing bracket, a semicolon before a brace, and brackets around the
    parameter of an arrow function. A comma after another one, or after an opening bracket, stands
    for an item of an array.
    """
    kept: list[_Token] = []
    for token in tokens:
        texts = [each.text for each in kept[-5:]]
        if token.kind == "other" and token.text in ")]}" and len(kept) > 1:
            if texts[-1] + token.text == ";}" or (
                texts[-1] == "," and texts[-2] not in {",", "["}
            ):
                kept.pop()
        elif token.text == ">" and _is_parameter(kept[-5:]):
            kept[-4:] = [kept[-3]._replace(blank=kept[-4].blank or " "), kept[-1]]
        elif token.kind == "word" and token.text in _SHORTER and texts[-1:] != ["."]:
            token = token._replace(text=_SHORTER[token.text])  # noqa: PLW2901
        kept.append(token)
    return iter(kept)


def _is_parameter(tokens: Sequence[_Token]) -> bool:
    """Return whether tokens before a `>` end with a single parameter in brackets and a `=`."""
    before, *rest = [_Token("", "", "")] * (5 - len(tokens)) + list(tokens)
    texts = [each.text for each in rest]
    is_bracketed = texts[0] == "(" and texts[2:] == [")", "="] and rest[1].kind == "word"
    return is_bracketed and (before.kind != "word" or before.text == "return")


def _with_merged_declarations(tokens: Iterable[_Token]) -> list[_Token]:
    """Return tokens with `let a = b; let c = d;` as one statement.

    Nothing is merged after a line end that stays, since it may end the statement.
    """
    merged: list[_Token] = []
    is_declaration = [False]
    """For each open bracket, whether the statement in it began with `let`."""
    has_ended = False
    for token in tokens:
        last = merged[-1].text if merged else ";"
        if _separator(last[-1], token) == "\n":
            is_declaration[-1] = False
        if token.text == "let" and last in {";", "{", "}"}:
            is_declaration[-1] = True
            if last == ";" and has_ended:
                merged[-1] = _Token("other", ",", "")
                continue
        elif token.text == ";":
            has_ended, is_declaration[-1] = is_declaration[-1], False
        elif token.is_opening:
            is_declaration.append(False)
        elif token.is_closing:
            is_declaration.pop()
        merged.append(token)
    return merged


def _separator(before: str, token: _Token) -> str:
    after = token.text[0]
    is_end = not (before in _NO_END_AFTER or after in _NO_END_BEFORE)
    if token.blank == "\n" and is_end and not (before in {")", "}"} and _is_word(after)):
        return "\n"
    is_needed = (_is_word(before) and _is_word(after)) or before + after in _KEPT_APART
    return " " if token.blank and is_needed else ""


def _is_word(char: str) -> bool:
    return char.isalnum() or char in {"_", "$"}


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
