"""Language lookup with language-tool-python (GPL-3.0-only), imported in this module only."""

import threading
from typing import TYPE_CHECKING

from editkit.core.engine import EngineError

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

_NO_PROXY = {"http": "", "https": "", "all": ""}


class Languages:
    """The languages of a running server, as language-tool-python finds them."""

    def __init__(self, url: str, *, is_local: bool) -> None:
        self._url, self._is_local = url, is_local
        self._tool: LanguageTool | None = None
        self._lock = threading.Lock()

    def tag(self, lang: str) -> str:
        """Return the server's tag for `lang`. Raises EngineError if it has none."""
        from language_tool_python import LanguageTool  # noqa: PLC0415  (0.2 s)
        from language_tool_python.exceptions import LanguageToolError  # noqa: PLC0415

        try:
            with self._lock:
                if self._tool is None:
                    proxies = _NO_PROXY if self._is_local else None
                    self._tool = LanguageTool(lang, remote_server=self._url, proxies=proxies)
                else:
                    self._tool.language = lang
                return str(self._tool.language)
        except ValueError as error:
            raise EngineError(f"LanguageTool here has no language “{lang}”.") from error
        except LanguageToolError as error:
            raise EngineError(f"The LanguageTool server “{self._url}” does not answer.") from error
        except Exception as error:  # the library does not validate the response
            raise EngineError(f"“{self._url}” does not answer as LanguageTool does.") from error
