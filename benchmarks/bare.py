"""What editkit is measured against: a LanguageTool server without editkit."""

import http.client
import subprocess
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

from editkit.core.check import Setup
from editkit.engines.findings import Judge
from editkit.engines.languagetool.engine import at_a_time
from editkit.engines.languagetool.install import home_of
from editkit.engines.languagetool.java import find_java
from editkit.engines.languagetool.lock import read_lock
from editkit.engines.languagetool.rules import DISABLED
from editkit.engines.languagetool.server import FLAGS

_PORT = 58123


class BareServer:
    """LanguageTool from the same jars and with the same flags and rules off, and nothing else."""

    def __init__(self) -> None:
        self._off = ",".join((*DISABLED, *Judge(Setup()).off("languagetool")))
        self._at_a_time = at_a_time()
        self._folder = tempfile.TemporaryDirectory()
        config = Path(self._folder.name, "server.properties")
        config.write_text("pipelineCaching=true\n", "utf-8")
        home = home_of(read_lock())
        self._java = subprocess.Popen(
            [
                *(find_java().path, *FLAGS, "-cp", home / "languagetool-server.jar"),
                "org.languagetool.server.HTTPServer",
                *("--config", config, "--port", str(_PORT)),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        while True:
            try:
                self._connections = [self._connect() for _ in range(self._at_a_time)]
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
        """Send all batches, as many at a time as editkit does, and read the answers."""
        waiting = iter(batches)
        for connection in self._connections:
            connection.close()  # the server does so itself when it has not been asked for long

        def work(connection: http.client.HTTPConnection) -> None:
            for text in waiting:
                form = {"text": text, "language": "en-US", "disabledRules": self._off}
                connection.request("POST", "/v2/check", urlencode(form).encode())
                connection.getresponse().read()

        with ThreadPoolExecutor(self._at_a_time) as pool:
            list(pool.map(work, self._connections))
