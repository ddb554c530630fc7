"""A LanguageTool server without editkit, as the baseline of benchmarks."""

import http.client
import subprocess
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

from editkit.core.setup import Setup
from editkit.engines.findings import FindingPolicy
from editkit.engines.languagetool.engine import max_parallel_requests
from editkit.engines.languagetool.install import install_folder
from editkit.engines.languagetool.java import find_java
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.rules import DISABLED_RULES
from editkit.engines.languagetool.server import JAVA_FLAGS

_PORT = 58123


class BareServer:
    """LanguageTool with the same jars, flags, and disabled rules as in editkit."""

    def __init__(self) -> None:
        self._disabled = ",".join(
            (*DISABLED_RULES, *FindingPolicy(Setup()).disabled_rules("languagetool"))
        )
        self._max_requests = max_parallel_requests()
        self._folder = tempfile.TemporaryDirectory()
        config = Path(self._folder.name, "server.properties")
        config.write_text("pipelineCaching=true\n", "utf-8")
        home = install_folder(read_lock())
        self._java = subprocess.Popen(
            [
                *(find_java().path, *JAVA_FLAGS, "-cp", home / "languagetool-server.jar"),
                "org.languagetool.server.HTTPServer",
                *("--config", config, "--port", str(_PORT)),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        while True:
            try:
                self._connections = [self._connect() for _ in range(self._max_requests)]
            except ConnectionError:
                time.sleep(0.01)
            else:
                return self

    def __exit__(self, *_: object) -> None:
        for connection in self._connections:
            connection.close()
        self._java.kill()
        self._java.wait()
        self._folder.cleanup()

    def _connect(self) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection("127.0.0.1", _PORT)
        connection.connect()
        return connection

    def check(self, batches: Sequence[str]) -> None:
        """Send all batches, as many in parallel as editkit does, and read the responses."""
        waiting = iter(batches)
        for connection in self._connections:
            connection.close()  # the server closes idle connections

        def work(connection: http.client.HTTPConnection) -> None:
            for text in waiting:
                form = {"text": text, "language": "en-US", "disabledRules": self._disabled}
                connection.request("POST", "/v2/check", urlencode(form).encode())
                connection.getresponse().read()

        with ThreadPoolExecutor(self._max_requests) as pool:
            list(pool.map(work, self._connections))
