"""Character classes used in regular expressions."""

from editkit.core.lazy_pattern import lazy_pattern

OBJECT_REPLACEMENT = "\ufffc"
"""The object replacement character, in place of what is not prose: code, addresses, images."""
OBJECT_SIGN = "▫"
"""What readers see of it."""

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Invisible characters that may occur inside a word, for a regex character class."""

MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Combining marks, which belong to the letter before them, for a regex character class."""

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts without spaces (Han, kana) in the basic plane, for a regex character class."""

FIRST_HAN = "\u2e80"
"""The first character of `HAN`, for a quick test whether a text can contain any."""

HYPHENS = "\\-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
"""Characters that join compounds, for a regex character class; a long dash does not."""

SIGNS = "\u00ae\u2122\u00a9\u2120"
"""Signs of registration and copyright, which belong to no spelling, for a character class."""

MIDDLE_DOTS = "\u00b7\u2022\u2027\u2219"
"""Dots that join the words of a name in Chinese, for a regex character class."""

SPACES = " \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""White space that may occur inside a term, for a regex character class."""

APOSTROPHES = str.maketrans("\u2019\u2018\u02bc\uff07\u00b4", "'''''")
"""Translation table (`str.translate`) from any apostrophe to the straight one."""

INVISIBLE_PATTERN = lazy_pattern(f"[{INVISIBLE}]")
SEPARATOR_PATTERN = lazy_pattern(f"[{SPACES}{HYPHENS}{INVISIBLE}{MIDDLE_DOTS}]+")
