r"""Measure the rows of a style pack: hits in machine translations against hits in human texts.

    uv run python scripts/measure_pack.py PACK --machine PATH... --human PATH... [--rows TABLE]

A PATH is a file, a folder of files that editkit reads, or a JSON lines file; the text of a line is
in its field `text`, or in the field named after a colon (`FILE.jsonl:reference`). Prints the hits
per 1,000 words of the rows of each confidence, and with `--rows` writes a table of the rows that
hit: hits, documents, hits per million words, and the ratio of both rates with its lower bound.
`--show N` prints N random hits of the rows shown by default, with their sentences.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from confidence_bounds import lower_bound

from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.errors import EditkitError
from editkit.core.glossary import Concept, Glossary
from editkit.core.setup import Setup
from editkit.core.taxonomy import Confidence, Status
from editkit.formats import format_of, known_suffixes, suffix_of
from editkit.languages.prose_view import prose_view
from editkit.termbase import load
from editkit.terminology.scan import pack_occurrences
from editkit.text.segmenter import segment
from editkit.text.tokens import count_words

LANG = "en-US"
CONTEXT_CHARS = 70


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a row in a text."""

    line: int
    document: str
    words: str
    context: str


@dataclass
class Sample:
    """The hits of a pack in texts of one kind, and the number of words of the texts."""

    words: int = 0
    hits: list[Hit] = field(default_factory=list)

    def rate(self, count: int, per: int) -> float:
        """Return `count` hits as hits per `per` words."""
        return count * per / self.words if self.words else 0.0


def ratio_bound(machine: int, human: int, machine_words: int, human_words: int) -> float:
    """Return the lower bound of the ratio of two rates, Wilson's for the share of the hits."""
    total = machine + human
    if not total or not machine_words:
        return 0.0
    low = lower_bound(machine, total)
    return low / (1 - low) * human_words / machine_words


def texts(path: str) -> Iterator[tuple[str, Document]]:
    """Yield the documents of a path, each with its name; raise OSError if there is none."""
    name, _, text_field = path.partition(".jsonl:")
    if text_field or path.endswith(".jsonl"):
        lines = Path(f"{name}.jsonl" if text_field else path).read_text(encoding="utf-8")
        for number, line in enumerate(lines.strip().split("\n"), 1):
            text = json.loads(line)[text_field or "text"]
            yield f"{path}:{number}", Document.plain(text, lang=LANG)
        return
    root = Path(path)
    files = sorted(filter(Path.is_file, root.rglob("*"))) if root.is_dir() else [root]
    for file in files:
        if root.is_file() or suffix_of(file) in known_suffixes() - {""}:
            package = format_of(file).parse(file.read_bytes(), lang=LANG, uri=str(file))
            yield from ((str(file), document) for document in package.documents)


def measure(paths: Sequence[str], packs: Glossary) -> Sample:
    """Return the hits of all rows in the texts at `paths`."""
    setup, sample = Setup(packs=packs), Sample()
    for path in paths:
        for name, document in texts(path):
            view = prose_view(segment(document), setup)
            sample.words += count_words(view.text)
            for found in pack_occurrences(LintContext(view, setup)):
                if found.kind.is_rejected:
                    start, end = found.span.start, found.span.end
                    around = view.text[max(0, start - CONTEXT_CHARS) : end + CONTEXT_CHARS]
                    hit = Hit(
                        found.entry.concept.line,
                        name,
                        view.text[start:end],
                        " ".join(around.split()),
                    )
                    sample.hits.append(hit)
    return sample


def table(rows: Sequence[Concept], machine: Sample, human: Sample) -> Iterator[str]:
    """Yield the lines of the table of the rows that hit, most frequent first."""
    counts = [Counter(hit.line for hit in sample.hits) for sample in (machine, human)]
    names: list[defaultdict[int, set[str]]] = []
    for sample in (machine, human):
        names.append(defaultdict(set))
        for hit in sample.hits:
            names[-1][hit.line].add(hit.document)
    yield "\t".join(
        "line confidence machine documents per_million human documents per_million ratio bound "
        "phrase".split()
    )
    for row in sorted(rows, key=lambda row: -counts[0][row.line] - counts[1][row.line]):
        there, here = counts[0][row.line], counts[1][row.line]
        if there or here:
            rates = machine.rate(there, 10**6), human.rate(here, 10**6)
            bound = ratio_bound(there, here, machine.words, human.words)
            cells = [
                str(row.line),
                confidence_of(row).value,
                *(str(there), str(len(names[0][row.line])), f"{rates[0]:.1f}"),
                *(str(here), str(len(names[1][row.line])), f"{rates[1]:.1f}"),
                f"{rates[0] / rates[1]:.1f}" if here else "inf",
                f"{bound:.1f}",
                next(term.text for term in row.terms if not term.status.usable),
            ]
            yield "\t".join(cells)


def confidence_of(row: Concept) -> Confidence:
    """Return the confidence of a row: medium if it declares none."""
    return row.confidence or Confidence.MEDIUM


def is_shown(row: Concept) -> bool:
    """Return whether `lint` shows the row by default: it is stable, not of low confidence."""
    return row.status is Status.STABLE and confidence_of(row) is not Confidence.LOW


def summary(rows: Sequence[Concept], machine: Sample, human: Sample) -> Iterator[str]:
    """Yield the hits per 1,000 words by confidence, and those shown by default together."""
    groups = [
        (each.value, {row.line for row in rows if confidence_of(row) is each})
        for each in Confidence
    ]
    groups.append(("by default", {row.line for row in rows if is_shown(row)}))
    groups.append(("all", {row.line for row in rows}))
    yield f"words: {machine.words} machine, {human.words} human"
    for name, chosen in groups:
        counts = [sum(hit.line in chosen for hit in sample.hits) for sample in (machine, human)]
        rates = machine.rate(counts[0], 1000), human.rate(counts[1], 1000)
        bound = ratio_bound(counts[0], counts[1], machine.words, human.words)
        ratio = f"{rates[0] / rates[1]:.1f}" if rates[1] else "inf"
        yield (
            f"{name}: {len(chosen)} rows, "
            f"machine {counts[0]} ({rates[0]:.2f} per 1,000 words), "
            f"human {counts[1]} ({rates[1]:.2f}), ratio {ratio} (at least {bound:.1f})"
        )


def main() -> None:
    """Print the summary, and write and print what the options ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pack", type=Path)
    parser.add_argument("--machine", nargs="+", required=True, metavar="PATH")
    parser.add_argument("--human", nargs="+", required=True, metavar="PATH")
    parser.add_argument("--rows", type=Path, help="table to write")
    parser.add_argument("--show", type=int, default=0, help="number of hits to print")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    try:
        packs = load(args.pack, term_optional=True).glossary
        machine, human = (measure(paths, packs) for paths in (args.machine, args.human))
    except (EditkitError, OSError, KeyError, ValueError) as error:
        sys.exit(f"measure_pack.py: {error}")
    print("\n".join(summary(packs.concepts, machine, human)))
    if args.rows:
        lines = table(packs.concepts, machine, human)
        args.rows.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    chosen = {row.line for row in packs.concepts if is_shown(row)}
    shown = [hit for hit in machine.hits if hit.line in chosen]
    for hit in random.Random(args.seed).sample(shown, min(args.show, len(shown))):  # noqa: S311
        print(f"{hit.line}\t{hit.words}\t…{hit.context}…\t{hit.document}")


if __name__ == "__main__":
    main()
