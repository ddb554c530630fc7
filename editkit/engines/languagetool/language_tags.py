"""What a server calls a language, asked as seldom as can be."""

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING

from editkit.engines.languagetool.connection import Link
from editkit.engines.response_cache import Answers

if TYPE_CHECKING:
    from editkit.engines.languagetool.python import Languages


class KnownTags:
    """The languages of the server behind `link`; `local` where it runs on this machine."""

    def __init__(self, link: Link, answers: Answers, *, local: bool) -> None:
        self._link, self._answers, self._local = link, answers, local
        self._languages: Languages | None = None

    def tag(self, lang: str) -> str:
        """Return the server's tag for `lang`; EngineError where it has none or does not answer."""
        tag: str = self._answers.of(("tag", lang), lambda: self._asked().tag(lang))
        return tag

    def _asked(self) -> "Languages":
        if self._languages is None:
            with ThreadPoolExecutor(1) as meanwhile:
                # the library takes 0.2 s to load, and a server takes longer to start
                meanwhile.submit(import_module, "language_tool_python")
                url = self._link.url
            from editkit.engines.languagetool.python import Languages  # noqa: PLC0415  (GPL, slow)

            self._languages = Languages(url, local=self._local)
        return self._languages
