"""Declaration of the engine `plain-words`, which editkit reads before it opens the engine."""

from typing import ClassVar

from editkit.core.engine import Engine
from editkit.core.engine_options import EngineOption
from editkit.core.engine_provider import EngineAccess, EngineProvider, EngineStatus
from editkit.core.setup import Setup


class PlainWordsProvider(EngineProvider):
    """Has no rank, so it is used only with `--engine plain-words`."""

    name: ClassVar[str] = "plain-words"
    title: ClassVar[str] = "Plain Words"
    languages: ClassVar[dict[str, str]] = {"en": "English"}
    options: ClassVar[tuple[EngineOption, ...]] = (
        EngineOption("keep", (), "Wordy phrases that are not flagged."),
    )

    def open(self, setup: Setup, access: EngineAccess) -> Engine:
        """Return the engine; a real one would start a program or a server here."""
        from editkit_example.plain_words import PlainWords

        return PlainWords(setup, keep=self.options_in(access)["keep"])

    def status(self, access: EngineAccess) -> EngineStatus:
        """Return that it is ready: it needs nothing."""
        return EngineStatus(self.name, "1", is_ready=True, details=("in this process",))
