"""Rows of the built-in pack: sources, notes, forms and replacements."""

import re
from collections import Counter
from collections.abc import Iterator

from editkit.checks.style.calque import Calque
from editkit.config.packs import pack_path
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Term
from editkit.core.issue import Issue
from editkit.core.setup import Setup
from editkit.languages.base import Slot
from editkit.languages.en.inflection import singular
from editkit.languages.en.language import LANGUAGE as ENGLISH
from editkit.termbase import load
from editkit.terminology.matcher import GAP
from editkit.terminology.term_forms import concept_forms
from editkit.text.segmenter import segment
from editkit.text.tokens import key

LOADED = load(pack_path("zh-en"), term_optional=True)
ROWS = LOADED.glossary.concepts
CHECK = Calque(Setup(packs=LOADED.glossary))
SAME = {Slot.PARTICIPLE: Slot.PAST}


def rejected(row: Concept) -> list[Term]:
    return [term for term in row.terms if term.lang == "en" and not term.status.usable]


def issues(text: str) -> list[Issue]:
    document = segment(Document.plain(text, lang="en-US", uri="a"))
    return list(CHECK.run(LintContext(document, CHECK.setup)))


def lead(row: Concept) -> str:
    return rejected(row)[0].text


def test_it_loads_without_notices() -> None:
    assert not LOADED.notices
    assert not LOADED.issues
    assert all(row.confidence for row in ROWS)


def test_each_row_has_a_chinese_source() -> None:
    sources = {lead(row): row.source("en") for row in ROWS}

    assert not [name for name, source in sources.items() if source is None or source.lang != "zh"]


def test_the_note_of_each_row_is_one_sentence() -> None:
    sentence = re.compile(r"[A-Z“0-9\u4e00-\u9fff].{15,150}[.]")

    assert not [lead(row) for row in ROWS if not sentence.fullmatch(row.note or "")]


def test_no_form_is_rejected_by_two_rows() -> None:
    forms = Counter(form for row in ROWS for form in {key(term.text) for term in rejected(row)})

    assert [form for form, count in forms.items() if count > 1] == []


def test_no_rejected_form_is_preferred_by_another_row() -> None:
    wanted = {term.text for row in ROWS if (term := row.preferred("en"))}

    assert [t.text for row in ROWS for t in rejected(row) if t.text in wanted] == []


def test_no_proposed_form_is_itself_reported() -> None:
    forms = {
        form.text
        for row in ROWS
        if (term := row.preferred("en"))
        for form in ENGLISH.inflect(term)
    }

    assert not [form for form in forms if issues(f"They say {form} there.")]


def filled(form: str, word: str) -> str:
    return " ".join(form.replace(GAP, word).split())


def misreplaced(row: Concept, word: str) -> Iterator[str]:
    """Yield the rejected forms of a row that are not found once and replaced by the same form.

    Their gaps are filled with `word`.
    """
    preferred = row.preferred("en")
    by_slot = (
        {form.slot: form.text for form in reversed(ENGLISH.inflect(preferred))}
        if preferred
        else {}
    )
    listed = {
        form.text: (term, form)  # "spread" is present and past: the first form counts
        for term, form in reversed(list(concept_forms(row, "en-US")))
        if not term.status.usable
    }
    sentences = [f"They say {filled(each, word)} there." for each in listed]
    text = "\n\n".join(sentences)
    in_text, end = issues(text), -2
    for (term, form), sentence in zip(listed.values(), sentences, strict=True):
        start, end = end + 2, end + 2 + len(sentence)
        expected = key(filled(form.text, word))
        found = [
            issue
            for issue in in_text
            if start <= issue.span.start < end and key(issue.span.of(text)) == expected
        ]
        if len(found) != 1 or bool(found[0].fixes) is not bool(preferred):
            yield form.text
        elif preferred:
            plural = form.slot is Slot.BASE and singular(term.text) and Slot.PLURAL in by_slot
            slot = Slot.PLURAL if plural else form.slot
            wanted = by_slot.get(slot) or by_slot.get(SAME.get(slot, slot), preferred.text)
            if filled(wanted, word) not in {edit.text for edit in found[0].fixes[0].edits}:
                yield form.text


def test_each_form_is_replaced_by_the_same_form() -> None:
    assert not [form for row in ROWS for form in misreplaced(row, "")]


def test_each_form_with_a_word_in_its_gap_is_replaced_by_the_same_form() -> None:
    with_gap = [row for row in ROWS if any(GAP in term.text for term in rejected(row))]

    assert with_gap
    assert not [form for row in with_gap for form in misreplaced(row, "very")]


def test_no_row_corrects_letter_case_alone() -> None:
    pairs = [(row.preferred("en"), term) for row in ROWS for term in rejected(row)]

    assert not [
        term.text
        for preferred, term in pairs
        if preferred and preferred.text.casefold() == term.text.casefold()
    ]
