"""Choice of a LanguageTool server: that of the settings, otherwise that of the environment."""

import os

SERVER_VARIABLE = "EDITKIT_LANGUAGETOOL_URL"


def server_of_environment() -> str | None:
    """Return the server that the environment variable names, None if it is not set or empty."""
    return os.environ.get(SERVER_VARIABLE) or None


def chosen_server(configured: str | None) -> str | None:
    """Return the server to use if the settings name `configured`; None if there is none."""
    return configured or server_of_environment()
