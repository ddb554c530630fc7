"""Robustness of every built-in rule on arbitrary text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editkit import checks
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.core.setup import Setup
from editkit.text.segmenter import segment

_GLOSSARY = Glossary(
    (
        Concept("1", (Term("Suhe Harbour Bank"), Term("SHBK", status=TermStatus.ADMITTED))),
        Concept("2", (Term("Party Committee of VELOX Group"),)),
        Concept("3", (Term("VELOX αS HI"), Term("velox", status=TermStatus.DEPRECATED))),
    )
)
_PIECES = st.sampled_from(
    "Suhe Harbour Bank Veloxia Veloixa VELOX αS HI H1 SHBK SBHK Party Committee of the Group and "
    "colour color e-mail emails U.S. US US. Ph.D. PhD Mr Mr. a.m. 9 16:00 May Sept. 4 4th 2021 "
    "2021-05-04 1,000 12000 km kwh % percent per cent $5 US$ yuan RMB million R&D ( ) [ ] (SHB) "
    "“ ” \" ' ’ « » - – … . , : ; / | # > * \n \n\n \t \u00a0 \u200b \u00ad 苏河 ， 。 "
    "é ß İ 𝒜 ٣ ² Ⅷ".split(" ")
)
_WORDS = _PIECES | st.text(max_size=3) | st.just(" ")
# Most lists that Hypothesis makes are short; the long ones are what few pieces do not show.
_TEXTS = (
    st.lists(_WORDS, max_size=60).map("".join)
    | st.lists(_PIECES, max_size=60).map(" ".join)
    | st.lists(_WORDS, min_size=30, max_size=60).map("".join)
    | st.lists(_PIECES, min_size=30, max_size=60).map(" ".join)
)


# All rules read the same texts, because making a text takes longer than checking it.
@settings(max_examples=settings().max_examples)
@given(text=_TEXTS, lang=st.sampled_from(["en-US", "en-GB", "de", "zh-CN"]))
def test_rules_accept_arbitrary_text(text: str, lang: str) -> None:
    document = segment(Document.plain(text, lang=lang, uri="a"))
    setup = Setup(_GLOSSARY, lang)
    context = LintContext(document, setup)
    for check in checks.BUILTIN:
        for issue in check(setup).run(context):
            assert 0 <= issue.span.start <= issue.span.end <= len(text), check.rule.id
            for fix in issue.fixes:
                assert fix.edits, check.rule.id
                spans = [edit.span for edit in fix.edits]
                assert all(0 <= s.start <= s.end <= len(text) for s in spans), check.rule.id


@pytest.fixture(scope="module")
def own_checks() -> list[Check]:
    setup = Setup(_GLOSSARY)
    return [check(setup) for check in checks.BUILTIN]


@pytest.mark.parametrize("unit", ["a", "HugeWord", "北京", "1", "a-", "“", "("])
def test_rules_accept_very_long_words(own_checks: list[Check], unit: str) -> None:
    document = segment(Document.plain(unit * (20_000 // len(unit)), lang="en-US", uri="a"))
    context = LintContext(document, own_checks[0].setup)
    for check in own_checks:
        issues = check.run(context)
        assert all(issue.span.end <= len(document.text) for issue in issues)
