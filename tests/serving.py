"""`review --serve` in a separate process, and requests to it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

from tests.processes import start_editkit

if TYPE_CHECKING:
    from subprocess import Popen

SERVE = ("review", "a.txt", "--engine", "none", "--serve", "--no-open")


@contextmanager
def run_server(folder: Path, *more: str) -> Iterator[tuple["Popen[str]", str]]:
    """Start a server in a separate process; yield the process and the URL that it prints."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with start_editkit(*SERVE, *more, folder=folder, env=environment) as process:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
        process.kill()
        process.communicate()


def request_json(
    url: str, path: str, body: object = None, method: str = "GET"
) -> dict[str, object]:
    base, token = url.split("/?token=")
    data = None if body is None else json.dumps(body).encode()
    request = Request(base + path, data, {"X-Editkit-Token": token}, method=method)  # noqa: S310  (loopback)
    with urlopen(request) as answer:  # noqa: S310  (as above)
        found: dict[str, object] = json.load(answer)
        return found
