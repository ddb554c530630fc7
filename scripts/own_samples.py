"""Samples of the findings of editkit's own rules, for `measure_own_rules.py`.

A sample is about a rule, and about the row of the phrase table, the row of a pack, or the pattern
in XML that has found it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from engine_samples import Annotations, read_texts, sentence_at
from judged_findings import judged_rows, still_made

from editkit import checks
from editkit.config import Settings
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.engine_provider import EngineAccess
from editkit.core.issue import Issue
from editkit.core.taxonomy import Confidence
from editkit.engines.findings import Finding, FindingPolicy
from editkit.engines.selection import open_engines
from editkit.engines.severity_table import SeverityEntry
from editkit.languages.en.phrase_patterns import PhrasePattern, phrase_patterns, scan_phrases
from editkit.languages.prose_view import prose_view
from editkit.linting.suppression.rule_index import builtin_rules
from editkit.linting.toolset import Toolset, build_toolset
from editkit.terminology.scan import pack_occurrences
from editkit.text.segmenter import segment


def row_name(rule: str, row: PhrasePattern) -> str:
    """Return a name of a row of the phrase table: its rule and its pattern."""
    return f"{rule}: {'/'.join(row.first_words)}{row.rest_pattern}"


class PatternRecorder(FindingPolicy):
    """A policy that shows editkit's own rules and records the pattern of each finding."""

    def __init__(self, toolset: Toolset) -> None:
        super().__init__(toolset.setup)
        self.patterns: dict[tuple[str, int, int], str] = {}

    def classify(
        self, engine: str, document: Document, findings: Sequence[Finding]
    ) -> Iterator[tuple[Finding, SeverityEntry, Confidence]]:
        """Yield the findings of editkit's own rules."""
        own = [finding for finding in findings if finding.is_own_rule]
        for each in own:
            place = each.rule, each.span.start, each.span.end
            self.patterns[place] = f"{each.rule}: pattern {each.pattern}"
        return super().classify(engine, document, own)


def samples(kind: str, path: Path, engine: str) -> Iterator[dict[str, Any]]:
    """Yield the findings of all patterns that `engine` runs; if it is "none", of all checks."""
    explicit = (*(family.value for family in set(checks.families().values())), *phrase_patterns())
    toolset = build_toolset(Settings(select=explicit, preview=True, engine="none"))
    recorder = PatternRecorder(toolset)
    toolset.setup.share(FindingPolicy, recorder)
    opened = open_engines(engine, toolset.setup, EngineAccess()).engines
    try:
        for number, (text, rows) in enumerate(read_texts(path)):
            recorder.patterns.clear()
            document = segment(Document.plain(text, lang="en-US"))
            issues, failed = ([], []) if opened else toolset.run_checks(document)
            for output in (output for each in opened for output in each.run([document])):
                if not isinstance(output, tuple):
                    raise output
                issues += output
            if failed:
                raise RuntimeError(failed)
            names = recorder.patterns if opened else _names_of_rows(toolset, document)
            for issue in issues:
                place = issue.rule, issue.span.start, issue.span.end
                sample = {"sort": kind, "text_number": number, "rule": issue.rule}
                sample |= {"part": names.get(place), "text": issue.span.of(text)}
                sample["fix"] = (
                    [edit.text for edit in issue.fixes[0].edits] if issue.fixes else None
                )
                sample["context"] = text[max(0, issue.span.start - 60) : issue.span.end + 60]
                yield from (sample | grade for grade in _grades(text, rows, issue))
    finally:
        for each in opened:
            each.close()


def judged_samples(path: Path, engine: str) -> Iterator[dict[str, Any]]:
    """Yield the findings of the rules that `engine` runs, as a reader has judged them.

    Those that are no longer made are left out. A matter of taste counts as wrong.
    """
    measured = "editkit" if engine == "none" else engine
    rules = {rule.id for rule in builtin_rules() if rule.engine == measured}
    judged = [row for row in judged_rows(path) if row["rule"] in rules]
    for row in still_made(path, judged, engine):
        sample = {"sort": "documents", "rule": row["rule"], "part": None, "text": row["text"]}
        yield sample | dict.fromkeys(("right", "near"), row["verdict"] == "right")


def _names_of_rows(toolset: Toolset, document: Document) -> dict[tuple[str, int, int], str]:
    context = LintContext(prose_view(document, toolset.setup), toolset.setup)
    names = {
        (rule, match.span.start, match.span.end): row_name(rule, match.row)
        for rule, found in scan_phrases(context.document.text).items()
        for match in found
        if match.row
    }
    for occurrence in pack_occurrences(context):
        place = "calque", occurrence.span.start, occurrence.span.end
        names[place] = f"calque: {occurrence.entry.concept.id}"
    return names


def _grades(
    text: str, rows: list[dict[str, Any]], issue: Issue
) -> Iterator[dict[str, bool | None]]:
    """Yield, for each sentence with edits, whether a writer made all and changed the place.

    Both are None for texts without corrections, and `right` is False for an issue without a fix.
    """
    if "refs" not in rows[0]:
        yield {"right": None, "near": None}
        return
    edits = (
        [(e.span.start, e.span.end, e.text) for e in issue.fixes[0].edits] if issue.fixes else []
    )
    if not edits:
        at, start = sentence_at(text, issue.span.start)
        place = slice(issue.span.start - start, issue.span.end - start)
        yield {"right": False, "near": Annotations(rows[at]).is_changed(place)}
    for (at, start), group in groupby(edits, key=lambda edit: sentence_at(text, edit[0])):
        local = [(slice(first - start, last - start), new) for first, last, new in group]
        place = slice(local[0][0].start, max(local[-1][0].stop, local[0][0].start + 1))
        grade = Annotations(rows[at]).grade_edits(place, local)
        if grade:  # otherwise only spaces change, which the writers' corrections do not show
            yield {"right": grade[0], "near": any(grade)}
