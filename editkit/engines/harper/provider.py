"""Declaration of the Harper engine."""

from typing import TYPE_CHECKING, ClassVar

from editkit.core.engine_provider import EngineAccess, EngineProvider, EngineStatus

if TYPE_CHECKING:
    from editkit.core.engine import Engine
    from editkit.core.setup import Setup


class HarperProvider(EngineProvider):
    """Harper, a required dependency of editkit; its version is part of every cache key."""

    name: ClassVar[str] = "harper"
    title: ClassVar[str] = "Harper"
    languages: ClassVar[dict[str, str]] = {"en": "English"}
    rank: ClassVar[int] = 20

    def open(self, setup: "Setup", access: EngineAccess) -> "Engine":
        """Return the engine."""
        from editkit.engines.harper.engine import Harper  # noqa: PLC0415  (where it runs only)

        return Harper(setup, access.store)

    def status(self, access: EngineAccess) -> EngineStatus:  # noqa: ARG002  (needs nothing)
        """Return the version of harper-py."""
        from importlib.metadata import version  # noqa: PLC0415  (slow to import)

        return EngineStatus(
            self.name, version("harper-py"), is_ready=True, details=("in this process",)
        )
