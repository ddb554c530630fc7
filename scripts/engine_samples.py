"""Samples of engine findings in texts with known corrections, for `measure_rules.py`."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from editkit.core.document import Document
from editkit.core.engine_provider import EngineAccess
from editkit.core.setup import Setup
from editkit.core.taxonomy import Confidence
from editkit.engines import severity_table
from editkit.engines.findings import Finding, FindingPolicy
from editkit.engines.selection import open_engines
from editkit.engines.severity_table import SeverityEntry, SeverityTable
from editkit.text.segmenter import segment

TEXT_KINDS = ("web", "learners", "clean")
SENTENCES_PER_TEXT = 100
"""Sentences in one text, each a paragraph, as in the evaluation."""


class Recorder(FindingPolicy):
    """A policy that enables every rule of the table and records the findings."""

    def __init__(self, setup: Setup, table: SeverityTable) -> None:
        super().__init__(setup, table)
        self.found: list[tuple[str, Finding, tuple[str, ...]]] = []

    def disabled_rules(self, engine: str) -> tuple[str, ...]:  # noqa: ARG002  (for all engines)
        """Return no rule: all rules run."""
        return ()

    def classify(
        self, engine: str, document: Document, findings: Sequence[Finding]
    ) -> Iterator[tuple[Finding, SeverityEntry, Confidence]]:
        """Record the findings and show none of them."""
        self.found += [
            (engine, finding, self.lookup_names(document, finding))
            for finding in findings
            if not finding.is_own_rule
        ]
        return iter(())


def samples(kind: str, path: Path) -> Iterator[dict[str, Any]]:
    """Yield the findings of both engines in the texts of one kind in the file at `path`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").strip().split("\n")]
    if kind == "clean":
        texts, rows_by_text = [row["text"] for row in rows], [[row] for row in rows]
    else:
        starts = range(0, len(rows), SENTENCES_PER_TEXT)
        rows_by_text = [rows[at : at + SENTENCES_PER_TEXT] for at in starts]
        sentences = ([row["source"].replace("\n", " ") for row in group] for group in rows_by_text)
        texts = ["\n\n".join(lines) + "\n" for lines in sentences]
    setup = Setup()
    recorder = Recorder(setup, severity_table.default_table())
    setup.share(FindingPolicy, recorder)
    opened = open_engines("both", setup, EngineAccess())
    try:
        for number, (text, text_rows) in enumerate(zip(texts, rows_by_text, strict=True)):
            document = segment(Document.plain(text, lang="en-US"))
            recorder.found.clear()
            for engine in opened.engines:
                list(engine.run([document]))
            for engine_name, found, names in recorder.found:
                yield from _sample(
                    kind, number, document.text, text_rows, engine_name, found, names
                )
    finally:
        for engine in opened.engines:
            engine.close()


def _sample(
    kind: str,
    number: int,
    text: str,
    rows: list[dict[str, Any]],
    engine: str,
    found: Finding,
    names: tuple[str, ...],
) -> Iterator[dict[str, Any]]:
    sample = {"sort": kind, "engine": engine, "names": names, "rule": found.rule}
    sample["text"] = found.span.of(text)
    sample["best"] = next((r for r in found.replacements if r != sample["text"]), None)
    if kind == "clean":
        yield sample | {"row": number, "right": False, "near": False}
    elif sample["best"] is not None:
        at = text.count("\n\n", 0, found.span.start)
        start = text.rfind("\n\n", 0, found.span.start) + 2 if at else 0
        inside = slice(found.span.start - start, found.span.end - start)
        verdict = Annotations(rows[at]).grade_correction(inside, sample["best"])
        if verdict is not None:
            right, near = verdict
            row = number * SENTENCES_PER_TEXT + at
            yield sample | {"row": row, "right": right, "near": near}


class Annotations:
    """The corrections of a sentence by human writers."""

    _annotator: Any = None

    def __init__(self, row: dict[str, Any]) -> None:
        import errant  # noqa: PLC0415  (only `count` needs it)
        import spacy  # noqa: PLC0415

        if Annotations._annotator is None:
            Annotations._annotator = errant.load("en", nlp=spacy.blank("en"))
        self._source = row["source"].replace("\n", " ")
        self._edits = [self._edits_to(ref) for ref in row["refs"]]

    def grade_correction(self, place: slice, best: str) -> tuple[bool, bool] | None:
        """Return whether a writer made the whole correction, and whether one changed its place.

        Returns None if the correction changes nothing.
        """
        corrected = self._source[: place.start] + best + self._source[place.stop :]
        correction = self._edits_to(corrected)
        if not correction:
            return None
        right = any(correction <= edits for edits in self._edits)
        tokens = list(self._annotator.nlp(self._source))
        under = [
            token.i
            for token in tokens
            if token.idx < place.stop and token.idx + len(token) > place.start
        ] or [0]
        near = any(
            first <= under[-1] + 1 and max(last, first + 1) > under[0]
            for edits in self._edits
            for first, last, _ in edits
        )
        return right, near

    def _edits_to(self, text: str) -> set[tuple[int, int, str]]:
        nlp = self._annotator.nlp
        aligned = self._annotator.align(nlp(self._source), nlp(text), lev=True)
        merged = self._annotator.merge(aligned, "all-equal") if text != self._source else ()
        return {(e.o_start, e.o_end, e.c_str) for e in merged}
