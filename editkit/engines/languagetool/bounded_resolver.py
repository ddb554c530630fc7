"""Maven resolver that reads no more of a file than the pinned jar has."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import requests
from jgo.maven import PythonResolver
from jgo.util import http

from editkit.engines.languagetool.lock import HashMismatch, Jar

if TYPE_CHECKING:
    from jgo.maven import Artifact

_CHUNK = 65_536  # bytes
_HTTP_OK = 200


class BoundedResolver(PythonResolver):
    """Downloads `jars`; calls `received` with the length of each piece of a file."""

    def __init__(
        self, jars: Sequence[Jar], received: Callable[[int], None], timeout: float
    ) -> None:
        super().__init__()
        self._sizes = {(jar.artifact, jar.version, jar.classifier or ""): jar.size for jar in jars}
        self._received, self._timeout = received, timeout

    def download(self, artifact: "Artifact") -> Path | None:
        """Download an artifact from the first repository that has it, and return its file.

        Raises HashMismatch as soon as a file is larger than the pinned one, RequestException
        if the connection fails, and RuntimeError if no repository has it.
        """
        name = (artifact.artifactId, artifact.version, artifact.classifier or "")
        size = self._sizes[name]
        folder = artifact.component.path_prefix.as_posix()
        for repository in artifact.context.remote_repos.values():
            url = f"{repository}/{folder}/{artifact.filename}"
            with http.get(url, stream=True, timeout=self._timeout) as response:
                if response.status_code == _HTTP_OK:
                    file: Path | None = artifact.cached_path
                    assert file is not None  # noqa: S101  (a context with a cache folder)
                    file.parent.mkdir(parents=True, exist_ok=True)
                    self._write(response, file, size)
                    return file
        raise RuntimeError(f"no repository has {artifact.filename}")

    def _write(self, response: requests.Response, file: Path, size: int) -> None:
        left = size
        with file.open("wb") as opened:
            for piece in response.iter_content(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise HashMismatch(file.stem)
                opened.write(piece)
                self._received(len(piece))
