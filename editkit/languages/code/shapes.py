"""Shapes of code in prose: decides whether a piece of text without spaces is code.

The shapes are those of identifiers, paths, addresses, versions and the like, in any language
of the prose. What also is the shape of ordinary words (`and/or`, `AI/ML`, `2021/22`,
`iPhone`, `end.Next`) is not code.
"""

import re
from collections.abc import Callable, Sequence

from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.code.words import (
    ABBREVIATIONS,
    CLASS_SUFFIXES,
    DOMAINS,
    FILE_SUFFIXES,
    MODIFIER_TAIL,
    PACKAGE_TAILS,
    PREFIXES,
    UNITS,
)

IsWord = Callable[[str], bool]

_ALWAYS_CODE = lazy_pattern(
    r"""
    [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                # e-mail address
    | @[A-Za-z_][\w./-]*                                        # handle, scoped package
    | \#[A-Za-z][\w-]*                                          # hashtag, anchor
    | \#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3}(?:[0-9a-fA-F]{2})?)?    # color
    | \$[A-Za-z_]{2}\w*                                         # variable
    | %[A-Za-z_]{3}\w*%
    | __\w+__
    | .*[A-Za-z0-9]_+[A-Za-z0-9].*                              # underscore
    | .*\w::[\w~].*                                             # scope
    | [\w$][\w.$-]*={1,2}[^=]*                                  # assignment
    | --?[A-Za-z][\w.-]*=.*
    | [A-Za-z_](?:[\w.:>-]|\(\))*\(\)                                    # call
    | 0x[0-9a-fA-F]+
    | (?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}                   # MAC address
    | [0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}      # UUID
    | (?:[a-z]+\d*:)?(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,}       # hash
    | (?:localhost|\d+(?:\.\d+){3}|[\w-]+(?:\.[\w-]+)+):\d{2,5} # host and port
    | v\d+(?:\.\d+)*(?:[-+][A-Za-z][\w.+-]*)?                   # version
    | [vV]?\d+(?:\.\d+)*\.[xX*](?:\.[xX*])*
    | \d+(?:\.\d+)+-(?:[a-z]+|RC|M|GA|SNAPSHOT|RELEASE)[\w.]*
    | [A-Za-z][A-Za-z0-9+]*(?:-[A-Za-z][A-Za-z0-9+]*)*-v?\d+(?:\.\d+){2,}[\w.+-]*
    | [A-Za-z]:[\\/][^\\/].*                                    # path
    | (?:~|\.{1,2})/[\w.].*
    | .*\w\\+\w.*
    """,
    re.VERBOSE | re.ASCII | re.DOTALL,
)
_AFTER_SPACE = lazy_pattern(
    r"""
    --[A-Za-z][\w.-]+                    # option
    | \.[a-z_][\w-]+(?:[./][\w.-]+)*     # file with a hidden name
    | /(?:[\w.@+-]+/)+[\w.@+-]*          # path from the root
    | /(?:api|bin|dev|etc|home|opt|proc|root|sys|tmp|usr|var|v\d+)
    """,
    re.VERBOSE | re.ASCII,
)
_DASHED_WORDS = frozenset("the a an and or but it its this that which in on at for to of".split())
_NUMBER_WITH_DOTS = lazy_pattern(r"[vV]?\d+(?:\.\d+){2,}(?:[-+]?[A-Za-z][\w.+-]*)?", re.ASCII)
_FILE = lazy_pattern(r"(?=[\d.-]*[A-Za-z])\w[\w.+-]+\w\.\w+", re.ASCII)
_DATE = lazy_pattern(r"(?:\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)")
_DOTTED = lazy_pattern(r"[A-Za-z_$][\w$-]*(?:\.[A-Za-z_$*][\w$-]*)+", re.ASCII)
_SLASHED = lazy_pattern(r"[\w.@+*-]+(?:/[\w.@+*-]+)+/?", re.ASCII)
_KEBAB = lazy_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_KEBAB_BEFORE = lazy_pattern(r"(?<![\w-])(?:[a-z0-9]+-)*\Z")
_KEBAB_AFTER = lazy_pattern(r"(?:-[a-z0-9]+)*+(?![\w-])")
_MAX_PACKAGE_LENGTH = 60
_CAMEL = lazy_pattern(r"[a-z]{2,}(?:[A-Z][a-z]+){1,}\d*")
_PASCAL = lazy_pattern(r"[A-Z](?=[a-zA-Z]*?[a-z][A-Z])[a-zA-Z]*+\d*")
_HUMP = lazy_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CAPITALIZED_DOMAINS = frozenset({"Com", "Edu", "Gov", "Org"})
_LOWER_PART = lazy_pattern(r"[a-z_][a-z0-9_-]+")
_INNER_STRUCTURE = lazy_pattern(r"[a-z0-9][-._][A-Za-z0-9]|[a-z][A-Z]", re.ASCII)
_MIN_HUMP_LENGTH = 3
_MIN_HUMPS = 3
_MIN_PART_LENGTH = 4


