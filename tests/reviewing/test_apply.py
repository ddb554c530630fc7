"""What is no edit of an article goes where it is told to, with the edits or not at all."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from editkit.core.errors import InputError
from editkit.reviewing.apply import NOWHERE, Outcome, Places, carry_out
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
def places(tmp_path: Path) -> Places:
    return Places(*(str(tmp_path / name) for name in ("b.json", "w.txt", "g.csv")))


def document(*decisions: dict[str, Any], **more: object) -> dict[str, Any]:
    digest = sha256(RAW.encode()).hexdigest()
    given = [
        {"path": name, "sha256": digest, "decisions": list(decisions)}
        for name in ("a.txt", "b.txt")
    ]
    tool = {"name": "editkit", "version": "0"}
    return {"schema": "editkit.decisions/1", "tool": tool, "files": given, **more}


def carried(
    root: Path,
    value: object,
    places: Places = NOWHERE,
    *,
    write: bool = True,
    whole: bool = False,
) -> Outcome:
    path = root.parent / "d.json"
    path.write_text(json.dumps(value))
    return carry_out(read_decisions(path), root, places, write=write, whole=whole)


def test_everything_goes_where_it_belongs(root: Path, places: Places) -> None:
    outcome = carried(root, document(ACCEPTED, DISMISSED, **MORE), places)

    assert [str(added) for added in outcome.added] == [
        f"{places.baseline}: 2 suppressions added",
        f"{places.words}: 1 word added",
        f"{places.glossary}: 1 row added",
    ]
    assert (root / "a.txt").read_text() == "A tram.\n"
    kept = json.loads((root.parent / "b.json").read_text())["suppressed"]
    assert kept == [
        {"path": f"root/{name}", "rule": "some-rule", "fingerprint": "f2", "text": "tram"}
        for name in ("a.txt", "b.txt")
    ]
    assert (root.parent / "w.txt").read_text() == "Zorbex\n"
    assert (root.parent / "g.csv").read_text() == "term,source,forbidden\ntram,,bus\n"
    assert outcome.notices == []


def test_what_has_no_place_is_told(root: Path) -> None:
    outcome = carried(root, document(ACCEPTED, DISMISSED, **MORE))

    assert [notice.message for notice in outcome.notices] == [
        "2 suppressions are not kept: name a file with --baseline.",
        "1 word is not kept: name a file with --words.",
        "1 glossary row is not kept: name a file with --glossary.",
    ]
    assert (root / "a.txt").read_text() == "A tram.\n"


def test_carried_out_twice_nothing_is_added_twice(root: Path, places: Places) -> None:
    value = document(DISMISSED, **MORE)
    carried(root, value, places)
    before = {path: path.read_bytes() for path in root.parent.iterdir() if path.is_file()}

    outcome = carried(root, value, places)

    assert [added.number for added in outcome.added] == [0, 0, 0]
    assert [notice.message for notice in outcome.notices] == [
        "“tram” is a term of it already, whose row stays as it is."
    ]
    assert {path: path.read_bytes() for path in before} == before


def test_a_glossary_that_takes_no_rows_leaves_everything_as_it_was(
    root: Path, places: Places
) -> None:
    workbook = Places(places.baseline, places.words, "terms.xlsx")

    with pytest.raises(InputError, match=r"terms\.xlsx: Rows can be added to a \.csv or \.tsv"):
        carried(root, document(ACCEPTED, DISMISSED, **MORE), workbook)

    assert (root / "a.txt").read_text() == RAW
    assert sorted(path.name for path in root.parent.iterdir()) == ["d.json", "root"]


def test_an_article_is_no_word_list_at_the_same_time(root: Path, places: Places) -> None:
    both = Places(places.baseline, str(root / "a.txt"), places.glossary)

    with pytest.raises(InputError, match=r"a\.txt: This file would be written twice"):
        carried(root, document(ACCEPTED, **MORE), both)

    assert [(root / name).read_text() for name in ("a.txt", "b.txt")] == [RAW, RAW]
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "b.txt"]


def test_as_a_whole_one_refused_file_stops_everything(root: Path, places: Places) -> None:
    (root / "b.txt").write_text("Other.\n")

    outcome = carried(root, document(ACCEPTED, DISMISSED, **MORE), places, whole=True)

    assert ["b.txt: This file has changed" in str(each) for each in outcome.refused] == [True]
    assert (root / "a.txt").read_text() == RAW
    assert not (root.parent / "b.json").exists()
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "b.txt"]


def test_without_writing_nothing_is_written(root: Path, places: Places) -> None:
    outcome = carried(root, document(ACCEPTED, DISMISSED, **MORE), places, write=False)

    assert [added.number for added in outcome.added] == [2, 1, 1]
    assert sorted(path.name for path in root.parent.iterdir()) == ["d.json", "root"]
    assert (root / "a.txt").read_text() == RAW


def test_a_disk_that_fails_half_way_gets_the_old_files_back(
    root: Path, places: Places, monkeypatch: pytest.MonkeyPatch
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
        carried(root, document(ACCEPTED, DISMISSED, **MORE), places)

    assert done[:2] == [str(root / "a.txt"), str(root / "b.txt")]
    assert [(root / name).read_text() for name in ("a.txt", "b.txt")] == [RAW, RAW]
    assert sorted(path.name for path in root.parent.iterdir()) == ["d.json", "root"]
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "b.txt"]


def test_an_article_that_is_saved_meanwhile_stops_everything(
    root: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last of the articles is saved after the drafts are ready and some are in place."""
    real = Path.replace

    def late(self: Path, target: Path) -> Path:
        (root / "b.txt").write_text("What the editor saved.\n")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", late)

    with pytest.raises(InputError, match=r"^b\.txt: This file has changed since it was read"):
        carried(root, document(ACCEPTED, DISMISSED, **MORE), places)

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
    (document(words=["a\nb"]), "words[0]: “a<U+000A>b” is no text of one line"),
    (document(words=[" "]), "words[0]: “ ” is no text of one line"),
    (document(words=["#x"]), "words[0]: “#x” would be a comment"),
    (document(words=["\udc80"]), "words[0]: “<U+DC80>” is no text of one line"),
    (document(glossary={}), "glossary: an array"),
    (glossary("x"), "glossary[0]: an object"),
    (glossary({"source": "x"}), "glossary[0]: “term” is missing"),
    (glossary({"term": ""}), "glossary[0].term: “” is no text"),
    (glossary({"term": "a", "source": 1}), "glossary[0].source: a string"),
    (glossary({"term": "a", "forbidden": "b"}), "glossary[0].forbidden: an array"),
    (glossary({"term": "a", "forbidden": ["b", None]}), "glossary[0].forbidden[1]: a string"),
    (glossary({"term": "a", "forbidden": ["a"]}), "glossary[0].forbidden: “a” cannot be both"),
]


@pytest.mark.parametrize(("value", "message"), FAULTS)
def test_a_fault_is_named_with_its_place(
    value: dict[str, Any], message: str, root: Path, places: Places
) -> None:
    with pytest.raises(InputError) as raised:
        carried(root, value, places)

    assert str(raised.value).startswith(str(root.parent / "d.json"))
    assert message in str(raised.value)
