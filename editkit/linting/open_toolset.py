"""Opening of toolsets: builds the checks of settings and opens the engines they need."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editkit.config import Settings
from editkit.core.errors import INTERRUPTIONS, describe
from editkit.core.glossary import Glossary
from editkit.core.result import Notice
from editkit.core.storage.blob_store import BlobStore
from editkit.linting.server_notices import remote_server_notices
from editkit.linting.toolset import Toolset, build_toolset, needs_engines

if TYPE_CHECKING:
    from editkit.core.engine_provider import DownloadProgress, Progress


@dataclass(frozen=True, slots=True)
class ToolsetOpener:
    """Opens toolsets whose engines report their progress and cache their responses in `store`.

    `progress(title, done, total)` is called with the downloaded bytes of an engine,
    `check_progress(done, total)` with the chunks an engine has checked.
    """

    progress: "DownloadProgress"
    check_progress: "Progress"
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
        from editkit.core.engine_provider import EngineAccess  # noqa: PLC0415  (as below)
        from editkit.engines.selection import open_engines  # noqa: PLC0415  (term-only runs use no engine)
        from editkit.linting.engine_worker import WorkerPool  # noqa: PLC0415  (as above)

        settings = toolset.settings
        try:
            access = EngineAccess(
                settings.offline,
                settings.engine_urls,
                self.store if settings.cache else None,
                self.progress,
                self.check_progress,
                settings.options_of_engines,
            )
            opened = open_engines(settings.engine, toolset.setup, access)
        except INTERRUPTIONS:
            raise
        except BaseException as error:  # noqa: BLE001  (editkit's own checks run even if an engine fails)
            toolset.notices += (Notice(f"No engine could be opened: {describe(error)}."),)
            return
        toolset.engines, toolset.reports = opened.engines, opened.reports
        toolset.worker_pools = tuple(WorkerPool(engine.name) for engine in opened.engines)
        toolset.notices += (*opened.notices, *remote_server_notices(settings, opened.reports))