def is_code(piece: str, is_word: IsWord, *, after_space: bool) -> bool:
    """Return whether a piece of text without spaces and marks around it is code.

    `is_word` returns whether a lowercase word is a word of the language; `after_space`:
    nothing but white space, an opening bracket or a quotation mark is before the piece.
    """
    if _ALWAYS_CODE.fullmatch(piece) or (_FILE.fullmatch(piece) and _has_file_suffix(piece)):
        return True
    if after_space and _AFTER_SPACE.fullmatch(piece):
        return piece.lstrip("-") not in _DASHED_WORDS
    if _NUMBER_WITH_DOTS.fullmatch(piece):
        return not _DATE.fullmatch(piece)
    return _is_joined_name(piece, is_word)


def _is_joined_name(piece: str, is_word: IsWord) -> bool:
    if "/" in piece:
        return bool(_SLASHED.fullmatch(piece)) and _is_path(piece.rstrip("/").split("/"), is_word)
    if "." in piece:
        return bool(_DOTTED.fullmatch(piece)) and _is_dotted_name(piece.split("."), is_word)
    if "-" in piece:
        return bool(_KEBAB.fullmatch(piece)) and _is_package(piece.split("-"), is_word)
    return is_joined_identifier(piece, is_word)


def is_joined_identifier(word: str, is_word: IsWord) -> bool:
    """Return whether `word` is an identifier in camelCase, or a class in PascalCase.

    Brands are not.

    >>> known = {"get", "value", "illegal", "state", "open", "chat"}.__contains__
    >>> [w for w in ("getValue", "IllegalStateException", "OpenAI", "WeChat", "openEuler")
    ...  if is_joined_identifier(w, known)]
    ['getValue', 'IllegalStateException']
    """
    humps = _HUMP.findall(word)
    if _CAMEL.fullmatch(word):
        return len(humps) >= _MIN_HUMPS or all(is_word(hump.lower()) for hump in humps)
    return bool(_PASCAL.fullmatch(word)) and len(humps) > 1 and humps[-1] in CLASS_SUFFIXES


def is_long_identifier(word: str, is_word: IsWord) -> bool:
    """Return whether `word` is in PascalCase and has three words or more.

    It is an identifier only in a text with other code, because `HawaiiNewsNow` is none.
    """
    humps = _HUMP.findall(word)
    words = [hump for hump in humps if is_word(hump.lower())]
    return (
        _PASCAL.fullmatch(word) is not None
        and len(humps) >= _MIN_HUMPS
        and min(map(len, humps)) >= _MIN_HUMP_LENGTH
        and len(words) > len(humps) / 2
    )


