from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editkit import checks
from editkit.core.check import Check, CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Block, Document
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Scope
from editkit.formats.plain import Plain
from editkit.text.segmenter import segment

_CORPUS = Path(__file__).parents[2] / "corpus"


def _parse(text: bytes, lang: str = "en-US") -> Document:
    return segment(Plain().parse(text, uri="a.txt", lang=lang).documents[0])


def _texts() -> Iterator[bytes]:
    """Yield the corpus, and the examples of all rules in two orders."""
    yield from (path.read_bytes() for path in sorted(_CORPUS.glob("*.txt")))
    examples = [example.text for check in checks.BUILTIN for example in check.rule.examples]
    yield "\n\n".join(examples).encode()
    yield "\n\n".join(reversed(examples)).encode()


_DOCUMENTS = [_parse(text, lang) for lang in ("en-US", "en-GB") for text in _texts()]


def _found(check: Check, document: Document, offset: int = 0) -> list[tuple[int, int, str]]:
    issues = check.run(LintContext(document, check.setup))
    return [(i.span.start + offset, i.span.end + offset, i.message) for i in issues]


def _block_alone(document: Document, block: Block) -> Document:
    text = block.span.of(document.text)
    alone = Document.plain(text, lang=document.lang, uri=document.uri)
    return segment(replace(alone, blocks=(Block(block.kind, Span(0, len(text))),)))


def _is_decided_by_blocks(check_type: type[Check]) -> bool:
    check = check_type(Setup(check_type.rule.glossary))
    for document in _DOCUMENTS:
        alone = [
            issue
            for block in document.blocks
            for issue in _found(check, _block_alone(document, block), block.span.start)
        ]
        if sorted(alone) != sorted(_found(check, document)):
            return False
    return True


def test_rules_of_scope_corpus_are_those_that_collect() -> None:
    of_corpus = {check for check in checks.BUILTIN if check.rule.scope is Scope.CORPUS}
    assert of_corpus == {check for check in checks.BUILTIN if issubclass(check, CollectingCheck)}


def test_rules_of_scope_block_find_the_same_in_each_block_alone() -> None:
    of_block = [check for check in checks.BUILTIN if check.rule.scope is Scope.BLOCK]

    assert len(of_block) > len(checks.BUILTIN) / 3
    assert [c.rule.id for c in of_block if not _is_decided_by_blocks(c)] == []


@pytest.mark.parametrize("rule", ["numeric-date", "misplaced-introduction", "mixed-apostrophes"])
def test_rules_that_compare_blocks_differ(rule: str) -> None:
    assert checks.load(rule).rule.scope is Scope.DOCUMENT
    assert not _is_decided_by_blocks(checks.load(rule))
