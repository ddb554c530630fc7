import sys
import time

import pytest

from editkit.cli import progress as progress_module
from editkit.cli.progress import Progress, progress


@pytest.mark.parametrize(
    ("quiet", "output"), [(False, "editkit: fetching LanguageTool (44 MB), once\n"), (True, "")]
)
def test_a_download_is_one_line_without_a_terminal(
    capsys: pytest.CaptureFixture[str], *, quiet: bool, output: str
) -> None:
    with progress(1, quiet=quiet) as shown:
        for done in (0, 20_000_000, 44_000_000):
            shown.on_download("LanguageTool", done, 44_000_000)

    assert capsys.readouterr().err == output


def test_an_installed_engine_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(1) as shown:
        shown.on_download("LanguageTool", 44_000_000, 44_000_000)

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("files", "done", "pieces", "shown"),
    [
        (1, 0, (0, 0), "[....................] 0 of 1 file"),
        (1, 0, (15, 60), "[#####...............] 15 of 60 parts of a file"),
        (1, 1, (60, 60), "[####################] 1 of 1 file"),
        (4, 1, (15, 60), "[#####...............] 1 of 4 files"),
    ],
)
def test_the_bar_shows_the_progress(
    capsys: pytest.CaptureFixture[str], files: int, done: int, pieces: tuple[int, int], shown: str
) -> None:
    bar = Progress(files)
    bar.on_check(*pieces)
    for _ in range(done):
        bar.file_done()
    bar.draw()

    assert capsys.readouterr().err == f"\r\x1b[K{shown}"


@pytest.mark.parametrize(
    ("terminal", "quiet", "delay", "drawn"),
    [
        (True, False, 0.05, True),
        (True, False, 60, False),
        (True, True, 0.05, False),
        (False, False, 0.05, False),
    ],
)
def test_a_bar_is_shown_after_a_delay_on_a_terminal(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    terminal: bool,
    quiet: bool,
    delay: float,
    drawn: bool,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setattr(progress_module, "_DELAY_SECONDS", delay)
    monkeypatch.setattr(progress_module, "_REFRESH_SECONDS", 0.02)
    output = ""
    with progress(2, quiet=quiet):
        end = time.monotonic() + (10 if drawn else 0.2)
        while not output and time.monotonic() < end:
            time.sleep(0.02)
            output += capsys.readouterr().err

    output += capsys.readouterr().err
    assert ("0 of 2 files" in output) is drawn
    assert output.endswith("\r\x1b[K") is drawn
