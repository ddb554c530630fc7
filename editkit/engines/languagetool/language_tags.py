"""Cached lookup of a server's language tags."""

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING

from editkit.engines.languagetool.connection import Connection
from editkit.engines.response_cache import ResponseCache

if TYPE_CHECKING:
    from editkit.engines.languagetool.language_lookup import Languages


class CachedLanguageTags:
    """The language tags of a connection's server; `is_local` if it runs on this machine."""

    def __init__(
        self, connection: Connection, responses: ResponseCache, *, is_local: bool
    ) -> None:
        self._connection, self._responses, self._is_local = connection, responses, is_local
        self._languages: Languages | None = None

    def tag(self, lang: str) -> str:
        """Return the server's tag for `lang`.

        Raises EngineError if the server has none or does not respond.
        """
        tag: str = self._responses.get_or_fetch(
            ("tag", lang), lambda: self._server_languages().tag(lang)
        )
        return tag

    def _server_languages(self) -> "Languages":
        if self._languages is None:
            with ThreadPoolExecutor(1) as executor:
                # Import the library, which takes 0.2 s, while the server starts.
                executor.submit(import_module, "language_tool_python")
                url = self._connection.url
            from editkit.engines.languagetool.language_lookup import Languages  # noqa: PLC0415  (GPL, slow)

            self._languages = Languages(url, is_local=self._is_local)
        return self._languages
