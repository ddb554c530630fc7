"""Samples of engine findings in texts with known corrections, for `measure_rules.py`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from judged_findings import judged_rows, still_made

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
_UNKNOWN_WORDS = {"MORFOLOGIK_RULE_EN_US", "SpellCheck"}


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


def read_texts(path: Path) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the texts of a file with their rows: whole ones, or sentences as paragraphs."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").strip().split("\n")]
    if "text" in rows[0]:
        return [(row["text"], [row]) for row in rows]
    starts = range(0, len(rows), SENTENCES_PER_TEXT)
    groups = [rows[at : at + SENTENCES_PER_TEXT] for at in starts]
    sentences = ([row["source"].replace("\n", " ") for row in group] for group in groups)
    return [
        ("\n\n".join(lines) + "\n", group) for lines, group in zip(sentences, groups, strict=True)
    ]


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the number of the sentence at an offset of a text, and where it starts."""
    at = text.count("\n\n", 0, offset)
    return at, text.rfind("\n\n", 0, offset) + 2 if at else 0


def samples(kind: str, path: Path) -> Iterator[dict[str, Any]]:
    """Yield the findings of both engines in the texts of one kind in the file at `path`."""
    texts = read_texts(path)
    setup = Setup()
    recorder = Recorder(setup, severity_table.default_table())
    setup.share(FindingPolicy, recorder)
    opened = open_engines("both", setup, EngineAccess())
    try:
        for number, (text, text_rows) in enumerate(texts):
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


def judged_samples(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the findings of engines in documents, judged by a reader, in the file at `path`.

    A matter of taste counts as wrong. Left out are findings that are no longer made even if their
    rule is selected, and unknown words, since their class is not in the file.
    """
    judged = [
        row
        for row in judged_rows(path)
        if "/" in row["rule"] and row["rule"].partition("/")[2] not in _UNKNOWN_WORDS
    ]
    for number, row in enumerate(still_made(path, judged, "both")):
        engine, _, rule = row["rule"].partition("/")
        near = row["verdict"] == "right"
        sample = {"sort": "documents", "engine": engine, "names": [rule], "rule": rule}
        right = near and row["fix_right"] is True
        yield sample | {"row": number, "right": right, "near": near}


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
        at, start = sentence_at(text, found.span.start)
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
        return self.grade_edits(place, [(place, best)])

    def grade_edits(
        self, place: slice, edits: Iterable[tuple[slice, str]]
    ) -> tuple[bool, bool] | None:
        """Return the same about several edits that are made together."""
        corrected = self._source
        for where, text in sorted(edits, key=lambda edit: edit[0].start, reverse=True):
            corrected = corrected[: where.start] + text + corrected[where.stop :]
        correction = self._edits_to(corrected)
        if not correction:
            return None
        right = any(correction <= edits for edits in self._edits)
        return right, self.is_changed(place)

    def is_changed(self, place: slice) -> bool:
        """Return whether a writer changed any word at a place."""
        tokens = list(self._annotator.nlp(self._source))
        under = [
            token.i
            for token in tokens
            if token.idx < place.stop and token.idx + len(token) > place.start
        ] or [0]
        return any(
            first <= under[-1] + 1 and max(last, first + 1) > under[0]
            for edits in self._edits
            for first, last, _ in edits
        )

    def _edits_to(self, text: str) -> set[tuple[int, int, str]]:
        nlp = self._annotator.nlp
        aligned = self._annotator.align(nlp(self._source), nlp(text), lev=True)
        merged = self._annotator.merge(aligned, "all-equal") if text != self._source else ()
        return {(e.o_start, e.o_end, e.c_str) for e in merged}
