"""Notices about LanguageTool servers on other machines: used, or named without effect."""

from collections.abc import Iterator

from editkit.config import Settings
from editkit.core.result import EngineReport, EngineState, Notice
from editkit.engines.registry import candidates

_ENGINE = "languagetool"


def ignored_server_notices(settings: Settings) -> Iterator[Notice]:
    """Yield a notice if a project configuration names a server that is not contacted."""
    if settings.ignored_server is None or settings.offline:
        return
    if _ENGINE not in candidates(settings.engine):
        return
    yield Notice(settings.ignored_server.message, settings.ignored_server.file)


def remote_server_notices(
    settings: Settings, reports: tuple[EngineReport, ...]
) -> Iterator[Notice]:
    """Yield a notice if an engine that runs sends the text to another machine."""
    url = settings.server
    if not url or not any(
        report.name == _ENGINE and report.state is EngineState.RAN for report in reports
    ):
        return
    from urllib.parse import urlsplit  # noqa: PLC0415  (few runs name a server)

    from editkit.engines.languagetool.provision import is_local_url, server_url  # noqa: PLC0415  (as above)

    if is_local_url(url):
        return
    parsed = urlsplit(server_url(url))
    host = parsed.netloc.rpartition("@")[2]
    how = "encrypted" if parsed.scheme == "https" else "without encryption"
    message = f"The text is sent to the LanguageTool server “{host}”, {how}."
    yield Notice(message, engine=_ENGINE)
