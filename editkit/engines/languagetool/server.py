"""Local LanguageTool server, shared by all editkit processes on this machine."""

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
from editkit.core.storage.file_lock import is_locked, locked
from editkit.engines.folders import cache_folder, make_folder, write_error
from editkit.engines.languagetool import own_rules, watchdog
from editkit.engines.languagetool.client import Client, NoAnswerError, Unreachable
from editkit.engines.languagetool.install import Progress
from editkit.engines.languagetool.provision import EngineSettings, LocalRuntime

STARTUP_TIMEOUT = 120.0
"""Seconds. A start takes 1 s on an idle machine and up to 13 s on a busy one."""

JAVA_FLAGS = (
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dsun.net.httpserver.nodelay=true",
)
_SHUTDOWN_TIMEOUT = 10.0  # seconds
_LOGBACK_CONFIG = '<configuration><root level="OFF"/></configuration>'
_LOG_TAIL_LINES = 12
_POLL_INTERVAL = 0.01  # seconds
_PORT_IN_USE = "PortBindingException"


class Server:
    """A LanguageTool server on a loopback port, started when it is first needed.

    Processes share it if they have the same Java, jars, and rules.
    """

    def __init__(self, local: LocalRuntime, settings: EngineSettings, progress: Progress) -> None:
        self._local, self._settings, self._progress = local, settings, progress
        self._idle_seconds = settings.idle_seconds
        self._cancelled = False
        self.folder = make_folder(cache_folder() / f"server-{_server_key(local)}")
        self._rules_folder = self.folder / "rules"

    def port(self) -> int:
        """Return the port of the running server, starting it if necessary.

        A lock of the server's processes shows whether it is alive. Raises EngineError with
        the end of the server's log if it ends before it is ready or is not ready in time.
        """
        make_folder(self.folder)
        try:
            with self.in_use():
                return self._wait_until_ready()
        except Unreachable as error:
            raise EngineError(
                f"“{self.folder}” was removed while LanguageTool started."
            ) from error

    def stop(self) -> None:
        """Stop an unresponsive server, even if other processes use it.

        Waits up to `_SHUTDOWN_TIMEOUT` for it to end. The next request starts another.
        """
        deadline = time.monotonic() + _SHUTDOWN_TIMEOUT
        with contextlib.suppress(OSError):
            (self.folder / watchdog.STOP_FILE).touch()
            while is_locked(self.folder / watchdog.LOCK_FILE) and time.monotonic() < deadline:
                time.sleep(_POLL_INTERVAL)

    def cancel_wait(self) -> None:
        """Make a thread that waits for the server raise EngineError."""
        self._cancelled = True

    def _wait_until_ready(self) -> int:
        deadline = time.monotonic() + STARTUP_TIMEOUT
        starts = 0
        while time.monotonic() < deadline:
            if self._cancelled:
                raise EngineError("LanguageTool is not waited for any more.")
            if is_locked(self.folder / watchdog.LOCK_FILE):
                if (port := self._state().get("port")) and self._responds(int(port)):
                    return int(port)
            elif starts and (starts > 1 or _PORT_IN_USE not in self._log()):
                raise EngineError(f"LanguageTool ended before it was ready: {self._log_tail()}")
            else:
                self._start()
                starts += 1
            time.sleep(_POLL_INTERVAL)
        raise EngineError(
            f"LanguageTool was not ready after {STARTUP_TIMEOUT:.0f} seconds: {self._log_tail()}"
        )

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Keep the server from ending as idle inside the context."""
        heartbeat = self.folder / watchdog.HEARTBEAT_FILE
        try:
            with locked(self.folder / watchdog.USE_LOCK_FILE, is_shared=True):
                heartbeat.touch()
                yield
                heartbeat.touch()
        except FileNotFoundError as error:
            raise Unreachable("the server's folder is gone") from error

    def _start(self) -> None:
        self._local.installation.check(offline=self._settings.offline, progress=self._progress)
        try:
            command: list[str | Path] = [
                sys.executable,
                "-I",
                "-S",
                self._watchdog_program(),
                self.folder,
                str(self._idle_seconds),
            ]
            properties = self.folder / "server.properties"
            properties.write_text("pipelineCaching=true\n", "utf-8")
            logging = self.folder / "logback.xml"
            logging.write_text(_LOGBACK_CONFIG, "utf-8")
            _write_rules(self._rules_folder)
            with (self.folder / watchdog.LOG_FILE).open("ab") as log:
                finished = subprocess.run(  # noqa: S603  (our own program)
                    [*command, *self._java_command(properties, logging)],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    check=False,
                    start_new_session=True,
                )
        except OSError as error:
            raise write_error(self.folder, error) from error
        if finished.returncode not in {0, watchdog.ALREADY_RUNNING}:
            raise EngineError(f"LanguageTool's watcher cannot start: {self._log_tail()}")

    def _watchdog_program(self) -> Path:
        """Return the watchdog's file; if editkit is in an archive, a copy of it."""
        program = Path(watchdog.__file__)
        if program.is_file():
            return program
        import inspect  # noqa: PLC0415  (only for archives)

        copy = self.folder / program.name
        copy.write_text(inspect.getsource(watchdog), "utf-8")
        return copy

    def _java_command(self, properties: Path, logging: Path) -> Sequence[str | Path]:
        return (
            self._local.java.path,
            *JAVA_FLAGS,
            f"-Dlogback.configurationFile={logging}",
            "-cp",
            os.pathsep.join((str(self._rules_folder), str(self._local.installation.jar))),
            "org.languagetool.server.HTTPServer",
            "--config",
            properties,
            "--port",
            watchdog.PORT_PLACEHOLDER,
        )

    def _responds(self, port: int) -> bool:
        """Return whether LanguageTool responds on `port`; an unresponsive server is stopped."""
        client = Client(f"http://127.0.0.1:{port}")
        try:
            client.build()
        except NoAnswerError:
            self.stop()
            return False
        except (Unreachable, EngineError):
            return False
        finally:
            client.close()
        return True

    def _state(self) -> dict[str, float]:
        try:
            state = json.loads((self.folder / watchdog.STATE_FILE).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return state if isinstance(state, dict) else {}

    def _log(self) -> str:
        try:
            return (self.folder / watchdog.LOG_FILE).read_text("utf-8", "replace")
        except OSError:
            return ""

    def _log_tail(self) -> str:
        lines = [line.strip() for line in self._log().split("\n") if line.strip()]
        if not lines:
            return "no log."
        return "\n".join(["the end of its log is", *lines[-_LOG_TAIL_LINES:]])


def _write_rules(folder: Path) -> None:
    """Write editkit's own rules to the class path, atomically."""
    from editkit.engines.languagetool.own_rules_xml import (  # noqa: PLC0415  (only at a start)
        CLASS_PATH_LOCATION,
        build_grammar_file,
    )

    path = folder / CLASS_PATH_LOCATION
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.write_bytes(build_grammar_file())
    temporary.replace(path)


def _server_key(local: LocalRuntime) -> str:
    jars, java = local.installation, local.java.path.resolve()
    components = (str(jars.jar), jars.identity, str(java), own_rules.digest(), *JAVA_FLAGS)
    return hashlib.sha256("\0".join(components).encode("utf-8", "surrogateescape")).hexdigest()[
        :12
    ]
