"""Tests of the replacement of rejected terms and variants."""

import pytest

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.terminology.classify import MatchKind
from editkit.terminology.replacement import find_replacement
from editkit.terminology.scan import term_occurrences
from editkit.text.segmenter import segment

REJECTED = TermStatus.DEPRECATED


def replaced(text: str, preferred: str, *rejected: str, pos: str | None = None) -> str:
    terms = (Term(preferred, pos=pos), *(Term(t, status=REJECTED, pos=pos) for t in rejected))
    setup = Setup(Glossary((Concept("1", terms),)))
    document = segment(Document.plain(text, lang="en-US"))
    for occurrence in reversed(term_occurrences(LintContext(document, setup))):
        if not occurrence.kind.is_correct and (made := find_replacement(document, occurrence)):
            for edit in sorted(made.edits, key=lambda e: e.span, reverse=True):
                text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


REPLACEMENTS = [
        ("two firms", "firm", "company", "two companies"),
        ("the surveys", "survey", "analysis", "the analyses"),
        ("small firms", "firm", "SME", "small SMEs"),
        ("a small firm, a firm", "firm", "SME", "a small SME, an SME"),
        ("Daimler's, Daimler’s", "Daimler", "Mercedes-Benz", "Mercedes-Benz's, Mercedes-Benz’s"),
        ("Foton Motors’ plant", "Foton Motors", "Foton Motor", "Foton Motor’s plant"),
        ("'A Foton Motors' is", "Foton Motors", "Foton Motor", "'A Foton Motor' is"),
        ("‘Foton Motors’ it is", "Foton Motors", "Foton Motor", "‘Foton Motor’ it is"),
        ("Firm stands. Firms stand.", "firm", "company", "Company stands. Companies stand."),
        ("THE FIRM STANDS\nThe firm", "firm", "company", "THE COMPANY STANDS\nThe company"),
        ("The firm. A PORT MOTOR", "Port Motor", "Bay Motor", "The firm. A Bay Motor"),
        ("PORTMOTOR\nIt won.", "Portmotor", "Bay Motor", "BAY MOTOR\nIt won."),
        ("The FIRM", "firm", "company", "The COMPANY"),
        ("The Data Hall Opens", "data hall", "server room", "The Server Room Opens"),
        ("an EV and an 'EV'", "EV", "car", "a car and a 'car'"),
        ("AN EV FOR ALL", "EV", "αS car", "AN αS CAR FOR ALL"),
        ("an hour, a minute", "minute", "hour", "an hour, an hour"),
        ("the Winter Olympic Games", "Olympic Games", "Winter Olympics", "the Winter Olympics"),
        ("the Bay Off Track BK 60", "BK 60", "Bay Off-Track BK60", "the Bay Off-Track BK60"),
        ("the Off-Track BK 60", "BK 60", "Bay Off-Track BK60", "the Bay Off-Track BK60"),
        ("Suhe factory, suhe Factory", "Suhe Factory", "Suhe Plant", "Suhe Plant, Suhe Plant"),
        ("a modern group", "Modern Group", "Harbour Group", "a modern group"),
        ("Harbour Line Ltd. Group", "Harbour Line Ltd.", "Harbour Group", "Harbour Group"),
        ("bold strugglers", "strugglers", "striver", "bold strivers"),
        ("Port heavy trucks", "Port heavy trucks", "Port Heavy Truck", "Port Heavy Truck"),
        ("They walked to the top.", "walked to the top", "go up", "They went up."),
        ("It has walked to the top.", "walked to the top", "go up", "It has gone up."),
        ("It strolls to the top.", "strolls to the top", "go up", "It goes up."),
        ("It began climbing up the hill.", "climbing up the hill", "rise", "It began rising."),
        ("to create fewer leaks", "create fewer leaks", "stopping the leaks", "to stop the leaks"),
        ("to put on the shelf", "put on the shelf", "delay", "to delay"),
        ("It was put on the shelf.", "put on the shelf", "delay", "It was delayed."),
        ("a limited purse", "limited purse", "small budget", "a small budget"),
        ("as based in town", "based in town", "local", "as local"),
        ("is united front", "united front", "common cause", "is common cause"),
        ("the rules at the inn", "rules at the inn", "code", "the code"),
        ("A self-made boat", "self-made boat", "own boat", "Its own boat"),
        ("the self-made boat", "self-made boat", "owner’s boat", "the owner’s boat"),
        ("our self-made boat", "self-made boat", "own boat", "our own boat"),
        ("swap-stations", "swap-stations", "swap station", "swap stations"),
    ]  # fmt: skip


def test_replacement() -> None:
    wrong = [
        (text, rejected, preferred, expected)
        for text, rejected, preferred, expected in REPLACEMENTS
        if replaced(text, preferred, rejected) != expected
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("It ended. Sea - rail freight grew.", "sea-rail", "It ended. Sea-rail freight grew."),
        ("It ended. Swap-stations are new.", "swap station", "It ended. Swap stations are new."),
        ("Recieving docks grew.", "receiving dock", "Receiving docks grew."),
        ("All Swap-Stations Are New", "swap station", "All Swap Stations Are New"),
        ("We saw swap Stations.", "swap station", "We saw swap stations."),
    ],
)
def test_variant_keeps_its_letter_case(text: str, term: str, expected: str) -> None:
    assert replaced(text, term) == expected


def test_form_of_a_rejected_term_that_is_usable_is_a_variant() -> None:
    assert replaced("a Harbour  Motor", "Harbour Motor", "Harbour Motors") == "a Harbour Motor"
    setup = Setup(
        Glossary((Concept("1", (Term("Harbour Motor"), Term("Harbour Motors", status=REJECTED))),))
    )
    document = segment(Document.plain("a Harbour  Motor", lang="en-US"))

    assert [o.kind for o in term_occurrences(LintContext(document, setup))] == [MatchKind.VARIANT]


def test_rejected_plural_listed_with_its_singular_becomes_the_plural() -> None:
    text = "bold strugglers, a struggler"

    assert replaced(text, "striver", "strugglers", "struggler") == "bold strivers, a striver"
    assert replaced(text, "hard workers", "strugglers", "struggler") == (
        "bold hard workers, a hard workers"
    )


def test_verbs_keep_their_tense() -> None:
    assert replaced("She clicks; he clicked.", "press", "click", pos="verb") == (
        "She presses; he pressed."
    )


def test_correct_longer_term_rules_out_matches_inside_it() -> None:
    assert replaced("Port Lines and Lines", "Port Lines", "Lines") == "Port Lines and Port Lines"


def test_replacement_is_idempotent() -> None:
    once = replaced("An epidemic; epidemics.", "pandemic", "epidemic")

    assert replaced(once, "pandemic", "epidemic") == once == "A pandemic; pandemics."


def test_term_without_text_replaces_nothing() -> None:
    assert replaced("two big firms", " ", "big firm") == "two big firms"
