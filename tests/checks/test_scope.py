from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from editkit import checks
from editkit.core.check import Check, CollectingCheck
from editkit.core.context import LintContext
from editkit.core.document import Block, Document
from editkit.core.glossary import Glossary
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


def _found(check: Check, context: LintContext, offset: int = 0) -> list[tuple[int, int, str]]:
    return [
        (issue.span.start + offset, issue.span.end + offset, issue.message)
        for issue in check.run(context)
    ]


def _block_alone(document: Document, block: Block) -> Document:
    text = block.span.of(document.text)
    alone = Document.plain(text, lang=document.lang, uri=document.uri)
    return segment(replace(alone, blocks=(Block(block.kind, Span(0, len(text))),)))


def _not_decided_by_blocks(check_types: Iterable[type[Check]]) -> set[str]:
    """Return the rules that find something else in a text than in its blocks alone."""
    concepts = (concept for check in check_types for concept in check.rule.glossary.concepts)
    setup = Setup(Glossary(tuple(concepts)))
    own = [check(setup) for check in check_types]
    rules = set()
    for document in _DOCUMENTS:
        whole = LintContext(document, setup)
        blocks = [
            (LintContext(_block_alone(document, block), setup), block.span.start)
            for block in document.blocks
        ]
        for check in own:
            alone = [issue for block, at in blocks for issue in _found(check, block, at)]
            if sorted(alone) != sorted(_found(check, whole)):
                rules.add(check.rule.id)
    return rules


def test_rules_of_scope_corpus_are_those_that_collect() -> None:
    of_corpus = {check for check in checks.BUILTIN if check.rule.scope is Scope.CORPUS}
    assert of_corpus == {check for check in checks.BUILTIN if issubclass(check, CollectingCheck)}


def test_rules_of_scope_block_find_the_same_in_each_block_alone() -> None:
    of_block = [check for check in checks.BUILTIN if check.rule.scope is Scope.BLOCK]

    assert len(of_block) > len(checks.BUILTIN) / 3
    assert _not_decided_by_blocks(of_block) == set()


def test_rules_that_compare_blocks_differ() -> None:
    rules = {"numeric-date", "misplaced-introduction", "mixed-apostrophes"}
    own = [checks.load(rule) for rule in rules]

    assert {check.rule.scope for check in own} == {Scope.DOCUMENT}
    assert _not_decided_by_blocks(own) == rules
