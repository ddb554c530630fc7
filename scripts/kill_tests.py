"""Kills commands at random moments, runs them again, and counts what was lost.

    python scripts/kill_tests.py [KILLS]

Prints a table: for each command the kills, those that fell while it ran, files that were
half-written after the kill, files that were lost or wrong after the next run, drafts that
the kill left, and drafts that were left after the next run.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

from kill_test_decisions import put_decisions

ARTICLES = 20
RAW = "The harbor lines float boat left at at noon , as the crew said . It was was late.\n" * 4
GLOSSARY = "term,forbidden\nHarbour Lines,harbor lines\nferry,float boat\n"
ALONE = ("--engine", "none", "-g", "glossary.csv", "--quiet")
COMMAND = (sys.executable, "-m", "editkit")
INSTALL = """
import time
from hashlib import sha256
from editkit.engines.languagetool import fetch, install
from editkit.engines.languagetool.lock import Jar, Lock
contents = {f"jar{n}": bytes([n]) * 2_000_000 for n in range(12)}
jars = tuple(
    Jar("g", name, "1", None, len(data), sha256(data).hexdigest())
    for name, data in contents.items()
)
def copy(wanted, incoming, on_jar, on_bytes):
    for jar in wanted:
        file = incoming / jar.artifact
        file.write_bytes(contents[jar.artifact])
        time.sleep(0.01)
        on_jar(jar, file)
fetch.fetch = copy
print(install.install(Lock("1", jars, "0" * 64), lambda done, total: None))
"""


@dataclass
class Tally:
    """The counts of one command."""

    kills: int = 0
    hit: int = 0
    half_written: int = 0
    wrong: int = 0
    drafts_after_kill: int = 0
    drafts_after_next: int = 0
    notes: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Case:
    """A command to kill: its folder is set up by `prepare`, `run` starts and repeats it."""

    name: str
    start: Callable[[Path], subprocess.Popen[bytes]]
    finish: Callable[[Path], None]
    prepare: Callable[[Path], None] = lambda _: None


def main() -> int:
    """Run all cases and print the table; return 1 if anything was lost or left."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    cases = list(_cases())
    tallies = {case.name: Tally() for case in cases}
    for number in range(kills):
        case = cases[number % len(cases)]
        _kill(case, tallies[case.name], random.Random(number))  # noqa: S311  (repeatable)
    header = ("command", "kills", "while running", "half-written", "lost or wrong")
    print(*header, "drafts after the kill", "after the next run", sep=" | ")
    for name, each in tallies.items():
        row = (each.kills, each.hit, each.half_written, each.wrong)
        print(name, *row, each.drafts_after_kill, each.drafts_after_next, sep=" | ")
        print(*(f"  {note}" for note in sorted(each.notes)), sep="\n", end="")
    return int(any(t.half_written or t.wrong or t.drafts_after_next for t in tallies.values()))


def _kill(case: Case, tally: Tally, chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        complete, folder = Path(one), Path(other)
        for each in (complete, folder):
            _put_articles(each)
            case.prepare(each)
        before = _contents(folder)
        started = time.monotonic()
        case.finish(complete)
        duration = time.monotonic() - started
        after = _contents(complete)
        process = case.start(folder)
        if chance.random() < 0.5:  # noqa: PLR2004  (half of them)
            time.sleep(chance.uniform(0, duration))
        else:
            _await_change(folder, duration)
            time.sleep(chance.uniform(0, 0.05))
        tally.kills += 1
        tally.hit += process.poll() is None
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        found = _contents(folder)
        tally.half_written += sum(
            found[name] not in (before.get(name), after.get(name))
            for name in found
            if name in before or name in after
        )
        tally.drafts_after_kill += _drafts(folder)
        case.finish(folder)
        last = _contents(folder)
        tally.wrong += sum(last.get(name) != after.get(name) for name in {*last, *after})
        tally.notes |= {f"{n} differs\n" for n in {*last, *after} if last.get(n) != after.get(n)}
        tally.drafts_after_next += _drafts(folder)


def _await_change(folder: Path, limit: float) -> None:
    """Wait until a file appears in a folder, at most twice as long as `limit`."""
    count, end = len(os.listdir(folder)), time.monotonic() + 2 * limit  # noqa: PTH208  (fast)
    while time.monotonic() < end and len(os.listdir(folder)) <= count:  # noqa: PTH208  (as above)
        time.sleep(0.001)


def _put_articles(folder: Path) -> None:
    (folder / "glossary.csv").write_text(GLOSSARY)
    for number in range(ARTICLES):
        (folder / f"a{number:02}.txt").write_text(f"{number}. {RAW}")


def _contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, without drafts and without the entries of the cache."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
        and ".editkit-" not in path.name
        and "results" not in path.parts
        and ".part" not in path.as_posix()
        and path.suffix != ".lock"
    }


