"""Full-width and Chinese characters as English writes them, by the rules of Moses."""

import re
from functools import cache
from typing import TYPE_CHECKING, cast
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Callable

_FORMS = re.compile("[\uff01-\uff5e\uffe0-\uffe6]")
_PLAIN = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_SEPARATOR = re.compile(r"(?<=[0-9\uff10-\uff19])[\uff0c\uff0e\uff1a](?=[0-9\uff10-\uff19])")


def halfwidth(text: str) -> str:
    """Return `text` with its full-width and Chinese characters as English has them.

    Meant for a run of such characters, not for a whole text, whose curly
    quotation marks it would straighten too. Marks follow sacremoses'
    `replace_unicode_punct` (Moses' replace-unicode-punctuation.perl), which puts
    a space after every full stop; one inside a number is changed before that,
    and spaces at the ends are left off. The other forms are those of NFKC.

    >>> halfwidth("１２．５％"), halfwidth("。"), halfwidth("《ＢＪ》")
    ('12.5%', '.', '"BJ"')
    """
    if not _PLAIN.fullmatch(text):
        text = _SEPARATOR.sub(lambda found: normalize("NFKC", found[0]), text)
        text = _moses()(text).strip(" ")
    return _FORMS.sub(lambda found: normalize("NFKC", found[0]), text)


@cache
def _moses() -> "Callable[[str], str]":
    from sacremoses import MosesPunctNormalizer  # noqa: PLC0415  (its import takes half a second)

    return cast("Callable[[str], str]", MosesPunctNormalizer().replace_unicode_punct)
