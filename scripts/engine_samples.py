"""What grammar engines find in texts whose corrections are known, for `measure_rules.py`."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.core.taxonomy import Confidence
from editkit.engines import severity_table
from editkit.engines.findings import Finding, Judge
from editkit.engines.languagetool.provision import EngineSettings
from editkit.engines.registry import open_engines
from editkit.engines.severity_table import Entry, Rulebook
from editkit.text.segmenter import segment

SORTS = ("web", "learners", "clean")
SENTENCES = 100
"""How many sentences make one text, a paragraph each, as where editkit is measured."""


class Recorder(Judge):
    """Has every rule of the table on, and keeps what is found under the names it has there."""

    def __init__(self, setup: Setup, book: Rulebook) -> None:
        super().__init__(setup, book)
        self.found: list[tuple[str, Finding, tuple[str, ...]]] = []

    def off(self, engine: str) -> tuple[str, ...]:  # noqa: ARG002  (nothing is)
        """Return nothing: all rules run."""
        return ()

    def entries(
        self, engine: str, document: Document, findings: Sequence[Finding]
    ) -> Iterator[tuple[Finding, Entry, Confidence]]:
        """Keep what is found, and show none of it."""
        theirs = [found for found in findings if found.own is None]
        self.found += [(engine, found, self.names(document, found)) for found in theirs]
        return iter(())


def samples(sort: str, path: Path) -> Iterator[dict[str, Any]]:
    """Yield what both engines find in the texts of one sort in the file at `path`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").strip().split("\n")]
    if sort == "clean":
        texts, known = [row["text"] for row in rows], [[row] for row in rows]
    else:
        known = [rows[at : at + SENTENCES] for at in range(0, len(rows), SENTENCES)]
        texts = ["\n\n".join(r["source"].replace("\n", " ") for r in few) + "\n" for few in known]
    judge = Recorder(Setup(), severity_table.rulebook())
    opened = open_engines("both", Setup(), EngineSettings(), judge=judge)
    try:
        for number, (text, few) in enumerate(zip(texts, known, strict=True)):
            document = segment(Document.plain(text, lang="en-US"))
            judge.found.clear()
            for engine in opened.engines:
                list(engine.run([document]))
            for engine_name, found, names in judge.found:
                yield from _sample(sort, number, document.text, few, engine_name, found, names)
    finally:
        for engine in opened.engines:
            engine.close()


def _sample(
    sort: str,
    number: int,
    text: str,
    few: list[dict[str, Any]],
    engine: str,
    found: Finding,
    names: tuple[str, ...],
) -> Iterator[dict[str, Any]]:
    sample = {"sort": sort, "engine": engine, "names": names, "rule": found.rule}
    sample["text"] = found.span.of(text)
    sample["best"] = next((r for r in found.replacements if r != sample["text"]), None)
    if sort == "clean":
        yield sample | {"row": number, "right": False, "near": False}
    elif sample["best"] is not None:
        at = text.count("\n\n", 0, found.span.start)
        start = text.rfind("\n\n", 0, found.span.start) + 2 if at else 0
        inside = slice(found.span.start - start, found.span.end - start)
        said = Writers(few[at]).say(inside, sample["best"])
        if said is not None:
            yield sample | {"row": number * SENTENCES + at, "right": said[0], "near": said[1]}


class Writers:
    """What the writers who corrected a sentence say of a correction."""

    _annotator: Any = None

    def __init__(self, row: dict[str, Any]) -> None:
        import errant  # noqa: PLC0415  (counting needs it, writing does not)
        import spacy  # noqa: PLC0415

        if Writers._annotator is None:
            Writers._annotator = errant.load("en", nlp=spacy.blank("en"))
        self._source = row["source"].replace("\n", " ")
        self._edits = [self._between(ref) for ref in row["refs"]]

    def say(self, place: slice, best: str) -> tuple[bool, bool] | None:
        """Return whether a writer made all of it, and whether one changed anything there.

        None where the correction changes nothing.
        """
        made = self._between(self._source[: place.start] + best + self._source[place.stop :])
        if not made:
            return None
        right = any(made <= edits for edits in self._edits)
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

    def _between(self, text: str) -> set[tuple[int, int, str]]:
        nlp = self._annotator.nlp
        aligned = self._annotator.align(nlp(self._source), nlp(text), lev=True)
        merged = self._annotator.merge(aligned, "all-equal") if text != self._source else ()
        return {(e.o_start, e.o_end, e.c_str) for e in merged}
