"""Declaration of the LanguageTool engine."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from editkit.core.engine import EngineError
from editkit.core.engine_provider import (
    EngineAccess,
    EngineIdentity,
    EngineMissingError,
    EngineProvider,
    EngineStatus,
)
from editkit.engines.languagetool import own_rules

if TYPE_CHECKING:
    from editkit.core.engine import Engine
    from editkit.core.rule import Rule
    from editkit.core.setup import Setup
    from editkit.core.taxonomy import Confidence
    from editkit.engines.languagetool.provision import EngineSettings


class LanguageToolProvider(EngineProvider):
    """LanguageTool, which needs Java and a download; a server can be named instead."""

    name: ClassVar[str] = own_rules.ENGINE
    title: ClassVar[str] = "LanguageTool"
    rank: ClassVar[int] = 10
    needs_download: ClassVar[bool] = True

    def open(self, setup: "Setup", access: EngineAccess) -> "Engine":
        """Return the engine once it has responded, or has a cached response."""
        from editkit.engines.languagetool.opening import open_languagetool  # noqa: PLC0415  (where it runs only)
        from editkit.engines.languagetool.provision import provide  # noqa: PLC0415  (as above)

        settings = self._settings(access)
        on_download = partial(access.on_download, self.title)
        try:
            provided = provide(settings, on_download)
        except EngineError as error:
            raise EngineMissingError(str(error)) from error
        opened = open_languagetool(provided, setup, settings, on_download, access.store)
        opened.check_progress = access.on_check
        return opened

    def status(self, access: EngineAccess) -> EngineStatus:
        """Return the versions of LanguageTool and Java, or what is missing."""
        from editkit.engines.languagetool.status import languagetool_status  # noqa: PLC0415  (as above)

        return languagetool_status(self._settings(access))

    def identity(self, access: EngineAccess) -> EngineIdentity | None:
        """Return a name of its jars, its rules and Java, or of the server's build."""
        from editkit.engines.languagetool.identity import current_identity  # noqa: PLC0415  (as above)

        return current_identity(self._settings(access))

    def install(self, access: EngineAccess) -> str:
        """Download the jars that are missing from the cache or damaged."""
        from editkit.engines.languagetool.install import install, install_folder, missing_jars  # noqa: PLC0415  (as above)
        from editkit.engines.languagetool.lock import read_lock  # noqa: PLC0415  (as above)
        from editkit.engines.languagetool.provision import INSTALL_HINT  # noqa: PLC0415  (as above)

        lock = read_lock()
        home = install_folder(lock)
        if missing_jars(lock, home):
            if access.offline:
                raise EngineError(f"LanguageTool is not in the cache; {INSTALL_HINT}.")
            install(lock, partial(access.on_download, self.title))
        return f"LanguageTool {lock.version} is in {home}"

    def rule_ids(self) -> tuple[str, ...]:
        """Return the ids of editkit's rules in LanguageTool's XML format."""
        return own_rules.names()

    def rules(self) -> tuple["Rule", ...]:
        """Return the rules of the XML files."""
        from editkit.engines.languagetool.own_rules_xml import own_rules_by_id  # noqa: PLC0415  (needs lxml)

        return tuple(own.rule for own in own_rules_by_id().values())

    def confidence_of(self, rule_id: str) -> "Confidence":
        """Return the confidence that a rule's XML file declares."""
        from editkit.engines.languagetool.own_rules_xml import own_rules_by_id  # noqa: PLC0415  (as above)

        return own_rules_by_id()[rule_id].finding_class.confidence

    def _settings(self, access: EngineAccess) -> "EngineSettings":
        from editkit.engines.languagetool.provision import EngineSettings  # noqa: PLC0415  (as above)

        return EngineSettings(offline=access.offline, url=access.urls.get(self.name))
