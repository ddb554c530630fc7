import pytest

from editkit.cli.progress import progress


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
