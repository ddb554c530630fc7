"""Classes of characters that matching and checks agree upon."""

import re

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Characters without a glyph that may stand inside a word, as a class of `re`."""

MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Combining marks, which belong to the letter before them, as a class of `re`."""

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts written without spaces (Han, kana) in the basic plane, as a class of `re`."""

HAN_BEGINS = "\u2e80"
"""The first character of `HAN`: a quick look at whether a text can have any."""

HYPHENS = "\\-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
"""What joins the parts of a compound, as a class of `re`; a long dash parts sentences."""

SPACES = " \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""White space that may stand inside a term, as a class of `re`."""

APOSTROPHES = str.maketrans("\u2019\u2018\u02bc\uff07\u00b4", "'''''")
"""Maps the apostrophes that writers use to the straight one."""

invisible = re.compile(f"[{INVISIBLE}]")
separators = re.compile(f"[{SPACES}{HYPHENS}{INVISIBLE}]+")
