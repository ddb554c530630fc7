"""Cached results: reads and writes the results of one run in the result cache."""

from hashlib import sha256

from editkit.cache.keys import ToolsetKey, toolset_key
from editkit.config import Settings
from editkit.core.result import EngineState, FileResult
from editkit.core.storage.blob_store import BlobStore
from editkit.core.storage.codec import DamagedError, Value, dump, load
from editkit.linting.compact_result import CommonResult, CompactResult, compress, package_notices
from editkit.linting.files.source_file import STDIN, SourceFile, resolve_format, try_read
from editkit.linting.toolset import Toolset, needs_engines


class CachedResults:
    """Reads results of one run from a cache, and adds new ones.

    Only complete results are cached, where no check or engine has failed, and none of
    the standard input. `corpus` is the digest of the files for cross-file analysis, or
    "" if results depend only on a file and its settings. `glossary` is the digest of the
    glossary that replaces the glossary files of the settings, or "" if none does.
    """

    def __init__(self, cache: BlobStore, corpus: str = "", glossary: str = "") -> None:
        self._cache, self._corpus, self._glossary = cache, corpus, glossary
        self._keys: dict[Settings, ToolsetKey | None] = {}
        self._common: dict[Settings, CommonResult | None] = {}

    def has_toolset(self, settings: Settings) -> bool:
        """Return whether the reports and notices of the toolset for `settings` are cached."""
        return self._common_result(settings) is not None

    def put_toolset(self, settings: Settings, toolset: Toolset) -> None:
        """Cache the reports and notices of an open toolset."""
        if self.has_toolset(settings):
            return
        if self._keys[settings] is None:  # opening it may have installed the engine
            del self._keys[settings]
        key = self._key(settings)
        if key is not None and _is_complete(toolset, engine_missing=key.engine_missing):
            self._common[settings] = entry = toolset.common_result
            self._cache.put(key.key, dump(entry))

    def has(self, settings: Settings, file: SourceFile) -> bool:
        """Return whether there is a cache entry for a file, which may be corrupt."""
        key = self._file_key(settings, file)
        return key is not None and self._cache.has(key)

    def get(self, settings: Settings, file: SourceFile) -> FileResult | None:
        """Return the cached result of a file, or None; its documents have no segments."""
        common, key = self._common_result(settings), self._file_key(settings, file)
        if common is None or key is None or (compact := self._load(CompactResult, key)) is None:
            return None
        package = try_read(file, settings.lang)
        return compact.restore(package, common) if package else None

    def put(self, settings: Settings, result: FileResult, file: SourceFile) -> None:
        """Cache the result of a file, unless a check or an engine has failed."""
        common, key = self._common_result(settings), self._key(settings)
        if common is None or key is None or result.package is None or result.uri == STDIN:
            return
        expected = (*common.notices, *package_notices(result.package))
        if (result.engines, result.notices) == (common.engines, expected):
            entry, name = dump(compress(result, common)), self._name(result.uri)
            content = _content(result.sha256, file)
            self._cache.put(key.for_file(result.package.format, content, name), entry)

    def _common_result(self, settings: Settings) -> CommonResult | None:
        if settings not in self._common:
            key = self._key(settings)
            self._common[settings] = None if key is None else self._load(CommonResult, key.key)
        return self._common[settings]

    def _key(self, settings: Settings) -> ToolsetKey | None:
        if settings not in self._keys:
            self._keys[settings] = (
                toolset_key(settings, self._corpus, self._glossary) if settings.cache else None
            )
        return self._keys[settings]

    def _file_key(self, settings: Settings, file: SourceFile) -> str | None:
        key = self._key(settings)
        if key is None or file.data is None or file.uri == STDIN:
            return None
        content = _content(sha256(file.data).hexdigest(), file)
        return key.for_file(resolve_format(file).name, content, self._name(file.uri))

    def _name(self, uri: str) -> str:
        """Return the file's name for its key; without cross-file analysis, "" for any file."""
        return uri if self._corpus else ""

    def _load(self, kind: type[Value], key: str) -> Value | None:
        data = self._cache.get(key)
        try:
            return None if data is None else load(kind, data)
        except DamagedError:
            return None


def _content(digest: str, file: SourceFile) -> str:
    """Return what identifies a text: the SHA-256 of its bytes, and what else it is read with."""
    original = None if file.original is None else sha256(file.original.encode()).hexdigest()
    return " ".join((digest, *filter(None, (file.encoding, original))))


def _is_complete(toolset: Toolset, *, engine_missing: bool) -> bool:
    """Return whether all engines that the settings need are open or known to be missing."""
    states = {report.state for report in toolset.reports}
    if needs_engines(toolset.settings) and not states:
        return False
    return EngineState.FAILED not in states and (
        engine_missing or EngineState.MISSING not in states
    )