def _drafts(folder: Path) -> int:
    return sum(1 for path in folder.rglob(".editkit-*"))


def _environment(folder: Path) -> dict[str, str]:
    root = str(Path(__file__).parents[1])
    return {**os.environ, "PYTHONPATH": root, "EDITKIT_CACHE": str(folder / "cache")}


def _popen(folder: Path, *command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  (our own command)
        command,
        cwd=folder,
        env=_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _command_case(
    name: str, *command: str, prepare: Callable[[Path], None] = lambda _: None, out: str = ""
) -> Case:
    def finish(folder: Path) -> None:
        printed, errors = _popen(folder, *command).communicate()
        assert b"Traceback" not in errors, errors  # noqa: S101  (a script of tests)
        if out:
            (folder / out).write_bytes(printed.replace(os.fsencode(folder), b""))

    return Case(name, lambda folder: _popen(folder, *command), finish, prepare)


def _serve(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    words = folder / "editkit.toml"
    words.write_text('words = ["words.txt"]\nbaseline = "known.json"\n')
    process = _popen(
        folder, *COMMAND, "review", ".", *ALONE, "--select", "repeated-word", "--no-cache",
        "--serve", "--no-open", "--decisions", "decisions.json",
    )  # fmt: skip
    assert process.stdout is not None  # noqa: S101  (a pipe)
    return process, process.stdout.readline().decode().strip()


def _request(url: str, path: str, body: object = None) -> dict[str, object]:
    base, token = url.split("/?token=")
    data = None if body is None else json.dumps(body).encode()
    headers = {"X-Editkit-Token": token}
    with urlopen(Request(base + path, data, headers)) as answer:  # noqa: S310  (loopback)
        found: dict[str, object] = json.load(answer)
        return found


def _start_apply_on_server(folder: Path) -> subprocess.Popen[bytes]:
    process, url = _serve(folder)
    Thread(target=_apply_until_killed, args=(url,)).start()
    return process


def _apply_until_killed(url: str) -> None:
    with suppress(OSError, HTTPException):
        _request(url, "/api/apply", {"revision": 0})


def _finish_apply_on_server(folder: Path) -> None:
    process, url = _serve(folder)
    try:
        revision = _request(url, "/api/decisions")["revision"]
        _request(url, "/api/apply", {"revision": revision})
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _cases() -> Iterator[Case]:
    apply = (*COMMAND, "apply", "decisions.json", "--words", "words.txt", "--baseline", "b.json")
    lint = (*COMMAND, "lint", ".", *ALONE)
    yield _command_case("fix --write", *COMMAND, "fix", ".", *ALONE, "--write")
    yield _command_case("normalize --write", *COMMAND, "normalize", ".", *ALONE, "--write")
    yield _command_case("apply", *apply, "-g", "glossary.csv", prepare=put_decisions)
    yield Case("--serve apply", _start_apply_on_server, _finish_apply_on_server, put_decisions)
    yield _command_case("lint --write-baseline", *lint, "--baseline", "b.json", "--write-baseline")
    yield _command_case("lint (cache)", *lint, "--format", "json", out="report.json")
    yield _command_case("engines install", sys.executable, "-c", INSTALL)


if __name__ == "__main__":
    sys.exit(main())
