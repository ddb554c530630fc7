"""Robustness of every built-in rule on arbitrary text."""

import pytest
from hypothesis import given
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
_TEXTS = st.lists(_PIECES | st.text(max_size=3) | st.just(" "), max_size=60).map("".join) | (
    st.lists(_PIECES, max_size=60).map(" ".join)
)


@pytest.mark.parametrize("check", checks.BUILTIN, ids=lambda check: check.rule.id)
@given(text=_TEXTS, lang=st.sampled_from(["en-US", "en-GB", "de", "zh-CN"]))
def test_rule_accepts_arbitrary_text(check: type[Check], text: str, lang: str) -> None:
    document = segment(Document.plain(text, lang=lang, uri="a"))
    setup = Setup(_GLOSSARY, lang)
    for issue in check(setup).run(LintContext(document, setup)):
        assert 0 <= issue.span.start <= issue.span.end <= len(text)
        for fix in issue.fixes:
            assert fix.edits
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in fix.edits)


@pytest.mark.parametrize("unit", ["a", "HugeWord", "北京", "1", "a-", "“", "("])
def test_rules_accept_very_long_words(unit: str) -> None:
    document = segment(Document.plain(unit * 50_000, lang="en-US", uri="a"))
    setup = Setup(_GLOSSARY)
    context = LintContext(document, setup)
    for check in checks.BUILTIN:
        issues = check(setup).run(context)
        assert all(issue.span.end <= len(document.text) for issue in issues)
