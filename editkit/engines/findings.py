"""Conversion of engine findings to issues: filtering, severity, confidence, and fixes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editkit.core.document import Block, BlockKind, Document
from editkit.core.equal_fixes import with_equal_fixes
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue
from editkit.core.language import matches
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.core.taxonomy import Confidence, Family, Severity, Status
from editkit.engines.known_words import is_name
from editkit.engines.severity_table import NO_FIX, SeverityEntry, SeverityTable, default_table
from editkit.engines.technical_words import is_technical_word
from editkit.engines.unknown_words import classify_unknown, is_word_with_full_width_mark
from editkit.languages.prose_view import DocumentCode, code_of
from editkit.terminology.known_words import KnownWords
from editkit.text.characters import OBJECT_REPLACEMENT

MAX_FIXES = 5

_CLOSING_QUOTES = frozenset("\"'”’“‘»")


@dataclass(frozen=True, slots=True)
class FindingClass:
    """The family, category, severity, confidence and status of findings, and first-fix safety."""

    family: Family
    category: str
    severity: Severity = Severity.MINOR
    confidence: Confidence = Confidence.MEDIUM
    safety: Safety = Safety.REVIEW
    status: Status = Status.STABLE


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of an engine, in code points of the document's prose.

    `groups` are the engine's categories of the rule as named in the severity table,
    narrowest first. `is_unknown_word`: the word is missing from the engine's dictionary.
    `needs_full_sentence`: the rule applies to complete sentences only (a capital at the
    start, articles). `finding_class`: the class of a rule that the severity table does not
    have. `is_own_rule`: editkit defines the rule, so its id has no prefix. `pattern` is the
    number of the rule's pattern that matched, counted from 1.
    """

    rule: str
    span: Span
    message: str
    groups: tuple[str, ...]
    replacements: Sequence[str] = ()
    is_unknown_word: bool = False
    needs_full_sentence: bool = False
    finding_class: FindingClass | None = None
    is_own_rule: bool = False
    pattern: str = ""


class FindingPolicy:
    """Decides which findings are shown and with which severity and confidence, for one setup."""

    def __init__(self, setup: Setup, table: SeverityTable | None = None) -> None:
        self.setup = setup
        self.known_words = setup.shared(KnownWords)
        self.table = table or default_table()
        self._explicit_rules = setup.explicit_rules

    def disabled_rules(self, engine: str) -> tuple[str, ...]:
        """Return the engine's ids of rules to turn off: disabled and not selected by id."""
        return tuple(
            rule
            for rule in self.table.disabled_rules(engine)
            if f"{engine}/{rule}" not in self._explicit_rules
        )

    def classify(
        self, engine: str, document: Document, findings: Sequence[Finding]
    ) -> Iterator[tuple[Finding, SeverityEntry, Confidence]]:
        """Yield the findings to show, each with its table entry and its confidence."""
        for finding in findings:
            entry = self._entry(engine, document, finding)
            confidence = entry.confidence
            if confidence is None and f"{engine}/{finding.rule}" in self._explicit_rules:
                confidence = Confidence.LOW
            if confidence:
                yield finding, entry, confidence

    def lookup_names(self, document: Document, finding: Finding) -> tuple[str, ...]:
        """Return the names to look up in the severity table, narrowest first."""
        if not finding.is_unknown_word or not matches("en", document.lang):
            return finding.rule, *finding.groups
        found = classify_unknown(document, finding.span, finding.replacements)
        return f"word:{found}", "word:", *finding.groups

    def _entry(self, engine: str, document: Document, finding: Finding) -> SeverityEntry:
        if own_class := finding.finding_class:
            return SeverityEntry(
                engine=engine,
                rule=finding.rule,
                family=own_class.family,
                category=own_class.category,
                severity=own_class.severity,
                confidence=own_class.confidence,
                fix_safety=own_class.safety.value,
                status=own_class.status,
            )
        entry = self.table.look_up(engine, *self.lookup_names(document, finding))
        if matches("en", document.lang):
            return entry
        # The table was measured on English. In other languages all findings but those about
        # names are shown with medium confidence.
        confidence = (
            None
            if finding.is_unknown_word and is_name(document.text, finding.span)
            else Confidence.MEDIUM
        )
        return replace(entry, confidence=confidence, fix_safety=Safety.REVIEW.value)


