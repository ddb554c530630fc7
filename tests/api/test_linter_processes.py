"""`Linter` in threads and in other processes."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from textwrap import dedent, indent
from threading import Event

import psutil
import pytest

from editkit import Glossary, Linter, Text
from tests.capabilities import needs

_SECONDS = 120
"""Time limit for what other processes and threads do."""
TEXT = "The float boat left at at noon."


@pytest.mark.live
def test_several_processes_give_the_same_results_in_the_same_order(glossary: Glossary) -> None:
    texts = [Text(f"{'A float boat. ' * (n % 5)}The the {n}.", uri=str(n)) for n in range(100)]
    before = set(psutil.Process().children())

    rules = {"term", "repeated-word"}
    with (
        Linter(glossary=glossary, select=rules) as linter,
        Linter(glossary=glossary, select=rules, jobs=2) as parallel,
    ):
        alone = [result.to_dict() for result in linter.lint_many(texts)]
        shared = [result.to_dict() for result in parallel.lint_many(iter(texts))]
        workers = [
            each
            for each in psutil.Process().children()
            if each not in before and "spawn_main" in " ".join(each.cmdline())
        ]

    assert shared == alone
    assert [entry["path"] for entry in alone] == [str(n) for n in range(100)]
    assert 1 <= len(workers) <= 2
    assert not any(worker.is_running() for worker in workers)


def test_a_pickle_has_the_options_and_the_glossary(glossary_file: Path) -> None:
    linter = Linter(glossary=glossary_file, select={"term"}, lang="en-GB", jobs=3)
    copy = pickle.loads(pickle.dumps(linter))  # noqa: S301  (what the test has written)
    glossary_file.unlink()
    linter.close()

    result = copy.lint("A float boat left at at noon.")

    assert [placed.issue.rule for placed in result.issues] == ["deprecated-term"]
    assert len(result.notices) == 1
    assert result.documents[0].document.lang == "en-GB"


@pytest.mark.live
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_unpickled_linter_works_in_another_process(glossary: Glossary, jobs: int) -> None:
    texts = [f"The float boat {n} left." for n in range(4)]

    with (
        Linter(glossary=glossary, select={"term"}, jobs=jobs) as linter,
        get_context("spawn").Pool(2) as pool,
    ):
        fixed = pool.map_async(linter.fix, texts).get(_SECONDS)
        [many] = pool.map_async(_lint_all, [(linter, texts)]).get(_SECONDS)
        alone = [result.to_dict() for result in linter.lint_many(texts)]
        # `Pool.terminate` alone can wait forever for a lock that a worker holds as it dies.
        pool.close()
        pool.join()

    assert fixed == [f"The ferry {n} left." for n in range(4)]
    assert many == alone


def _lint_all(task: tuple[Linter, list[str]]) -> list[dict[str, object]]:
    linter, texts = task
    return [result.to_dict() for result in linter.lint_many(texts)]


def test_threads_can_share_a_linter(linter: Linter) -> None:
    texts = [f"The float boat {n} left at at noon." for n in range(40)]

    with ThreadPoolExecutor(4) as pool:
        fixed = list(pool.map(linter.fix, texts))

    assert fixed == [f"The ferry {n} left at noon." for n in range(40)]


@pytest.mark.live
def test_a_script_uses_processes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import editkit\n"
        "if __name__ == '__main__':\n"
        "    with editkit.Linter(jobs=2, select={'repeated-word'}) as linter:\n"
        "        print(sum(len(r.issues) for r in linter.lint_many(['The the.'] * 9)))\n"
    )

    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)

    assert (run.stdout, run.stderr) == ("9\n", "")


def _run_script(folder: Path, body: str) -> str:
    """Return the output of a script that ends within the time limit and reports no error."""
    script = folder / "script.py"
    lines = f"import os, sys, editkit\nif __name__ == '__main__':\n{indent(dedent(body), '    ')}"
    script.write_text(lines)
    run = subprocess.run(
        # Since 3.12, Python warns of every fork while there are threads.
        [sys.executable, "-W", "ignore::DeprecationWarning", script],
        capture_output=True,
        text=True,
        check=True,
        timeout=_SECONDS,
    )
    assert run.stderr == ""
    return run.stdout


@pytest.mark.live
@needs("fork")
def test_a_forked_child_has_workers_of_its_own(tmp_path: Path) -> None:
    """Whether the child uses the Linter or not, and however it ends, the parent's go on."""
    printed = _run_script(
        tmp_path,
        """
        import psutil

        def workers():
            below = psutil.Process(parent).children()
            return sorted(p.pid for p in below if "spawn_main" in " ".join(p.cmdline()))

        def lint_many():
            return sum(len(each.issues) for each in linter.lint_many(["The the."] * 9))

        parent = os.getpid()
        linter = editkit.Linter(jobs=2, select=["repeated-word"])
        lint_many()
        before = workers()
        for uses in (True, False):
            for end in ("close", "del", "exit"):
                child = os.fork()
                if not child:
                    print(lint_many() if uses else 0, flush=True)
                    if end == "close":
                        linter.close()
                    elif end == "del":
                        del linter
                    sys.exit()
                print(os.waitpid(child, 0)[1], lint_many(), bool(before) and workers() == before)
        """,
    )

    assert printed.splitlines() == ["9", "0 9 True"] * 3 + ["0", "0 9 True"] * 3


@pytest.mark.live
@needs("fork")
def test_a_forked_child_does_not_continue_the_results_of_its_parent(tmp_path: Path) -> None:
    printed = _run_script(
        tmp_path,
        """
        linter = editkit.Linter(jobs=2, select=["repeated-word"])
        results = linter.lint_many(["The the."] * 40)
        next(results)
        child = os.fork()
        if not child:
            try:
                next(results)
            except ValueError as error:
                print(error, flush=True)
            print(len(linter.lint("The the.").issues), flush=True)
            os._exit(0)
        print(os.waitpid(child, 0)[1], len(list(results)))
        """,
    )

    assert printed.splitlines() == [
        "These results belong to the process that asked for them.",
        "1",
        "0 39",
    ]


@pytest.mark.live
@needs("fork")
def test_a_worker_of_a_forked_pool_shares_nothing(tmp_path: Path) -> None:
    printed = _run_script(
        tmp_path,
        """
        from multiprocessing import get_context

        def count(n):
            return sum(len(each.issues) for each in linter.lint_many(["The the."] * n))

        linter = editkit.Linter(jobs=2, select=["repeated-word"])
        print(count(5))
        with get_context("fork").Pool(2) as pool:
            print(*pool.map_async(count, [3, 4]).get(60))
        print(count(5), len(editkit.lint("The the.").issues))
        """,
    )

    assert printed.split() == ["5", "3", "4", "5", "1"]


@pytest.mark.live
@pytest.mark.parametrize("jobs", [1, 2])
def test_closing_during_lint_many_is_a_value_error(jobs: int) -> None:
    linter = Linter(jobs=jobs, select=["repeated-word"])
    reached = Event()

    def texts() -> Iterator[str]:
        yield from ["The the."] * 70
        reached.set()
        while True:
            yield "The the. " * 5000  # so that the run waits for results most of the time

    with ThreadPoolExecutor(1) as threads:
        running = threads.submit(lambda: sum(1 for _ in linter.lint_many(texts())))
        assert reached.wait(_SECONDS)
        linter.close()
        with pytest.raises(ValueError, match="This Linter is closed"):
            running.result(_SECONDS)
