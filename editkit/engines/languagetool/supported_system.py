"""Systems on which editkit installs and starts a LanguageTool."""

import sys

from editkit.core.engine import EngineError


def require_supported_system() -> None:
    """Raise EngineError on Windows, which has no shared file locks."""
    if sys.platform == "win32":
        raise EngineError(
            "editkit keeps a LanguageTool of its own on Linux and macOS only; "
            "name a running server by EDITKIT_LANGUAGETOOL_URL."
        )