def to_issues(
    engine: str, document: Document, findings: Iterable[Finding], policy: FindingPolicy
) -> tuple[Issue, ...]:
    """Return the issues for `findings`, in order of position.

    Drops findings that touch hidden text or code or span two blocks, misspellings of
    glossary words, and findings of disabled rules. Repeats of the same finding become one issue.
    """
    blocks = document.blocks
    starts = [block.span.start for block in blocks]
    in_order = sorted(findings, key=lambda finding: finding.span)
    code = code_of(document, policy.setup) if in_order else DocumentCode()
    kept = [
        finding
        for finding in in_order
        if (block := _block_of(finding.span, starts, blocks))
        and not _is_noise(document, block, finding)
    ]
    by_content: dict[tuple[object, ...], list[Issue]] = {}
    for finding, entry, confidence in policy.classify(engine, document, kept):
        text = finding.span.of(document.text)
        is_known = entry.family is Family.SPELLING and policy.known_words.covers(
            document.text, finding.span
        )
        if is_known or code.spans.touches(finding.span) or _is_intended(document, finding, code):
            continue
        issue = _to_issue(engine, document.text, finding, entry, confidence)
        content = finding.rule, text.lower(), tuple(finding.replacements[:1])
        by_content.setdefault(content, []).append(issue)
    merged = (one for repeats in by_content.values() for one in with_equal_fixes(repeats))
    return tuple(sorted(merged, key=lambda issue: issue.span))


def _is_intended(document: Document, word: Finding, code: DocumentCode) -> bool:
    return word.is_unknown_word and is_technical_word(document, word.span, word.replacements, code)


def _block_of(span: Span, starts: Sequence[int], blocks: Sequence[Block]) -> Block | None:
    """Return the block that contains all of `span`, or None."""
    at = bisect_right(starts, span.start) - 1
    return blocks[at] if at >= 0 and blocks[at].span.covers(span) else None


def _is_noise(document: Document, block: Block, finding: Finding) -> bool:
    text = document.text
    touched = text[max(0, finding.span.start - 1) : finding.span.end + 1]
    if OBJECT_REPLACEMENT in touched:
        return True
    if finding.needs_full_sentence and (
        block.kind is not BlockKind.PARAGRAPH  # headings, items, and cells may be fragments
        or _char_before(text, finding.span.start) in _CLOSING_QUOTES  # `“Go!” she said`
    ):
        return True
    return finding.is_unknown_word and is_word_with_full_width_mark(
        text, finding.span, finding.replacements
    )


def _char_before(text: str, at: int) -> str:
    """Return the last non-space character before `at`, without copying the text."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at] if at else ""


def _to_issue(
    engine: str, text: str, finding: Finding, entry: SeverityEntry, confidence: Confidence
) -> Issue:
    text_found = finding.span.of(text)
    message = f"“{text_found}” may be misspelled." if finding.is_unknown_word else finding.message
    replacements = list(dict.fromkeys(r for r in finding.replacements if r != text_found))[
        :MAX_FIXES
    ]
    offered = replacements if entry.fix_safety != NO_FIX else ()
    return Issue(
        rule=finding.rule if finding.is_own_rule else f"{engine}/{finding.rule}",
        span=finding.span,
        message=message
        if offered or not replacements
        else f"{message}{_correction_hint(replacements)}",
        family=entry.family,
        category=entry.category,
        severity=entry.severity,
        confidence=confidence,
        fixes=tuple(
            _fix(finding.span, text_found, text, Safety.REVIEW if n else Safety(entry.fix_safety))
            for n, text in enumerate(offered)
        ),
        engine=engine,
        status=entry.status,
    )


def _correction_hint(replacements: Sequence[str]) -> str:
    """Return a hint that names corrections which are wrong too often to be offered as fixes."""
    quoted = " or ".join(f"“{text}”" for text in replacements if text)
    return f" Did you mean {quoted}?" if quoted else ""


def _fix(span: Span, text_found: str, text: str, safety: Safety) -> Fix:
    title = f"Replace with “{text}”" if text else f"Remove “{text_found}”"
    return Fix(title, (Edit(span, text),), safety)
