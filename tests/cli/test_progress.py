import sys
import time

import pytest

from editkit.cli import progress as progresses
from editkit.cli.progress import Progress, progress


@pytest.mark.parametrize(
    ("quiet", "said"), [(False, "editkit: fetching LanguageTool (44 MB), once\n"), (True, "")]
)
def test_a_fetch_is_one_line_where_no_terminal_is(
    capsys: pytest.CaptureFixture[str], *, quiet: bool, said: str
) -> None:
    with progress(1, quiet=quiet) as shown:
        for done in (0, 20_000_000, 44_000_000):
            shown.fetched(done, 44_000_000)

    assert capsys.readouterr().err == said


def test_an_engine_that_is_there_is_not_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(1) as shown:
        shown.fetched(44_000_000, 44_000_000)

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("files", "done", "pieces", "shown"),
    [
        (1, 0, (0, 0), "[....................] 0 of 1 file"),
        (1, 0, (15, 60), "[#####...............] 15 of 60 pieces of a file"),
        (1, 1, (60, 60), "[####################] 1 of 1 file"),
        (4, 1, (15, 60), "[#####...............] 1 of 4 files"),
    ],
)
def test_how_far_the_work_is(
    capsys: pytest.CaptureFixture[str], files: int, done: int, pieces: tuple[int, int], shown: str
) -> None:
    bar = Progress(files)
    bar.checked(*pieces)
    for _ in range(done):
        bar.file_done()
    bar.draw()

    assert capsys.readouterr().err == f"\r\x1b[K{shown}"


@pytest.mark.parametrize(
    ("terminal", "quiet", "seconds", "drawn"),
    [
        (True, False, 1.0, True),
        (True, False, 0, False),
        (True, True, 1, False),
        (False, False, 1, False),
    ],
)
def test_a_bar_is_for_people_who_wait(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    terminal: bool,
    quiet: bool,
    seconds: float,
    drawn: bool,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setattr(progresses, "_PATIENCE", 0.3)
    monkeypatch.setattr(progresses, "_BEAT", 0.05)
    with progress(2, quiet=quiet):
        time.sleep(seconds)

    said = capsys.readouterr().err
    assert ("0 of 2 files" in said) is drawn
    assert said.endswith("\r\x1b[K") is drawn
