"""Installed plug-ins: the example, and packages with faults."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from zipfile import ZipFile

import pytest

RUN_EACH = """
import io, json, sys
from editkit.cli import run

ran, stdout = [], sys.stdout
for args in json.loads(sys.argv[1]):
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    code = run(args)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    ran.append([code, *(s.buffer.getvalue().decode() for s in (sys.stdout, sys.stderr))])
json.dump(ran, stdout)
"""
ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "editkit-plugin-example"


@dataclass(frozen=True, slots=True)
class Installed:
    """Runs Python and editkit with the packages in `folders`."""

    folders: tuple[Path, ...]
    cwd: Path
    cache: dict[str, str] = field(default_factory=lambda: {"EDITKIT_CACHE_SIZE": "0"})

    def python(self, *args: str) -> "subprocess.CompletedProcess[str]":
        path = os.pathsep.join(map(str, self.folders))
        return subprocess.run(
            [sys.executable, *args],
            capture_output=True,
            check=False,
            cwd=self.cwd,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **self.cache},
        )

    def editkit(self, *args: str) -> "subprocess.CompletedProcess[str]":
        return self.python("-m", "editkit", *args)

    def run_each(self, *commands: Sequence[str]) -> "list[subprocess.CompletedProcess[str]]":
        """Run several commands in one process, which starts and loads the plug-ins once."""
        ran = self.python("-c", RUN_EACH, json.dumps(commands))
        assert ran.returncode == 0, ran.stderr
        return [
            subprocess.CompletedProcess(args, *result)
            for args, result in zip(commands, json.loads(ran.stdout), strict=True)
        ]


def install(project: Path, target: Path) -> None:
    """Build the wheel of a project and install it: one of pure Python only needs unpacking."""
    copy = target.with_name(f"{target.name}-source")
    shutil.copytree(project, copy)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(copy / "out")]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    [wheel] = (copy / "out").iterdir()
    with ZipFile(wheel) as archive:
        archive.extractall(target)


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the example is installed."""
    folder = tmp_path_factory.mktemp("example") / "packages"
    install(EXAMPLE, folder)
    return folder


@pytest.fixture
def example(example_folder: Path, tmp_path: Path) -> Installed:
    """The installed example, run in an empty folder."""
    return Installed((example_folder,), tmp_path)


Make = Callable[[dict[str, str], str], Installed]


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Return a function that makes an installed distribution of modules and entry points."""

    def make(modules: dict[str, str], entry_points: str) -> Installed:
        folder = tmp_path_factory.mktemp("made")
        name = f"made-of-{min(modules).split('/')[0].removesuffix('.py')}"
        metadata = f"{name.replace('-', '_')}-2.0.dist-info"
        files = {
            **modules,
            f"{metadata}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.0\n",
            f"{metadata}/entry_points.txt": entry_points,
        }
        for path, source in files.items():
            (folder / "installed" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "installed" / path).write_text(dedent(source), encoding="utf-8")
        (folder / "work").mkdir()
        (folder / "work" / "a.txt").write_text("The the boat came.\n", encoding="utf-8")
        return Installed((folder / "installed",), folder / "work")

    return make
