"""Accepted subsets of the proposals: `apply` makes them without a new issue, or refuses them.

The decisions are made from the JSON report, as another program would make them.
"""

import json
import random
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editkit
from editkit.core.result import DocumentResult
from editkit.fixing.apply import select_compatible
from editkit.languages.en.seams import doubled_words, wrong_articles
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import read_decisions
from tests.linting.fixes.test_exclusive_fixes import GLOSSARY, WORDS, counts, without_doubles

Format = Literal["plain", "markdown"]
FORMATS: tuple[Format, ...] = ("plain", "markdown")
MARKUP = [
    "*epidemic*",
    "**old**",
    "**swap station**",
    "[epidemic](a.md)",
    "\n> ",
    "\n- ",
    "\n\n# ",
]


def lint(text: str, name: Format) -> DocumentResult:
    select = ("term", "consistency", "repeated-word")
    [part] = editkit.lint(
        text, glossary=GLOSSARY, engine="none", select=select, format=name
    ).documents
    return part


def decision(issue: dict[str, Any], number: int, choice: int, raw: str) -> dict[str, Any]:
    """Return the decision that accepts a fix of an issue of the JSON report."""
    edits = [
        {**edit, "before": raw[edit["start"] : edit["end"]]}
        for edit in issue["fixes"][choice]["edits"]
    ]
    return {
        "edit": f"E{number}",
        "rule": issue["rule"],
        "fingerprint": issue["fingerprint"],
        "state": "accepted",
        "edits": edits,
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("subsets")


@settings(max_examples=settings().max_examples)
@given(
    st.lists(st.sampled_from([*WORDS, *MARKUP]), max_size=12).map(without_doubles),
    st.sampled_from(FORMATS),
    st.randoms(),
)
def test_accepted_decisions_make_no_issue_or_are_refused(
    folder: Path, text: str, name: Format, chance: random.Random
) -> None:
    part = lint(text, name)
    raw = part.document.raw
    chosen = [
        (number, chance.randrange(len(placed.fixes)))
        for number, placed in enumerate(part.issues)
        if placed.fixes and chance.random() < 0.7
    ]
    report = part.issue_dicts()
    decisions = [decision(report[number], number, choice, raw) for number, choice in chosen]
    article = folder / ("a.md" if name == "markdown" else "a.txt")
    article.write_text(raw, encoding="utf-8", newline="")
    digest = sha256(article.read_bytes()).hexdigest()
    entry = {"path": article.name, "part": None, "sha256": digest, "decisions": decisions}
    tool = {"name": "editkit", "version": "0"}
    made = {"schema": "editkit.decisions/2", "tool": tool, "files": [entry]}
    (folder / "d.json").write_text(json.dumps(made), encoding="utf-8")

    [plan] = apply_decisions(read_decisions(folder / "d.json"), folder, write=True).files

    fixed = article.read_bytes().decode()
    if plan.error:
        assert fixed == raw
        fixes = [part.issues[number].fixes[choice] for number, choice in chosen]
        assert select_compatible(fixes)[1] or name == "markdown", plan.error
    else:
        assert counts(lint(fixed, name)) <= counts(part), fixed
        assert wrong_articles(fixed) <= wrong_articles(raw), fixed
        assert doubled_words(fixed) <= doubled_words(raw), fixed
