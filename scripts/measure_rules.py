r"""Measure the rules of grammar engines and rewrite the severity table, `rules-en.tsv`.

    uv run --with errant python scripts/measure_rules.py count SAMPLES \
        --web FILE --learners FILE --clean FILE
    uv run python scripts/measure_rules.py write SAMPLES [--but-fold K] [--to TABLE]

`count` runs every engine, with all rules except those that editkit replaces, on texts with known
corrections (JSON lines with `source` and `refs`) and on correct texts (`text`), and writes the
findings to SAMPLES as JSON lines. A correction is right if some writer made all of its edits, by
ERRANT's alignment. `write` makes the table from the samples; `--but-fold` excludes the sentences
of one fold of five, to test the result on them (`scripts/with_rules.py`).
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engine_samples import TEXT_KINDS, samples

from editkit.core.taxonomy import Confidence
from editkit.engines import severity_table
from editkit.engines.severity_table import COLUMNS, NO_FIX, SeverityTable

TABLE = Path(severity_table.__file__).with_name(severity_table.TABLE_FILE)
FOLDS = 5
WEIGHTS = {"web": 1.0, "learners": 0.3, "clean": 1.0}
"""Weights of findings by kind of text.

Learners make ten times as many errors as edited texts have, so a finding is right more often in
their texts, and says less about clean texts.
"""
PRIOR = 1.0
"""Number of findings of its category that are added to those of a rule."""
MAX_RARE_FINDINGS = 2.0
"""Rules with at most this many findings are rare; only these represent their category."""
MIN_PRECISION = 0.4
"""Rules with lower precision are off."""
MEDIUM_PRECISION = 0.5
HIGH_PRECISION = 0.75
SAFE_PRECISION = 0.9
PLACE_PRECISION = 0.65
"""Rules that find the right place with this precision, but not the correction, have no fix."""
PLACE_ALARM_WEIGHT = 2.0
"""Weight of findings in correct text for the precision of places."""
OFF = "off"
MIN_SAFE_SAMPLES = 8
MIN_CLASS_SAMPLES = 3
"""Classes of unknown words with fewer corrections are off: they are not measured."""


@dataclass
class Tally:
    """Counts of a rule or category by kind of text.

    `seen` counts all findings, `right` those with a right correction, and `near` those at a place
    that a writer changed.
    """

    groups: tuple[str, ...] = ()
    right: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)

    def weighted(self, weights: Mapping[str, float], *, place: bool) -> tuple[float, float]:
        """Return the weighted numbers of right findings (or right places) and of all."""
        good = self.near if place else self.right
        right = sum(weights[sort] * n for sort, n in good.items())
        return right, sum(weights[sort] * n for sort, n in self.seen.items())


def count(args: argparse.Namespace) -> None:
    """Write the samples of all three files."""
    with args.samples.open("w", encoding="utf-8") as out:
        for sort in TEXT_KINDS:
            for sample in samples(sort, getattr(args, sort)):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")


def write(args: argparse.Namespace) -> None:
    """Rewrite the table: categories keep their family and severity, all counts are new."""
    table = severity_table.load_table(TABLE)
    tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    for line in args.samples.read_text(encoding="utf-8").strip().split("\n"):
        sample = json.loads(line)
        if sample["sort"] != "clean" and sample["row"] % FOLDS == args.but_fold:
            continue
        chain = (*sample["names"], "other:")
        for at, name in enumerate(chain):
            tally = tallies[sample["engine"], name]
            tally.groups = chain[at + 1 :]
            tally.seen[sample["sort"]] += 1
            tally.right[sample["sort"]] += sample["right"]
            tally.near[sample["sort"]] += sample["near"] or sample["right"]
    for entry in table.entries.values():
        if not entry.is_rule and not entry.rule.startswith("word:"):
            tallies.setdefault((entry.engine, entry.rule), Tally(("other:",)))
    place_weights = WEIGHTS | {"clean": PLACE_ALARM_WEIGHT}
    precisions = {
        "correction": Precision(tallies, WEIGHTS, PRIOR),
        "place": Precision(tallies, place_weights, PRIOR, place=True),
    }
    lines = [_line(*key, tally, table, precisions) for key, tally in tallies.items()]
    comment = (
        "# Made by scripts/measure_rules.py: right corrections / right places / all; alarms.\n"
    )
    header = "\t".join(COLUMNS) + "\n"
    args.to.write_text(comment + header + "".join(sorted(lines)), encoding="utf-8")


class Precision:
    """Precision of rules, smoothed with the rare rules of their category."""

    def __init__(
        self,
        tallies: Mapping[tuple[str, str], Tally],
        weights: Mapping[str, float],
        prior: float,
        *,
        place: bool = False,
    ) -> None:
        self._tallies, self._weights, self._prior = tallies, weights, prior
        self._place = place
        self._rare_by_group: defaultdict[tuple[str, str], list[float]] = defaultdict(
            lambda: [0.0, 0.0]
        )
        for (engine, name), tally in tallies.items():
            right, seen = tally.weighted(weights, place=place)
            if ":" in name:
                continue
            for group in tally.groups:
                if seen <= MAX_RARE_FINDINGS or group.startswith("rules:"):
                    self._rare_by_group[engine, group][0] += right
                    self._rare_by_group[engine, group][1] += seen

    def of(self, engine: str, name: str) -> float:
        """Return the precision of a rule, of a class of unknown words, or of a category."""
        if name == "word:":
            return 0.0  # a class of words without samples
        tally = self._tallies[engine, name]
        measured = ":" not in name or name.startswith("word:")
        right, seen = (
            tally.weighted(self._weights, place=self._place)
            if measured
            else self._rare_by_group[engine, name]
        )
        groups = [group for group in tally.groups if group != "word:"]
        prior = self.of(engine, groups[0]) if groups else 0.3
        return (right + self._prior * prior) / (seen + self._prior)


def _line(
    engine: str, name: str, tally: Tally, table: SeverityTable, precisions: Mapping[str, Precision]
) -> str:
    entry = table.look_up(engine, name, *tally.groups)
    is_rule = ":" not in name
    precision = precisions["correction"].of(engine, name)
    place = precisions["place"].of(engine, name)
    corrected = tally.seen["web"] + tally.seen["learners"]
    confidence = _confidence(precision, MIN_PRECISION)
    fix = "review"
    if name.startswith("word:") and corrected < MIN_CLASS_SAMPLES:
        confidence = OFF
    if precision >= SAFE_PRECISION and corrected >= MIN_SAFE_SAMPLES and is_rule:
        fix = "safe"
    elif precision < MEDIUM_PRECISION and place >= PLACE_PRECISION and is_rule:
        fix, confidence = NO_FIX, _confidence(place, MEDIUM_PRECISION)
    counts = (
        "/".join(str(counter[sort]) for counter in (tally.right, tally.near, tally.seen))
        for sort in ("web", "learners")
    )
    classes = entry.family.value, entry.category, entry.severity.value
    cells = (engine, name, *classes, confidence, fix, *counts, str(tally.seen["clean"]))
    return "\t".join(cells) + "\n"


def _confidence(precision: float, floor: float) -> str:
    if precision < floor:
        return OFF
    if precision < MEDIUM_PRECISION:
        return Confidence.LOW.value
    return (Confidence.MEDIUM if precision < HIGH_PRECISION else Confidence.HIGH).value


def main() -> None:
    """Run the command `count` or `write`."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    counting = commands.add_parser("count")
    counting.set_defaults(run=count)
    for sort in TEXT_KINDS:
        counting.add_argument(f"--{sort}", type=Path, required=True)
    writing = commands.add_parser("write")
    writing.set_defaults(run=write)
    writing.add_argument("--but-fold", type=int)
    writing.add_argument("--to", type=Path, default=TABLE)
    for command in (counting, writing):
        command.add_argument("samples", type=Path)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
