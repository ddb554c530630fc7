"""The pack that ships with editkit says what it means to, row by row."""

import re
from collections import Counter

import pytest

from editkit.checks.style.calque import Calque
from editkit.config.packs import pack_path
from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.glossary import Concept, Term
from editkit.core.issue import Issue
from editkit.languages.en.inflection import Slot, concept_forms, singular, surface_forms
from editkit.termbase import load
from editkit.text.segmenter import segment
from editkit.text.tokens import key

LOADED = load(pack_path("zh-en"), advice=True)
ROWS = LOADED.glossary.concepts
CHECK = Calque(Setup(packs=LOADED.glossary))
SAME = {Slot.PARTICIPLE: Slot.PAST}


def rejected(row: Concept) -> list[Term]:
    return [term for term in row.terms if term.lang == "en" and not term.status.usable]


def issues(text: str) -> list[Issue]:
    return list(CHECK.run(segment(Document.plain(text, lang="en-US", uri="a"))))


def lead(row: Concept) -> str:
    return rejected(row)[0].text


def test_it_loads_without_a_word() -> None:
    assert not LOADED.notices
    assert not LOADED.faults
    assert all(row.confidence for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lead)
def test_a_row_has_a_source_and_one_sentence_that_says_why(row: Concept) -> None:
    source = row.source("en")

    assert source is not None
    assert source.lang == "zh"
    assert row.note is not None
    assert re.fullmatch(r"[A-Z“0-9\u4e00-\u9fff].{15,150}[.]", row.note)


def test_no_form_stands_in_two_rows() -> None:
    forms = Counter(form for row in ROWS for form in {key(term.text) for term in rejected(row)})

    assert [form for form, count in forms.items() if count > 1] == []


def test_no_forbidden_form_is_what_another_row_wants() -> None:
    wanted = {term.text for row in ROWS if (term := row.preferred("en"))}

    assert [t.text for row in ROWS for t in rejected(row) if t.text in wanted] == []


@pytest.mark.parametrize("row", ROWS, ids=lead)
def test_what_is_proposed_is_no_calque_itself(row: Concept) -> None:
    if term := row.preferred("en"):
        for form in surface_forms(term):
            assert issues(f"They say {form.text} there.") == []


@pytest.mark.parametrize("row", ROWS, ids=lead)
def test_each_form_is_found_and_replaced_by_the_same_form(row: Concept) -> None:
    preferred = row.preferred("en")
    ours = (
        {form.slot: form.text for form in reversed(surface_forms(preferred))} if preferred else {}
    )
    seen: set[str] = set()
    for term, form in concept_forms(row, "en-US"):
        if term.status.usable or form.text in seen:  # "spread" is present and past
            continue
        seen.add(form.text)
        text = f"They say {form.text} there."
        found = [issue for issue in issues(text) if key(issue.span.of(text)) == key(form.text)]
        assert len(found) == 1, form
        assert bool(found[0].fixes) is bool(preferred)
        if preferred:
            plural = form.slot is Slot.BASE and singular(term.text) and Slot.PLURAL in ours
            slot = Slot.PLURAL if plural else form.slot
            wanted = ours.get(slot) or ours.get(SAME.get(slot, slot), preferred.text)
            assert wanted in {edit.text for edit in found[0].fixes[0].edits}, form
