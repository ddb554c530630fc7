"""Opening of toolsets: builds the checks of settings and opens the engines they need."""

from collections.abc import Callable
from dataclasses import dataclass

from editkit.config import Settings
from editkit.core.blob_store import BlobStore
from editkit.core.errors import INTERRUPTIONS
from editkit.core.glossary import Glossary
from editkit.core.result import Notice
from editkit.linting.toolset import Toolset, build_toolset, needs_engines

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ToolsetOpener:
    """Opens toolsets whose engines report their progress and cache their responses in `store`.

    `progress(done, total)` is called with the downloaded bytes of an engine,
    `check_progress(done, total)` with the chunks an engine has checked.
    """

    progress: Progress
    check_progress: Progress
    store: BlobStore | None = None

    def open(self, settings: Settings, glossary: Glossary | None) -> Toolset:
        """Return the toolset for `settings`; an engine that cannot be opened is a notice.

        `glossary` replaces the glossary files of the settings. Raises InputError for a
        glossary, pack or word list that cannot be read.
        """
        toolset = build_toolset(settings, glossary)
        if needs_engines(settings):
            self._open_engines(toolset)
        return toolset

    def _open_engines(self, toolset: Toolset) -> None:
        from editkit.engines.languagetool.provision import EngineSettings  # noqa: PLC0415  (as below)
        from editkit.engines.registry import open_engines  # noqa: PLC0415  (term-only runs use no engine)
        from editkit.linting.engine_worker import WorkerPool  # noqa: PLC0415  (as above)

        settings = toolset.settings
        try:
            opened = open_engines(
                settings.engine,
                toolset.setup,
                EngineSettings(url=settings.languagetool_url, offline=settings.offline),
                install_progress=self.progress,
                store=self.store if settings.cache else None,
                check_progress=self.check_progress,
            )
        except INTERRUPTIONS:
            raise
        except BaseException as error:  # noqa: BLE001  (editkit's own checks run even if an engine fails)
            toolset.notices += (
                Notice(f"No engine could be opened: {type(error).__name__}: {error}."),
            )
            return
        toolset.engines, toolset.reports = opened.engines, opened.reports
        toolset.worker_pools = tuple(WorkerPool(engine.name) for engine in opened.engines)
        toolset.notices += opened.notices
