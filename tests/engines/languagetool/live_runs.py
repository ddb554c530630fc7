"""Runs of `editkit lint` with the real server, in a folder of articles."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from tests.engines.conftest import java_processes

FILES = 12
PARAGRAPHS = 25
PARAGRAPH = (
    "Number {}: he go to the the site every weeks, and there is a companny that make cars.\n\n"
)
EDITKIT = """
import sys
from editkit.cli import run
from editkit.engines.languagetool import client
client.CHECK_TIMEOUT = float(sys.argv[1])
sys.exit(run(sys.argv[2:]))
"""
SOON = 60.0


@dataclass
class RunReport:
    """The JSON report of a run."""

    report: dict[str, Any]

    def found(self, engine: str) -> list[int]:
        """Return the number of an engine's findings in each file."""
        return [
            sum(1 + len(i["related"]) for i in file["issues"] if i["engine"] == engine)
            for file in self.report["files"]
        ]

    @property
    def notices(self) -> list[str]:
        return [notice["message"] for notice in self.report["notices"]]


@dataclass
class Workspace:
    """A folder of articles, and a cache with the jars but without a server."""

    folder: Path
    cache: Path
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    def start(
        self, name: str = "*.txt", *, within: float = 120, url: str = "", keep: bool = False
    ) -> "subprocess.Popen[str]":
        environment = {
            **os.environ,
            "EDITKIT_CACHE": str(self.cache),
            "EDITKIT_CACHE_SIZE": "100" if keep else "0",
            "EDITKIT_LANGUAGETOOL_IDLE": "3",
            "EDITKIT_LANGUAGETOOL_URL": url,
        }
        lint = ("lint", "--engine", "languagetool", "--format", "json", name)
        run = subprocess.Popen(
            [sys.executable, "-c", EDITKIT, str(within), *lint],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(run)
        return run

    def end(self, run: "subprocess.Popen[str]") -> RunReport:
        output, errors = run.communicate(timeout=600)
        assert run.returncode == 1, errors
        return RunReport(json.loads(output))

    def java(self) -> psutil.Process:
        """Wait until the only Java process has worked for a while, and return it."""
        assert eventually(lambda: any(has_worked(java) for java in java_processes(self.cache)))
        (java,) = java_processes(self.cache)
        return java


def has_worked(java: psutil.Process) -> bool:
    try:
        return sum(java.cpu_times()[:2]) > 3
    except psutil.NoSuchProcess:
        return False


def eventually(true: Callable[[], object]) -> bool:
    until = time.monotonic() + SOON
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(true())
