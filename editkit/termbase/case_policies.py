"""Explanations of the case policies of a glossary, where another one may be intended."""

from collections.abc import Iterator, Sequence

from editkit.core.glossary import CasePolicy, TermStatus
from editkit.core.taxonomy import Severity
from editkit.languages import find_language
from editkit.termbase.glossary_issue import GlossaryIssue
from editkit.termbase.surface import Wording


def check_case(concept_wordings: Sequence[Wording], lang: str) -> Iterator[GlossaryIssue]:
    """Yield an explanation for the preferred term of a concept, if its policy may surprise."""
    for wording in concept_wordings:
        if wording.term.status is TermStatus.PREFERRED and not wording.is_form:
            if message := _explanation(wording, lang):
                yield GlossaryIssue.at(
                    wording.location, "case-policy", message, severity=Severity.INFO
                )
            return


def _explanation(wording: Wording, lang: str) -> str:
    text, low = wording.text, wording.text.lower()
    is_lowercase = text == low
    match wording.term.case:
        case CasePolicy.EXACT if is_lowercase and text:
            capitalized = text[0].upper() + text[1:]
            return (
                f"With the case “exact”, only “{text}” is the term, and “{capitalized}” at the "
                "start of a sentence is not checked; “enforce” corrects other letter cases."
            )
        case CasePolicy.ENFORCE if _is_word(text, lang) and not is_lowercase:
            return (
                f"With the case “enforce”, “{low}” is always corrected to “{text}”. With “exact”, "
                "it is another word; without a case, ordinary words in lower case are accepted."
            )
        case CasePolicy.FOLD if _is_word(text, lang) and not is_lowercase:
            return (
                f"With the case “fold”, the word “{low}” is as good as “{text}”, and forbidden "
                "forms are corrected in any letter case. With “exact”, it is another word; "
                "without a case, a name keeps its letter case."
            )
        case _:
            return ""


def _is_word(text: str, lang: str) -> bool:
    return " " not in text and find_language(lang).may_be_words(text)
