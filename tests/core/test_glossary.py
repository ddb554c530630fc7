"""Tests of the glossary digest: stable between processes, and carried by pickles."""

import copy
import os
import pickle
import subprocess
import sys
from dataclasses import fields, replace
from typing import Any

import pytest

from editkit.core import glossary as glossary_module
from editkit.core.glossary import CasePolicy, Concept, Glossary, MatchPolicy, Term, TermStatus
from editkit.core.taxonomy import Confidence, Status

FERRY = Term("ferry", "en", pos="noun", forms=("ferries",), case=CasePolicy.FOLD, line=2)
BOAT = Term("plain “boat”\ud83d", "en", TermStatus.DEPRECATED, line=2)
GLOSSARY = Glossary(
    (
        Concept("1", (FERRY, BOAT), "A note.", "g.csv", 2, Confidence.LOW),
        Concept("2", (Term("渡轮", "zh"),)),
    )
)

OTHER_TERM: dict[str, Any] = {
    "text": "tram",
    "lang": "en-GB",
    "status": TermStatus.ADMITTED,
    "pos": None,
    "forms": (),
    "case": None,
    "match": MatchPolicy.EXACT,
    "line": 3,
}
OTHER_CONCEPT: dict[str, Any] = {
    "id": "3",
    "terms": (FERRY,),
    "note": None,
    "uri": "h.csv",
    "line": 3,
    "confidence": None,
    "consistent": True,
    "status": Status.PREVIEW,
}


def with_first(concept: Concept) -> Glossary:
    return Glossary((concept, *GLOSSARY.concepts[1:]))


def test_every_field_is_part_of_the_digest() -> None:
    first = GLOSSARY.concepts[0]
    assert set(OTHER_TERM) == {each.name for each in fields(Term)}
    assert set(OTHER_CONCEPT) == {each.name for each in fields(Concept)}
    changed = [with_first(replace(first, **{name: new})) for name, new in OTHER_CONCEPT.items()]
    changed += [
        with_first(replace(first, terms=(replace(FERRY, **{name: new}), BOAT)))
        for name, new in OTHER_TERM.items()
    ]

    digests = {glossary.digest for glossary in (GLOSSARY, *changed)}

    assert len(digests) == 1 + len(changed)


def test_order_and_distribution_of_terms_are_part_of_the_digest() -> None:
    a, b = Term("a"), Term("b")
    glossaries = [
        Glossary((Concept("1", (a, b)), Concept("2", ()))),
        Glossary((Concept("1", (b, a)), Concept("2", ()))),
        Glossary((Concept("1", (a,)), Concept("2", (b,)))),
        Glossary((Concept("2", ()), Concept("1", (a, b)))),
        Glossary(),
    ]

    assert len({glossary.digest for glossary in glossaries}) == len(glossaries)


def test_equal_glossaries_have_one_digest_which_is_not_compared() -> None:
    equal = Glossary(copy.deepcopy(GLOSSARY.concepts))
    unread = Glossary(GLOSSARY.concepts)

    assert equal.digest == GLOSSARY.digest
    assert hash(equal) == hash(GLOSSARY) != hash(Glossary())
    assert unread == GLOSSARY
    assert (hash(unread), repr(unread)) == (hash(GLOSSARY), repr(GLOSSARY))
    assert replace(GLOSSARY, concepts=()).digest == Glossary().digest


@pytest.mark.live
@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_digest_is_the_same_in_another_process(seed: str) -> None:
    program = (
        "import pickle, sys; from editkit.core.glossary import Glossary;"
        "g = pickle.load(sys.stdin.buffer); print(Glossary(g.concepts).digest)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps(GLOSSARY),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )

    assert run.stdout.decode().strip() == GLOSSARY.digest


def test_pickles_contain_the_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    glossary = Glossary(GLOSSARY.concepts)
    copies = [pickle.dumps(glossary, protocol) for protocol in range(2, 6)]
    expected = GLOSSARY.digest
    monkeypatch.setattr(glossary_module, "_content_digest", lambda _: pytest.fail("computed"))

    for data in copies:
        unpickled = pickle.loads(data)  # noqa: S301  (what was just written)
        assert unpickled == glossary
        assert unpickled.digest == expected


def test_the_digest_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    glossary = Glossary(GLOSSARY.concepts)
    first = glossary.digest
    monkeypatch.setattr(glossary_module, "_content_digest", lambda _: pytest.fail("computed"))

    assert glossary.digest == first


def test_the_hash_reads_the_contents_once(monkeypatch: pytest.MonkeyPatch) -> None:
    glossary = Glossary(GLOSSARY.concepts)
    first = hash(glossary)
    monkeypatch.setattr(glossary_module, "_content_digest", lambda _: pytest.fail("read again"))
    monkeypatch.setattr(Term, "__hash__", lambda _: pytest.fail("read again"))

    assert hash(glossary) == first
