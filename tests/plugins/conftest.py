"""Installed plug-ins: the example, and packages with faults."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from zipfile import ZipFile

import pytest

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
    """Return a function that installs a distribution of modules and entry points."""

    def make(modules: dict[str, str], entry_points: str) -> Installed:
        folder = tmp_path_factory.mktemp("made")
        for name, source in modules.items():
            path = folder / "project" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(source), encoding="utf-8")
        top = sorted({name.split("/")[0] for name in modules})
        (folder / "project" / "pyproject.toml").write_text(
            '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
            f'[project]\nname = "made-of-{top[0].removesuffix(".py")}"\nversion = "2.0"\n'
            f"{entry_points}\n[tool.hatch.build.targets.wheel]\nonly-include = {top}\n",
            encoding="utf-8",
        )
        install(folder / "project", folder / "installed")
        (folder / "work").mkdir()
        (folder / "work" / "a.txt").write_text("The the boat came.\n", encoding="utf-8")
        return Installed((folder / "installed",), folder / "work")

    return make
