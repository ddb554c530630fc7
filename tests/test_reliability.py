"""The promises of `docs/explanation/reliability.md`: the tests that it names exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROMISES = ROOT / "docs" / "explanation" / "reliability.md"
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_each_named_test_exists() -> None:
    named = NAMED_TEST.findall(PROMISES.read_text(encoding="utf-8"))

    assert named
    for path, function in named:
        code = (ROOT / path).read_text(encoding="utf-8")
        assert not function or f"def {function}(" in code, (path, function)
