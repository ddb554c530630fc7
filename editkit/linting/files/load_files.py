"""Loading of the files that settings name: glossaries, style packs and word lists."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from editkit.config import Settings
from editkit.config.project_files import nothing_quoted
from editkit.config.settings import PACK_RULE
from editkit.core.glossary import Glossary
from editkit.core.result import Notice
from editkit.core.taxonomy import Family, Status

if TYPE_CHECKING:
    from editkit.termbase import LoadedGlossary
    from editkit.text.allowed_words import AllowedWords

_Loaded = tuple[Glossary, tuple[Notice, ...]]


def load_allowed_words(settings: Settings) -> "AllowedWords | None":
    """Return the words of the word lists; None if there are none.

    Raises InputError if one cannot be read. Only a list that the user names may be a pipe.
    """
    if not settings.words:
        return None
    from editkit.languages.en.word_list import is_english  # noqa: PLC0415  (most runs have no list)
    from editkit.text.allowed_words import AllowedWords  # noqa: PLC0415  (as above)

    words = (word for path in settings.words for word in _words(settings, path))
    return AllowedWords(words, is_english)


def _words(settings: Settings, path: str) -> tuple[str, ...]:
    from editkit.core.storage.read_file import is_stream  # noqa: PLC0415  (as above)
    from editkit.termbase.word_list import read_words  # noqa: PLC0415  (as above)

    if path in settings.project_files or not is_stream(path):
        return read_words(path)
    found = Path(path).stat()
    return _stream_words(path, found.st_dev, found.st_ino)


@lru_cache(maxsize=8)
def _stream_words(path: str, _device: int, _inode: int) -> tuple[str, ...]:
    """Return the words of a pipe, which is read once and used with several settings."""
    from editkit.termbase.word_list import read_words  # noqa: PLC0415  (as above)

    return read_words(path, stream_ok=True)


def load_glossaries(settings: Settings) -> _Loaded:
    """Return the merged glossaries; raise InputError if one cannot be read."""
    if not settings.glossaries:
        return Glossary(), ()
    return _merge([_load(settings, path) for path in settings.glossaries])


def load_packs(settings: Settings) -> _Loaded:
    """Return the merged packs, including rows whose low confidence hides them by default.

    Rows in preview are among them only with `preview`. Raises InputError if one cannot be read.
    """
    if not settings.packs or not settings.is_enabled(PACK_RULE, Family.STYLE):
        return Glossary(), ()
    from editkit.config.packs import is_pack_file  # noqa: PLC0415  (most runs have none)

    if not any(map(is_pack_file, settings.packs)):
        return _builtin_packs(settings.packs, preview=settings.preview)
    loaded = _merge([_load_pack(settings, name) for name in settings.packs])
    return _with_status(loaded, preview=settings.preview)


def _load_pack(settings: Settings, name: str) -> "LoadedGlossary":
    from editkit.config.packs import is_pack_file  # noqa: PLC0415  (as above)

    is_file = is_pack_file(name)
    return _load(settings, name, term_optional=True) if is_file else _load_builtin_pack(name)


@lru_cache(maxsize=4)
def _builtin_packs(names: tuple[str, ...], *, preview: bool) -> _Loaded:
    """Return packs that are part of editkit; they do not change while it runs."""
    return _with_status(_merge([_load_builtin_pack(name) for name in names]), preview=preview)


def _with_status(packs: _Loaded, *, preview: bool) -> _Loaded:
    """Return packs without the rows in preview, or with all rows."""
    glossary, notices = packs
    if preview:
        return packs
    stable = (row for row in glossary.concepts if row.status is Status.STABLE)
    return Glossary(tuple(stable)), notices


def _load_builtin_pack(name: str) -> "LoadedGlossary":
    from editkit.config.packs import pack_data, pack_path  # noqa: PLC0415  (as above)
    from editkit.termbase import load  # noqa: PLC0415  (as above)

    return load(pack_path(name), term_optional=True, data=pack_data(name))


def _load(settings: Settings, path: str, *, term_optional: bool = False) -> "LoadedGlossary":
    from editkit.termbase import load  # noqa: PLC0415  (most of it is for other formats)
    from editkit.termbase.several_forms import several_forms_notices  # noqa: PLC0415  (as above)

    is_outside = path in settings.outside_files
    with nothing_quoted(settings, path, "glossary"):
        loaded = load(path, term_optional=term_optional)
    remarks = several_forms_notices(loaded.glossary, path)
    if not loaded.notices and not remarks:
        return loaded
    if not is_outside:
        return replace(loaded, notices=loaded.notices + remarks)
    if not loaded.notices:
        return loaded
    notice = Notice(
        "A part of this glossary is not used. It is outside of the folder of the configuration "
        "that names it, so nothing of it is shown; see “editkit glossary check”.",
        path,
    )
    return replace(loaded, notices=(notice,))


def _merge(loaded: "list[LoadedGlossary]") -> _Loaded:
    from editkit.termbase import merge  # noqa: PLC0415  (as above)

    notices = tuple(notice for each in loaded for notice in each.notices)
    return merge(each.glossary for each in loaded), notices
