"""Application of suppressions, words and glossary rows, together with the edits or not at all."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from editkit.core.errors import InputError
from editkit.reviewing.apply import NO_TARGETS, ApplyResult, ApplyTargets, apply_decisions
from editkit.reviewing.decisions import read_decisions

RAW = "One tram.\n"
EDIT = {"start": 0, "end": 3, "before": "One", "replacement": "A"}
ACCEPTED = {"edit": "E", "rule": "r", "fingerprint": "f1", "state": "accepted", "edits": [EDIT]}
DISMISSED = {
    "edit": "N",
    "rule": "some-rule",
    "fingerprint": "f2",
    "state": "rejected",
    "edits": [],
    "suppress": True,
    "text": "tram",
}
MORE = {"words": ["Zorbex"], "glossary": [{"term": "tram", "source": None, "forbidden": ["bus"]}]}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(RAW)
    return folder


@pytest.fixture
def targets(tmp_path: Path) -> ApplyTargets:
    return ApplyTargets(*(str(tmp_path / name) for name in ("b.json", "w.txt", "g.csv")))


def document(*decisions: dict[str, Any], **more: object) -> dict[str, Any]:
    digest = sha256(RAW.encode()).hexdigest()
    files = [
        {"path": name, "sha256": digest, "decisions": list(decisions)}
        for name in ("a.txt", "b.txt")
    ]
    tool = {"name": "editkit", "version": "0"}
    return {"schema": "editkit.decisions/1", "tool": tool, "files": files, **more}


def run_apply(
    root: Path,
    value: object,
    targets: ApplyTargets = NO_TARGETS,
    *,
    write: bool = True,
    whole: bool = False,
) -> ApplyResult:
    path = root.parent / "d.json"
    path.write_text(json.dumps(value))
    return apply_decisions(read_decisions(path), root, targets, write=write, all_or_nothing=whole)


def test_each_entry_is_added_to_its_file(root: Path, targets: ApplyTargets) -> None:
    result = run_apply(root, document(ACCEPTED, DISMISSED, **MORE), targets)

    assert [str(added) for added in result.added] == [
        f"{targets.baseline}: 2 suppressions added",
        f"{targets.words}: 1 word added",
        f"{targets.glossary}: 1 row added",
    ]
    assert (root / "a.txt").read_text() == "A tram.\n"
    kept = json.loads((root.parent / "b.json").read_text())["suppressed"]
    assert kept == [
        {"path": f"root/{name}", "rule": "some-rule", "fingerprint": "f2", "text": "tram"}
        for name in ("a.txt", "b.txt")
    ]
    assert (root.parent / "w.txt").read_text() == "Zorbex\n"
    assert (root.parent / "g.csv").read_text() == "term,source,forbidden\ntram,,bus\n"
    assert result.notices == []


def test_entries_without_a_target_are_reported(root: Path) -> None:
    result = run_apply(root, document(ACCEPTED, DISMISSED, **MORE))

    assert [notice.message for notice in result.notices] == [
        "2 suppressions not saved. Use --baseline FILE.",
        "1 word not saved. Use --words FILE.",
        "1 glossary row not saved. Use --glossary FILE.",
    ]
    assert (root / "a.txt").read_text() == "A tram.\n"


def test_applying_twice_adds_no_duplicates(root: Path, targets: ApplyTargets) -> None:
    value = document(DISMISSED, **MORE)
    run_apply(root, value, targets)
    before = {path: path.read_bytes() for path in root.parent.iterdir() if path.is_file()}

    result = run_apply(root, value, targets)

    assert [added.count for added in result.added] == [0, 0, 0]
    assert [notice.message for notice in result.notices] == [
        "“tram” is a term of it already, whose row stays as it is."
    ]
    assert {path: path.read_bytes() for path in before} == before


def test_a_glossary_that_cannot_be_extended_leaves_all_files_unchanged(
    root: Path, targets: ApplyTargets
) -> None:
    workbook = ApplyTargets(targets.baseline, targets.words, "terms.xlsx")

    with pytest.raises(InputError, match=r"terms\.xlsx: Rows can be added to a \.csv or \.tsv"):
        run_apply(root, document(ACCEPTED, DISMISSED, **MORE), workbook)

    assert (root / "a.txt").read_text() == RAW
    assert sorted(path.name for path in root.parent.iterdir()) == ["d.json", "root"]


def test_an_article_cannot_be_the_word_list(root: Path, targets: ApplyTargets) -> None:
    both = ApplyTargets(targets.baseline, str(root / "a.txt"), targets.glossary)

    with pytest.raises(InputError, match=r"a\.txt: This file would be written twice"):
        run_apply(root, document(ACCEPTED, **MORE), both)

    assert [(root / name).read_text() for name in ("a.txt", "b.txt")] == [RAW, RAW]
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "b.txt"]


def test_as_a_whole_one_refused_file_stops_everything(root: Path, targets: ApplyTargets) -> None:
    (root / "b.txt").write_text("Other.\n")

    result = run_apply(root, document(ACCEPTED, DISMISSED, **MORE), targets, whole=True)

    assert ["b.txt: This file has changed" in str(each) for each in result.refused] == [True]
    assert (root / "a.txt").read_text() == RAW
    assert not (root.parent / "b.json").exists()
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "b.txt"]


def test_without_write_no_file_changes(root: Path, targets: ApplyTargets) -> None:
    result = run_apply(root, document(ACCEPTED, DISMISSED, **MORE), targets, write=False)

    assert [added.count for added in result.added] == [2, 1, 1]
    assert sorted(path.name for path in root.parent.iterdir()) == ["d.json", "root"]
    assert (root / "a.txt").read_text() == RAW


def test_the_old_files_are_restored_if_the_disk_fails_half_way(
    root: Path, targets: ApplyTargets, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, done = Path.replace, list[str]()

    def failing(self: Path, target: Path) -> Path:
        if len(done) == 2:
            done.append("failed")
            raise OSError(28, "No space left on device")
        done.append(str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)

    with pytest.raises(InputError, match="No space left on device"):
        run_apply(root, document(ACCEPTED, DISMISSED, **MORE), targets)

    assert done[:2] == [str(root / "a.txt"), str(root / "b.txt")]
    assert [(root / name).read_text() for name in ("a.txt", "b.txt")] == [RAW, RAW]
    assert sorted(path.name for path in root.parent.iterdir()) == ["d.json", "root"]
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "b.txt"]


def test_an_article_that_changes_during_apply_stops_everything(
    root: Path, targets: ApplyTargets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last article changes after the drafts are written and some files are replaced."""
    real = Path.replace

    def late(self: Path, target: Path) -> Path:
        (root / "b.txt").write_text("What the editor saved.\n")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", late)

    with pytest.raises(InputError, match=r"^b\.txt: This file has changed since it was read"):
        run_apply(root, document(ACCEPTED, DISMISSED, **MORE), targets)

    assert (root / "a.txt").read_text() == RAW
    assert (root / "b.txt").read_text() == "What the editor saved.\n"
    assert sorted(path.name for path in root.parent.iterdir()) == ["d.json", "root"]


