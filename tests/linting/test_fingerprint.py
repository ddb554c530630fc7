from collections import Counter

from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.linting.fingerprint import stamp


def prints(text: str, words: str = "plant", rule: str = "r") -> list[str]:
    document = Document.plain(text, lang="en")
    issues, at = [], text.find(words)
    while at >= 0:
        issues.append(Issue(rule, Span(at, at + len(words)), "m", Family.TERM, ""))
        at = text.find(words, at + 1)
    return [issue.fingerprint for issue in stamp(document, issues, Counter())]


def test_edits_elsewhere_leave_it_alone() -> None:
    [before] = prints("In May the new plant opened its gates.")

    assert prints("Long ago, in May, the new plant opened its\ndoors. And more.") == [before]
    assert prints("In June the new plant opened its gates.") == [before]


def test_the_rule_the_words_and_those_beside_them_make_it() -> None:
    [before] = prints("The new plant opened its gates.")

    assert prints("The old plant opened its gates.") != [before]
    assert prints("The new plant closed its gates.") != [before]
    assert prints("The new plant opened its gates.", rule="s") != [before]
    assert prints("The new works opened its gates.", "works") != [before]


def test_equal_ones_are_told_apart_by_their_number() -> None:
    twice = prints("The new plant is old. The new plant is old.")

    assert len(set(twice)) == 2
    assert twice[:1] == prints("The new plant is old.")
