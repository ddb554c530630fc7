"""Notices about servers on other machines, and options of engines: used, or ignored."""

from collections.abc import Iterator

from editkit.config import Settings
from editkit.core.result import EngineReport, EngineState, Notice
from editkit.engines.registry import candidates

_ENGINE = "languagetool"


def ignored_server_notices(settings: Settings) -> Iterator[Notice]:
    """Yield a notice for each server or option of an engine that a project must not set.

    There is none about an engine that is not used.
    """
    ignored = settings.ignored_options
    if settings.ignored_server is None and not ignored:
        return
    used = candidates(settings.engine)
    if settings.ignored_server is not None and not settings.offline and _ENGINE in used:
        yield Notice(settings.ignored_server.message, settings.ignored_server.file)
    for option in ignored:
        if option.engine in used:
            yield Notice(option.message, option.file, engine=option.engine)


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
