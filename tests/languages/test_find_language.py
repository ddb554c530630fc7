import pytest

from editkit.config import Settings
from editkit.core.fix import Safety
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.result import PlacedIssue
from editkit.languages import find_language
from editkit.languages.base import UNKNOWN
from editkit.languages.en.language import LANGUAGE as ENGLISH
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session

REJECTED = TermStatus.DEPRECATED


@pytest.mark.parametrize("lang", ["en", "en-US", "EN_gb", "und", ""])
def test_english_is_known(lang: str) -> None:
    assert find_language(lang) is ENGLISH


@pytest.mark.parametrize("lang", ["de", "de-AT", "zh-CN", "fr", "base", "x-klingon"])
def test_other_languages_are_unknown(lang: str) -> None:
    assert find_language(lang) is UNKNOWN


def issues(text: str, *concepts: tuple[Term, ...], lang: str = "de") -> list[PlacedIssue]:
    glossary = Glossary(tuple(Concept(terms[0].text, terms) for terms in concepts))
    settings = Settings(lang=lang, engine="none", select=("term",))
    with Session() as session:
        [result] = session.run([(settings, SourceFile("a.txt", data=text.encode()))], glossary)
    assert not result.notices
    return list(result.issues)


def found(text: str, *concepts: tuple[Term, ...], lang: str = "de") -> list[str]:
    return [each.issue.span.of(text) for each in issues(text, *concepts, lang=lang)]


def test_only_listed_forms_of_a_german_term_are_found() -> None:
    text = "Die Karre steht. Zwei Karren stehen. Zwei Karres."
    vehicle = Term("Fahrzeug")
    listed = Term("Karre", status=REJECTED, forms=("Karren",))

    assert found(text, (vehicle, Term("Karre", status=REJECTED))) == ["Karre"]
    assert found(text, (vehicle, listed)) == ["Karre", "Karren"]
    assert found(text, (vehicle, Term("Karre", status=REJECTED)), lang="en") == ["Karre", "Karres"]


def test_another_german_term_is_for_review() -> None:
    terms = (
        Term("Fahrzeug", forms=("Fahrzeuge",)),
        Term("Karre", forms=("Karren",), status=REJECTED),
    )

    one, many = issues("Die Karre steht. Zwei Karren stehen.", terms)

    assert [fix.safety for each in (one, many) for fix in each.fixes] == [Safety.REVIEW] * 2
    assert [each.fixes[0].splices[0].text for each in (one, many)] == ["Fahrzeug"] * 2
    assert "“Fahrzeug”" in many.issue.message
    [english] = issues("The Karre stands.", terms, lang="en")
    assert english.fixes[0].safety is Safety.SAFE


def test_a_listed_german_form_becomes_the_one_with_the_same_ending_or_the_term() -> None:
    terms = (
        Term("Ventil", forms=("Ventile", "Ventils")),
        Term("Hahn", forms=("Hahns", "Hähne"), status=REJECTED),
    )
    cases = [(terms, ["Ventils", "Ventil"]), ((Term("Ventil"), terms[1]), ["Ventil"] * 2)]

    for concept, expected in cases:
        fixes = [each.fixes[0] for each in issues("Des Hahns wegen, der Hähne wegen.", concept)]
        assert [fix.splices[0].text for fix in fixes] == expected
        assert {fix.safety for fix in fixes} == {Safety.REVIEW}


def test_a_german_respelling_is_safe() -> None:
    forms = (
        Term("Känguru", forms=("Kängurus",)),
        Term("Känguruh", forms=("Känguruhs",), status=REJECTED),
    )
    [many] = issues("Zwei Känguruhs springen.", forms)
    assert (many.fixes[0].safety, many.fixes[0].splices[0].text) == (Safety.SAFE, "Kängurus")

    [issue] = issues("Das Känguruh springt.", (Term("Känguru"), Term("Känguruh", status=REJECTED)))

    assert issue.fixes[0].safety is Safety.SAFE


def test_german_words_before_a_term_are_no_english_articles() -> None:
    [issue] = issues("Er ging an Karren vorbei.", (Term("Autos"), Term("Karren", status=REJECTED)))

    assert [splice.text for splice in issue.fixes[0].splices] == ["Autos"]


def test_a_single_german_word_is_no_typo_of_a_term() -> None:
    """`Wahlen` is a word, but there is no list of German words to find it in."""
    text = "Vor den Wahlen lag sie neben dem Hafen Hamburh."

    assert found(text, (Term("Walen"),)) == []
    assert found(text, (Term("Hamburg"),)) == []
    assert found(text, (Term("Hafen Hamburg"),)) == ["Hafen Hamburh"]


def test_german_words_in_lowercase_are_no_miscased_name() -> None:
    text = "Der kern der Sache."

    assert found(text, (Term("Kern"),)) == []
