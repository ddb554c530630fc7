"""A LanguageTool server that this machine's runs of editkit share."""

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from editkit.core.engine import EngineError
from editkit.engines.folders import cache_folder, cannot_write, make_folder
from editkit.engines.languagetool import own_rules, watchdog
from editkit.engines.languagetool.client import Client, SilentError, Unreachable
from editkit.engines.languagetool.file_locks import is_held, shared
from editkit.engines.languagetool.install import Progress
from editkit.engines.languagetool.provision import EngineSettings, Local

READY_WITHIN = 120.0
"""Seconds; ready takes one on a free machine and was seen to take 13 on a busy, cold one."""

FLAGS = (
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dsun.net.httpserver.nodelay=true",
)
_END_WITHIN = 10.0
_QUIET = '<configuration><root level="OFF"/></configuration>'
_TAIL_LINES = 12
_LOOK_EVERY = 0.01
_PORT_TAKEN = "PortBindingException"


class Server:
    """One LanguageTool on a loopback port, started when it is first needed.

    It is found again by what it is made of: another Java, other jars or other
    rules of our own make another server.
    """

    def __init__(self, local: Local, settings: EngineSettings, progress: Progress) -> None:
        self._local, self._settings, self._progress = local, settings, progress
        self._idle = settings.idle_seconds
        self._given_up = False
        self.folder = make_folder(cache_folder() / f"server-{_key(local)}")
        self._rules = self.folder / "rules"

    def port(self) -> int:
        """Return the port of the running server, starting one where none runs.

        Ready and dead are told apart by the lock that the server's processes
        hold. Raises EngineError with the end of the server's log where it ends
        before it is ready or is not ready within two minutes.
        """
        make_folder(self.folder)
        try:
            with self.in_use():
                return self._wait_until_ready()
        except Unreachable as error:
            raise EngineError(
                f"“{self.folder}” was removed while LanguageTool started."
            ) from error

    def end(self) -> None:
        """Have the server end, whoever uses it: it has taken a question and does not answer.

        Waits a few seconds for that. Whoever needs a server then starts another.
        """
        deadline = time.monotonic() + _END_WITHIN
        with contextlib.suppress(OSError):
            (self.folder / watchdog.END).touch()
            while is_held(self.folder / watchdog.LOCK) and time.monotonic() < deadline:
                time.sleep(_LOOK_EVERY)

    def give_up(self) -> None:
        """Have a thread that waits for the server wait no more."""
        self._given_up = True

    def _wait_until_ready(self) -> int:
        deadline = time.monotonic() + READY_WITHIN
        starts = 0
        while time.monotonic() < deadline:
            if self._given_up:
                raise EngineError("LanguageTool is not waited for any more.")
            if is_held(self.folder / watchdog.LOCK):
                if (port := self._state().get("port")) and self._answers(int(port)):
                    return int(port)
            elif starts and (starts > 1 or _PORT_TAKEN not in self._log()):
                raise EngineError(f"LanguageTool ended before it was ready: {self._tail()}")
            else:
                self._start()
                starts += 1
            time.sleep(_LOOK_EVERY)
        raise EngineError(
            f"LanguageTool was not ready after {READY_WITHIN:.0f} seconds: {self._tail()}"
        )

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Keep the server from ending of idleness while inside."""
        beat = self.folder / watchdog.BEAT
        try:
            with shared(self.folder / watchdog.USE):
                beat.touch()
                yield
                beat.touch()
        except FileNotFoundError as error:
            raise Unreachable("the server's folder is gone") from error

    def _start(self) -> None:
        self._local.installation.check(offline=self._settings.offline, progress=self._progress)
        command: list[str | Path] = [
            sys.executable,
            "-I",
            "-S",
            watchdog.__file__,
            self.folder,
            str(self._idle),
        ]
        try:
            properties = self.folder / "server.properties"
            properties.write_text("pipelineCaching=true\n", "utf-8")
            logging = self.folder / "logback.xml"
            logging.write_text(_QUIET, "utf-8")
            _write_rules(self._rules)
            with (self.folder / watchdog.LOG).open("ab") as log:
                started = subprocess.run(  # noqa: S603  (our own program)
                    [*command, *self._java_command(properties, logging)],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    check=False,
                    start_new_session=True,
                )
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        if started.returncode not in {0, watchdog.TAKEN}:
            raise EngineError(f"LanguageTool's watcher cannot start: {self._tail()}")

    def _java_command(self, properties: Path, logging: Path) -> Sequence[str | Path]:
        return (
            self._local.java.path,
            *FLAGS,
            f"-Dlogback.configurationFile={logging}",
            "-cp",
            os.pathsep.join((str(self._rules), str(self._local.installation.jar))),
            "org.languagetool.server.HTTPServer",
            "--config",
            properties,
            "--port",
            watchdog.PORT,
        )

    def _answers(self, port: int) -> bool:
        """Whether LanguageTool, and nobody else, listens there; one that hangs is ended."""
        client = Client(f"http://127.0.0.1:{port}")
        try:
            client.build()
        except SilentError:
            self.end()
            return False
        except (Unreachable, EngineError):
            return False
        finally:
            client.close()
        return True

    def _state(self) -> dict[str, float]:
        try:
            state = json.loads((self.folder / watchdog.STATE).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    def _log(self) -> str:
        try:
            return (self.folder / watchdog.LOG).read_text("utf-8", "replace")
        except OSError:
            return ""

    def _tail(self) -> str:
        lines = [line.strip() for line in self._log().split("\n") if line.strip()]
        return "\n".join(["the end of its log is", *lines[-_TAIL_LINES:]]) if lines else "no log."


def _write_rules(folder: Path) -> None:
    """Put editkit's own rules where LanguageTool looks on its class path, whole or not at all."""
    from editkit.engines.languagetool.own_rules_xml import PLACE, compose  # noqa: PLC0415  (at a start only)

    place = folder / PLACE
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.{os.getpid()}")
    part.write_bytes(compose())
    part.replace(place)


def _key(local: Local) -> str:
    jars, java = local.installation, local.java.path.resolve()
    parts = (str(jars.jar), jars.identity, str(java), own_rules.digest(), *FLAGS)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:12]
