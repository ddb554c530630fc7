"""Ignored settings: what a configuration next to an article sets but must not."""

from dataclasses import dataclass

from editkit.engines.chosen_server import SERVER_VARIABLE


@dataclass(frozen=True, slots=True)
class IgnoredServer:
    """A LanguageTool server that must not be contacted, and the configuration file naming it.

    `user_file` is the user's own configuration file, None without a home folder.
    """

    url: str
    file: str
    user_file: str | None = None

    @property
    def message(self) -> str:
        """A sentence that says why no text is sent to it, and how the user can have that."""
        user = f", or languagetool-url in {self.user_file}" if self.user_file else ""
        return (
            f"No text is sent to the LanguageTool server “{self.url}”, because a configuration "
            "next to an article may not name a server on another machine; to use it, set "
            f"--languagetool-url, {SERVER_VARIABLE}{user}."
        )


@dataclass(frozen=True, slots=True)
class IgnoredOption:
    """An option of an engine that needs trust, and the configuration file that sets it.

    `user_file` is the user's own configuration file, None without a home folder.
    """

    engine: str
    name: str
    file: str
    user_file: str | None = None

    @property
    def message(self) -> str:
        """A sentence that says why the option is not set, and how the user can set it."""
        user = f"; to use it, set it in {self.user_file}" if self.user_file else ""
        return (
            f"The option “{self.name}” of the engine {self.engine} is not set, because a "
            "configuration next to an article may not decide where texts are sent, which program "
            f"runs or which file is read{user}."
        )
