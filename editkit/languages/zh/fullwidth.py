"""Conversion of full-width and Chinese characters, by the rules of Moses."""

from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, cast
from unicodedata import normalize

from editkit.core.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_FULLWIDTH = lazy_pattern("[\uff01-\uff5e\uffe0-\uffe6]")
_FULLWIDTH_WORD = lazy_pattern("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_NUMBER_SEPARATOR = lazy_pattern(
    r"(?<=[0-9\uff10-\uff19])[\uff0c\uff0e\uff1a](?=[0-9\uff10-\uff19])"
)


def halfwidth(text: str) -> str:
    """Return `text` with full-width and Chinese characters replaced by ASCII equivalents.

    `text` should be a run of such characters: in other text, curly quotation marks would be
    replaced too. Punctuation follows `replace_unicode_punct` of sacremoses
    (replace-unicode-punctuation.perl of Moses), which inserts a space after each period.
    Separators inside numbers are replaced first, and spaces at both ends are removed. All
    other characters are normalized by NFKC.

    >>> halfwidth("１２．５％"), halfwidth("。"), halfwidth("《ＢＪ》")
    ('12.5%', '.', '"BJ"')
    """
    if not _FULLWIDTH_WORD.fullmatch(text):
        text = _NUMBER_SEPARATOR.sub(lambda found: normalize("NFKC", found[0]), text)
        text = _moses_punctuation()(text).strip(" ")
    return _FULLWIDTH.sub(lambda found: normalize("NFKC", found[0]), text)


@cache
def _moses_punctuation() -> "Callable[[str], str]":
    """Return sacremoses's function, without importing the package.

    The package imports its tokenizer, which compiles large patterns, and joblib: most of a
    second for a module that needs neither.
    """
    package = find_spec("sacremoses")
    folders = package.submodule_search_locations if package else None
    spec = PathFinder.find_spec("sacremoses.normalize", folders)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("No module named 'sacremoses.normalize'", name="sacremoses")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[[str], str]", module.MosesPunctNormalizer().replace_unicode_punct)
