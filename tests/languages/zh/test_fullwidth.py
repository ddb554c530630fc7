import subprocess
import sys

import pytest

from editkit.languages.zh.fullwidth import halfwidth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１２．５％", "12.5%"),
        ("1，000", "1,000"),
        ("１０：３０", "10:30"),
        ("。", "."),
        ("、", ","),
        ("（", "("),
        ("《ＢＪ》，", '"BJ",'),
        ("ＡＢＣ", "ABC"),
        ("＆", "&"),
    ],
)
def test_halfwidth(text: str, expected: str) -> None:
    assert halfwidth(text) == expected


@pytest.mark.live
def test_letters_and_digits_do_not_import_sacremoses() -> None:
    code = (
        "import sys; from editkit.languages.zh.fullwidth import halfwidth; "
        "assert halfwidth('ＢＪ４０') == 'BJ40'; sys.exit('sacremoses' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.live
def test_punctuation_imports_one_module_of_sacremoses() -> None:
    code = (
        "import sys; from editkit.languages.zh.fullwidth import halfwidth; "
        "assert halfwidth('。') == '.'; sys.exit('joblib' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
