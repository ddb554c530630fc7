"""`review --serve` in a separate process, and requests to it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

SERVE = ("review", "a.txt", "--engine", "none", "--serve", "--no-open")


@contextmanager
def run_server(folder: Path, *more: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Start a server in a separate process; yield the process and the URL that it prints."""
    process = subprocess.Popen(
        [sys.executable, "-m", "editkit", *SERVE, *more],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
    finally:
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
