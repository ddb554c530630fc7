"""Prefixes and suffixes of English words."""

from editkit.core.lazy_pattern import lazy_pattern

PREFIX = lazy_pattern(
    r"(?:non|anti|auto|bio|co|counter|cross|cyber|de|dis|eco|electro|ex|extra|geo|hyper|in|infra|inter"
    r"|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|neo|off|on|out|over|para|petro|photo"
    r"|poly|post|pre|pro|pseudo|re|semi|sub|super|tele|thermo|trans|tri|ultra|un|under|up|uni|video)-?"
)
"""A prefix that forms words freely, with its hyphen if it has one."""
SUFFIX = lazy_pattern(
    r"(?:able|ably|ed|er|ers|ful|hood|ing|ings|ish|ism|ist|ists|less|like|ly|ness|s|wise|y)"
)
"""A suffix that forms or inflects words freely."""
