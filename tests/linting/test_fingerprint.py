from collections import Counter

from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.span import Span
from editkit.core.taxonomy import Family
from editkit.linting.fingerprint import with_fingerprints


def fingerprints(text: str, words: str = "plant", rule: str = "r") -> list[str]:
    document = Document.plain(text, lang="en")
    issues, at = [], text.find(words)
    while at >= 0:
        issues.append(Issue(rule, Span(at, at + len(words)), "m", Family.TERM, ""))
        at = text.find(words, at + 1)
    return [issue.fingerprint for issue in with_fingerprints(document, issues, Counter())]


def test_edits_elsewhere_do_not_change_a_fingerprint() -> None:
    [before] = fingerprints("In May the new plant opened its gates.")

    assert fingerprints("Long ago, in May, the new plant opened its\ndoors. And more.") == [before]
    assert fingerprints("In June the new plant opened its gates.") == [before]


def test_a_fingerprint_depends_on_rule_text_and_context() -> None:
    [before] = fingerprints("The new plant opened its gates.")

    assert fingerprints("The old plant opened its gates.") != [before]
    assert fingerprints("The new plant closed its gates.") != [before]
    assert fingerprints("The new plant opened its gates.", rule="s") != [before]
    assert fingerprints("The new works opened its gates.", "works") != [before]


def test_repeated_issues_have_different_fingerprints() -> None:
    twice = fingerprints("The new plant is old. The new plant is old.")

    assert len(set(twice)) == 2
    assert twice[:1] == fingerprints("The new plant is old.")
