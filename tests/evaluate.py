"""Measures editkit on the corpus: which marked faults it finds, and what it flags falsely."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from editkit import EngineName, lint_paths
from editkit.core.result import FileResult, PlacedIssue
from editkit.engines.registry import engine_choices

ROOT = Path(__file__).parent.parent
SLACK = 30
"""How many code points longer than a mark an issue may be: one about a paragraph finds nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked fault, as `corpus/README.md` describes its fields."""

    start: int
    end: int
    text: str
    category: str
    severity: str
    suggestion: str
    note: str
    how: str
    group: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the corpus with its clean edition and its glossary."""

    path: Path

    @property
    def clean(self) -> Path:
        """The edition without faults."""
        return self.path.with_suffix(f".clean{self.path.suffix}")

    @property
    def glossary(self) -> Path:
        """The glossary that the article should follow."""
        return ROOT / "glossary" / f"{self.path.stem}.csv"

    def marks(self) -> tuple[Mark, ...]:
        """Return the marked faults, in order of position."""
        gold = self.path.with_suffix(".gold.jsonl").read_text(encoding="utf-8")
        return tuple(Mark(**json.loads(line)) for line in gold.split("\n") if line)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Results of a run on an article and on its clean edition."""

    article: Article
    faulty: FileResult
    clean: FileResult

    def found(self) -> Iterator[tuple[Mark, tuple[PlacedIssue, ...]]]:
        """Yield each mark with the issues that find it."""
        for mark in self.article.marks():
            yield mark, tuple(issue for issue in self.faulty.issues if finds(issue, mark))

    def alarms(self) -> tuple[PlacedIssue, ...]:
        """Return the issues of the faulty edition that touch no mark."""
        marks = self.article.marks()
        return tuple(i for i in self.faulty.issues if not any(touches(i, m) for m in marks))


def articles() -> tuple[Article, ...]:
    """Return the articles of the corpus, by name."""
    return tuple(
        Article(path.with_suffix("").with_suffix(suffix))
        for path in sorted((ROOT / "corpus").glob("*.gold.jsonl"))
        for suffix in (".txt", ".md")
        if path.with_suffix("").with_suffix(suffix).exists()
    )


def touches(issue: PlacedIssue, mark: Mark) -> bool:
    """Return whether a place of an issue overlaps a mark."""
    return any(_overlaps(place, mark) for place in issue.places)


def finds(issue: PlacedIssue, mark: Mark) -> bool:
    """Return whether a place of an issue points at a mark: it overlaps it and is little longer."""
    longest = mark.end - mark.start + SLACK
    return any(_overlaps(p, mark) and len(p.location.span) <= longest for p in issue.places)


def _overlaps(place: PlacedIssue, mark: Mark) -> bool:
    span = place.location.span
    return span.start < mark.end and span.end > mark.start


def measure(engine: EngineName) -> tuple[Outcome, ...]:
    """Return the results of each article, linted with its own glossary."""
    return tuple(_outcome(article, engine) for article in articles())


def _outcome(article: Article, engine: EngineName) -> Outcome:
    paths = (article.path, article.clean)
    faulty, clean = lint_paths(paths, glossary=article.glossary, engine=engine)
    return Outcome(article, faulty, clean)


def recall(
    outcomes: Iterable[Outcome], key: Callable[[Mark], str], *, family: str | None = None
) -> dict[str, tuple[int, int]]:
    """Return how many marks of each key were found, and of how many.

    `family` counts the issues of that family only.
    """
    found: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for mark, issues in chain.from_iterable(outcome.found() for outcome in outcomes):
        every[key(mark)] += 1
        found[key(mark)] += any(family in {None, i.issue.family.value} for i in issues)
    return {name: (found[name], every[name]) for name in sorted(every)}


def by_family(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """Return how many marks the issues of each family find."""
    found = chain.from_iterable(outcome.found() for outcome in outcomes)
    families = ({i.issue.family.value for i in issues} for _, issues in found)
    return dict(Counter(chain.from_iterable(families)).most_common())


def per_thousand(count: int, results: Iterable[FileResult]) -> float:
    """Return a count for every 1,000 words of the files."""
    return 1000 * count / max(1, sum(result.words for result in results))


def by_rule(issues: Iterable[PlacedIssue]) -> dict[str, int]:
    """Return the number of issues of each rule, the most frequent first."""
    return dict(Counter(placed.issue.rule for placed in issues).most_common())


def _recall_lines(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    keys: dict[str, Callable[[Mark], str]] = {
        "all": lambda _: "marks",
        "how": lambda mark: mark.how,
        "severity": lambda mark: mark.severity,
        "category": lambda mark: mark.category,
    }
    for title, key in keys.items():
        yield f"recall, {title}"
        for name, (found, every) in recall(outcomes, key).items():
            yield f"  {name:16} {found:4} of {every:4}  {found / every:.3f}"
    yield "marks found by family"
    yield from (f"  {name:16} {count:4}" for name, count in by_family(outcomes).items())


def _alarm_lines(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    kinds = {
        "faulty": (
            [alarm for o in outcomes for alarm in o.alarms()],
            [o.faulty for o in outcomes],
        ),
        "clean": (
            [issue for o in outcomes for issue in o.clean.issues],
            [o.clean for o in outcomes],
        ),
    }
    for kind, (issues, results) in kinds.items():
        rate = per_thousand(len(issues), results)
        yield f"alarms, {kind} editions: {len(issues)}, {rate:.2f} per 1,000 words"
        yield from (f"  {rule:40} {count:4}" for rule, count in by_rule(issues).items())


def _shown(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    for outcome in outcomes:
        for mark, issues in outcome.found():
            if not issues:
                yield _line("missed", outcome.article.path, mark.start, mark.how, mark.text)
        for name, alarms, result in (
            (outcome.article.path, outcome.alarms(), outcome.faulty),
            (outcome.article.clean, outcome.clean.issues, outcome.clean),
        ):
            for alarm in alarms:
                text = alarm.location.span.of(_raw(result))
                yield _line("alarm", name, alarm.location.span.start, alarm.issue.rule, text)


def _raw(result: FileResult) -> str:
    return result.documents[0].document.raw


def _line(kind: str, path: Path, at: int, why: str, text: str) -> str:
    return f"{kind} {path.name}:{at} {why} {text!r}"


def _engine_lines(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    results = chain.from_iterable((outcome.faulty, outcome.clean) for outcome in outcomes)
    reports = {(e.name, e.version, e.state.value, e.reason) for r in results for e in r.engines}
    for name, version, state, reason in sorted(reports, key=repr):
        yield " ".join(filter(None, ("engine", name, version, state, reason)))


def main(arguments: list[str] | None = None) -> None:
    """Print the figures, and with --show every missed mark and every alarm."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("--engine", choices=engine_choices(), default="none")
    parser.add_argument("--show", action="store_true", help="list missed marks and alarms")
    options = parser.parse_args(arguments)
    outcomes = measure(options.engine)
    lines = chain(
        _engine_lines(outcomes),
        _recall_lines(outcomes),
        _alarm_lines(outcomes),
        _shown(outcomes) if options.show else (),
    )
    for line in lines:
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
