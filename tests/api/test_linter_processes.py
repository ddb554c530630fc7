"""`Linter` in threads and in other processes."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import psutil
import pytest

from editkit import Glossary, Linter, Text

TEXT = "The float boat left at at noon."


def test_several_processes_give_the_same_results_in_the_same_order(glossary: Glossary) -> None:
    texts = [Text(f"{'A float boat. ' * (n % 5)}The the {n}.", uri=str(n)) for n in range(100)]
    before = set(psutil.Process().children())

    with Linter(glossary=glossary) as linter, Linter(glossary=glossary, jobs=2) as parallel:
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


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_unpickled_linter_works_in_another_process(glossary: Glossary, jobs: int) -> None:
    texts = [f"The float boat {n} left." for n in range(4)]

    with (
        Linter(glossary=glossary, jobs=jobs) as linter,
        get_context("spawn").Pool(2) as pool,
    ):
        fixed = pool.map(linter.fix, texts)
        [many] = pool.map(_lint_all, [(linter, texts)])
        alone = [result.to_dict() for result in linter.lint_many(texts)]

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


def test_a_script_uses_processes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import editkit\n"
        "if __name__ == '__main__':\n"
        "    with editkit.Linter(jobs=2) as linter:\n"
        "        print(sum(len(r.issues) for r in linter.lint_many(['The the.'] * 9)))\n"
    )

    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)

    assert (run.stdout, run.stderr) == ("9\n", "")
