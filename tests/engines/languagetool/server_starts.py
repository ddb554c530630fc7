"""Servers of the fake Java, and their starts."""

import time
from collections.abc import Callable

from editkit.engines.languagetool.provision import EngineSettings, LocalRuntime, provide
from editkit.engines.languagetool.server import Server

SOON = 15.0


def server(idle: float = 60.0) -> Server:
    settings = EngineSettings(idle=idle)
    installed = provide(settings, lambda _done, _all: None)
    assert isinstance(installed, LocalRuntime)
    return Server(installed, settings, lambda _done, _all: None)


def eventually(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + SOON
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    return true()
