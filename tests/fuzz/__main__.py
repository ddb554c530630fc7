"""Longer fuzzing runs.

    uv run python -m tests.fuzz --seconds 600                     # each target, with Hypothesis
    uv run python -m tests.fuzz text markdown --engine atheris    # coverage-guided (Linux)

Prints how many inputs each target was given, and exits with 1 if one failed. The failing input
is saved as `FOLDER/TARGET-HASH`; put it into `tests/fuzz/corpus/TARGET/`, where the tests read it.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click
import hypothesis
from hypothesis import HealthCheck, given

from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS, seeds

_ROUND = 200  # inputs between two looks at the clock


def main() -> int:
    """Run the targets that the command line names; return 1 if one failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("targets", nargs="*", help=f"{', '.join(TARGETS)}; default: all")
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--inputs", type=int, default=sys.maxsize, help="at most, for each target")
    parser.add_argument("--engine", choices=("hypothesis", "atheris"), default="hypothesis")
    parser.add_argument(
        "--failures", type=Path, default=Path(tempfile.gettempdir(), "fuzz-failures")
    )
    options = parser.parse_args()
    names = options.targets or list(TARGETS)
    if unknown := set(names) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    options.failures.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in names:
        if options.engine == "atheris":
            failed += _run_atheris(TARGETS[name], options)
        else:
            failed += _run_hypothesis(TARGETS[name], options)
    return bool(failed)


def _run_hypothesis(target: Target, options: argparse.Namespace) -> bool:
    """Draw inputs until the time is over; return whether one failed."""
    end, tried, last = time.monotonic() + options.seconds, 0, b""

    def check(data: bytes) -> None:
        nonlocal tried, last
        tried, last = tried + 1, data
        target.check(data)

    while time.monotonic() < end and tried < options.inputs:
        try:
            _one_round(target, check, tried)
        except Exception as error:  # noqa: BLE001  (any is a fault)
            _save(target, last, options.failures, error)
            click.echo(f"{target.name}: failed after {tried:,} inputs")
            return True
    click.echo(f"{target.name}: {tried:,} inputs, no failure")
    return False


def _one_round(target: Target, check: Callable[[bytes], None], seed: int) -> None:
    settings = hypothesis.settings(
        max_examples=_ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    hypothesis.seed(seed)(settings(given(target.inputs)(check)))()


def _save(target: Target, data: bytes, folder: Path, error: Exception) -> None:
    path = folder / f"{target.name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    click.echo(f"{target.name}: {type(error).__name__}: {error}\n  input: {path}")


def _run_atheris(target: Target, options: argparse.Namespace) -> bool:
    """Let libFuzzer mutate inputs in another process, which it ends; return whether it failed."""
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder, "words")
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words if word))
        start = Path(folder, "corpus")
        start.mkdir()
        for number, data in enumerate(seeds(target)):
            (start / str(number)).write_bytes(data)
        arguments = [f"-max_total_time={options.seconds:.0f}", "-max_len=2000", "-verbosity=1"]
        arguments += [f"-dict={words}", f"-artifact_prefix={options.failures}/{target.name}-"]
        arguments += [f"-runs={options.inputs}"] if options.inputs < sys.maxsize else []
        command = [
            sys.executable,
            "-m",
            "tests.fuzz.atheris_run",
            target.name,
            *arguments,
            str(start),
        ]
        ended = subprocess.run(
            command, stderr=subprocess.PIPE, text=True, errors="replace", check=False
        )
    lines = ended.stderr.split("\n")
    done = next((line for line in reversed(lines) if line.startswith("Done ")), "no result")
    click.echo(f"{target.name}: {done}")
    if ended.returncode:
        click.echo("\n".join(lines[-60:]))
    return ended.returncode != 0


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "replace"))


if __name__ == "__main__":
    sys.exit(main())