def suppressing(**changed: object) -> dict[str, Any]:
    return document({**DISMISSED, **changed})


def glossary(row: object) -> dict[str, Any]:
    return document(glossary=[row])


FAULTS: list[tuple[dict[str, Any], str]] = [
    (suppressing(suppress="yes"), "decisions[0].suppress: either true or false"),
    (suppressing(state="accepted"), "suppress: only an issue that is rejected"),
    (suppressing(fingerprint=None), "suppress: only an issue that is rejected"),
    (suppressing(rule=None), "suppress: what is suppressed has a rule"),
    (suppressing(text=1), "decisions[0].text: a string"),
    (document(words="Zorbex"), "words: an array"),
    (document(words=["Zorbex", 1]), "words[1]: a string"),
    (document(words=["a\nb"]), "words[0]: “a<U+000A>b” is not a single line"),
    (document(words=[" "]), "words[0]: “ ” is not a single line"),
    (document(words=["#x"]), "words[0]: “#x” would be a comment"),
    (document(words=["\udc80"]), "words[0]: “<U+DC80>” is not a single line"),
    (document(glossary={}), "glossary: an array"),
    (glossary("x"), "glossary[0]: an object"),
    (glossary({"source": "x"}), "glossary[0]: “term” is missing"),
    (glossary({"term": ""}), "glossary[0].term: “” is not a single line"),
    (glossary({"term": "a", "source": 1}), "glossary[0].source: a string"),
    (glossary({"term": "a", "forbidden": "b"}), "glossary[0].forbidden: an array"),
    (glossary({"term": "a", "forbidden": ["b", None]}), "glossary[0].forbidden[1]: a string"),
    (glossary({"term": "a", "forbidden": ["a"]}), "glossary[0].forbidden: “a” cannot be both"),
]


@pytest.mark.parametrize(("value", "message"), FAULTS)
def test_an_error_is_reported_with_its_position(
    value: dict[str, Any], message: str, root: Path, targets: ApplyTargets
) -> None:
    with pytest.raises(InputError) as raised:
        run_apply(root, value, targets)

    assert str(raised.value).startswith(str(root.parent / "d.json"))
    assert message in str(raised.value)
