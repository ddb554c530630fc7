"""CPU time of linting small texts, and the same with a glossary in two worker processes.

Each row is a text of 75 characters, linted with all checks, without an engine, through the
public function. Batches of rows alternate with the minimal work on the same batch: building
and segmenting the documents. In the workers, they alternate with and without the glossary.
"""

import os
import pickle
import platform
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from time import process_time

from row_texts import NAMES, row_texts

import editkit
from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.text.segmenter import segment

ROWS, BATCH, WARM_UP, WORKERS = 2_000, 100, 200, 2
MAX_MILLISECONDS, MAX_GLOSSARY_RATIO = 1.5, 1.2
TERMS = 100
_KINDS = (("Motors", "Works"), ("Museum", "Gallery"), ("Hotel", "Park"), ("Steel", "Energy"))
"""The last words of a name and of its rejected form; the rows have both."""

_pickled_glossary: list[Glossary] = []
"""The glossary of a worker process, which unpickles it when it starts."""


def glossary() -> Glossary:
    """Return a glossary of `TERMS` names, each with a rejected form."""
    names = list(product(NAMES, _KINDS))[:TERMS]
    return Glossary(
        tuple(
            Concept(
                f"{place} {kind}",
                (
                    Term(f"{place} {kind}", lang="en"),
                    Term(f"{place} {rejected}", lang="en", status=TermStatus.DEPRECATED),
                ),
            )
            for place, (kind, rejected) in names
        )
    )


def lint(text: str) -> int:
    """Lint a text and return the number of its issues."""
    return len(editkit.lint(text, engine="none").issues)


def lint_with_glossary(text: str) -> int:
    """Lint a text with the glossary of this worker process."""
    return len(editkit.lint(text, engine="none", glossary=_pickled_glossary[0]).issues)


def build_document(text: str) -> int:
    """Build and segment the document of a text: the minimal work for a row."""
    return len(segment(Document.plain(text, lang="en-US")).segments)


def seconds(work: Callable[[str], int], texts: list[str]) -> tuple[float, int]:
    """Return the CPU seconds of the work on all texts, and the sum of what it returns."""
    start = process_time()
    total = sum(map(work, texts))
    return process_time() - start, total


def start_worker(data: bytes) -> None:
    """Unpickle the glossary of this worker process, and warm up."""
    _pickled_glossary.append(pickle.loads(data))  # noqa: S301  (by the parent process)
    warm_up = row_texts(WARM_UP, seed=1)
    seconds(lint, warm_up)
    seconds(lint_with_glossary, warm_up)


def lint_in_worker(texts: list[str]) -> tuple[float, float, int]:
    """Return the CPU seconds of rows without and with the glossary, and the issues it adds."""
    without, issues = seconds(lint, texts)
    took, found = seconds(lint_with_glossary, texts)
    return without, took, found - issues


def main() -> None:
    """Print the time for each row, its ratios, and the machine."""
    rows = row_texts(ROWS, seed=0)
    batches = [rows[at : at + BATCH] for at in range(0, ROWS, BATCH)]
    seconds(lint, row_texts(WARM_UP, seed=1))
    pairs = [(seconds(lint, batch), seconds(build_document, batch)) for batch in batches]
    linted = sum(took for (took, _), _ in pairs)
    built = sum(took for _, (took, _) in pairs)
    issues = sum(found for (_, found), _ in pairs)
    with ProcessPoolExecutor(
        WORKERS, get_context("spawn"), start_worker, (pickle.dumps(glossary()),)
    ) as pool:
        outcomes = list(pool.map(lint_in_worker, batches))
    without, took, added = (sum(column) for column in zip(*outcomes, strict=True))
    print(f"{platform.machine()}, {os.cpu_count()} CPUs, Python {sys.version.split()[0]}")
    each = linted / ROWS * 1000
    print(f"{ROWS} rows: {each:.2f} ms each (at most {MAX_MILLISECONDS}), {issues} issues")
    print(f"as a multiple of building and segmenting a document: {linted / built:.1f}")
    print(
        f"with {TERMS} terms in {WORKERS} workers: {took / without:.2f} times as long as without "
        f"(at most {MAX_GLOSSARY_RATIO}), {took / ROWS * 1000:.2f} ms, {added} issues more"
    )


if __name__ == "__main__":
    main()
