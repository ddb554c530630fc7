"""Language-specific data and functions, one package per language."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from editkit.core.language import matches

if TYPE_CHECKING:
    from editkit.languages.base import Language


@cache
def find_language(lang: str) -> "Language":
    """Return what is known of `lang`, a BCP 47 tag.

    A text without a language (`und`) is taken for English, as checks are. A language is
    known if its folder has a module `language` that defines `LANGUAGE`.
    """
    code = "en" if matches("en", lang) else lang.replace("_", "-").partition("-")[0].lower()
    name = f"{__name__}.{code}"
    folder = find_spec(name) if code.isalpha() else None
    if folder and folder.submodule_search_locations and find_spec(f"{name}.language"):
        found: Language = import_module(f"{name}.language").LANGUAGE
        return found
    return import_module(f"{__name__}.base").UNKNOWN  # type: ignore[no-any-return]