def may_be_identifier(piece: str, is_word: IsWord) -> bool:
    """Return whether `piece` is an identifier if it is also used in code.

    It has hyphens or dots, or is joined from words. Names of products are not: they are used
    in code, too (`OpenAI`).
    """
    if not _INNER_STRUCTURE.search(piece):
        return False
    if "-" in piece:  # `long-term` is in addresses, too
        return any(not is_word(part.lower()) for part in piece.split("-"))
    if not piece.isalpha():
        return True
    all_words = all(is_word(hump.lower()) for hump in _HUMP.findall(piece))
    return all_words or is_long_identifier(piece, is_word)


def is_in_package_name(text: str, span: Span) -> bool:
    """Return whether a lowercase name at `span` is part of the name of a package.

    `linux-headers` is one; `github-hosted`, `linux-based` and `non-github` modify a noun.
    """
    if not span.of(text).islower():
        return False
    before = _KEBAB_BEFORE.search(text, max(0, span.start - _MAX_PACKAGE_LENGTH), span.start)
    after = _KEBAB_AFTER.match(text, span.end, span.end + _MAX_PACKAGE_LENGTH)
    if before is None or after is None or not (before[0] or after[0]):
        return False
    parts = f"{before[0]}{span.of(text)}{after[0]}".split("-")
    return not MODIFIER_TAIL.fullmatch(parts[-1]) and parts[0] not in PREFIXES


def _is_path(parts: Sequence[str], is_word: IsWord) -> bool:
    """Return whether names joined by slashes are a path or a repository, not alternatives.

    Lowercase names are alternatives only if all are words: `input/output`.
    """
    last = parts[-1]
    if any(part.startswith(".") or "*" in part for part in parts) or _has_file_suffix(last):
        return True
    if any(_is_host(part) for part in parts[:1]):
        return True
    if any("." in part and _DOTTED.fullmatch(part) for part in parts) and len(parts) > 2:  # noqa: PLR2004
        return True
    if not all(map(_LOWER_PART.fullmatch, parts)):
        return False
    return any(_is_unknown(part, is_word) for part in parts)


def _is_unknown(part: str, is_word: IsWord) -> bool:
    words = re.split(r"[-\d]+", part)
    return any(
        len(word) >= _MIN_PART_LENGTH and word not in UNITS and not is_word(word) for word in words
    )


def _is_host(part: str) -> bool:
    return "." in part and part.rsplit(".", 1)[1] in DOMAINS


def _has_file_suffix(part: str) -> bool:
    stem, dot, suffix = part.rpartition(".")
    return bool(stem and dot) and suffix in FILE_SUFFIXES


def _is_dotted_name(parts: Sequence[str], is_word: IsWord) -> bool:
    """Return whether names joined by dots are a file, a host or an identifier.

    `end.Next` is not: its full stop lacks a space. Nor are abbreviations such as `e.g.`.
    """
    *before, last = parts
    if last in FILE_SUFFIXES and len(last) > 1:
        return True
    if any(len(part) == 1 for part in before) or before[-1].lower() in ABBREVIATIONS:
        return False
    if last in DOMAINS or last in FILE_SUFFIXES:
        return True
    if last in _CAPITALIZED_DOMAINS:
        return before[-1][0].isupper()
    return (len(last) > 1 or last == "*") and _is_qualified_name(before, last, is_word)


def _is_qualified_name(before: Sequence[str], last: str, is_word: IsWord) -> bool:
    """Return whether a name with a package or an object before it is an identifier."""
    if all(map(_LOWER_PART.fullmatch, before)):
        return (
            len(before) > 1
            or last == "*"
            or _LOWER_PART.fullmatch(last) is not None
            or _PASCAL.fullmatch(last) is not None
        )
    has_identifier = any(
        _CAMEL.fullmatch(part) or is_joined_identifier(part, is_word) for part in (*before, last)
    )
    return has_identifier and (last[0].islower() or is_joined_identifier(last, is_word))


def _is_package(parts: Sequence[str], is_word: IsWord) -> bool:
    unknown = [part for part in parts if part.isalpha() and not is_word(part)]
    return (
        parts[-1] in PACKAGE_TAILS
        and parts[0] not in PREFIXES
        and any(len(part) >= _MIN_PART_LENGTH for part in unknown)
    )
