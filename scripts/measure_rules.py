r"""Measures the rules of grammar engines and rewrites `editkit/engines/rules-en.tsv`.

    uv run --with errant python scripts/measure_rules.py count SAMPLES \
        --web FILE --learners FILE --clean FILE
    uv run python scripts/measure_rules.py write SAMPLES [--but-fold K] [--to TABLE]

`count` runs every engine, with all rules on but those that editkit's own replace,
over texts whose corrections are known (JSON lines of `source` and `refs`) and over
texts that are right (`text`), and keeps what was found as SAMPLES, JSON lines. A
correction is right where some writer made every edit of it, by ERRANT's alignment.
`write` makes the table of the samples; `--but-fold` leaves the sentences of one fold
in five out, so that the choice can be tried on them (`scripts/with_rules.py`).
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engine_samples import SORTS, samples

from editkit.core.taxonomy import Confidence
from editkit.engines import severity_table
from editkit.engines.severity_table import COLUMNS, NO_FIX, Rulebook

TABLE = Path(severity_table.__file__).with_name(severity_table.TABLE)
FOLDS = 5
CAREFUL = {"web": 1.0, "learners": 0.3, "clean": 1.0}
CARELESS = {"web": 0.0, "learners": 1.0, "clean": 0.0}
"""What a finding in each sort of text counts. Learners make ten times the errors of an edited
text, so that a finding there is right more often; it says less of a careful writer's."""
PRIOR = {"careful": 1.0, "careless": 2.0}
"""As many findings of a rule's category are counted with its own."""
RARE = 2.0
"""A rule with no more findings is a rare one: only those stand for a category."""
FLOOR = {"careful": 0.4, "careless": 0.3}
MEDIUM, HIGH, SAFE = 0.5, 0.75, 0.9
PLACE, IDLE = 0.65, 2.0
"""A rule that is mostly wrong about the correction and right about the place is shown without
corrections; an alarm on right text, which then offers nothing to take, counts twice."""
OFF = "off"
FEWEST_SAFE = 8


@dataclass
class Tally:
    """What is known of a rule or category in the sorts of text.

    How many findings were seen, of how many the correction was right, and near
    how many a writer changed something.
    """

    groups: tuple[str, ...] = ()
    right: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)

    def weighed(self, weights: Mapping[str, float], *, place: bool) -> tuple[float, float]:
        """Return the right findings (or those in the right place) and all, weighed."""
        good = self.near if place else self.right
        right = sum(weights[sort] * n for sort, n in good.items())
        return right, sum(weights[sort] * n for sort, n in self.seen.items())


def count(args: argparse.Namespace) -> None:
    """Write the samples of all three files."""
    with args.samples.open("w", encoding="utf-8") as out:
        for sort in SORTS:
            for sample in samples(sort, getattr(args, sort)):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")


def write(args: argparse.Namespace) -> None:
    """Rewrite the table: the kinds of categories stay, all figures are made anew."""
    book = severity_table.load(TABLE)
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
    for entry in book.entries.values():
        if not entry.is_rule and not entry.rule.startswith("word:"):
            tallies.setdefault((entry.engine, entry.rule), Tally(("other:",)))
    sure = {
        "careful": Precision(tallies, CAREFUL, PRIOR["careful"]),
        "careless": Precision(tallies, CARELESS, PRIOR["careless"]),
        "place": Precision(tallies, CAREFUL | {"clean": IDLE}, PRIOR["careful"], place=True),
    }
    lines = [_line(*key, tally, book, sure) for key, tally in tallies.items()]
    comment = (
        "# Made by scripts/measure_rules.py: right corrections / right places / all; alarms.\n"
    )
    header = "\t".join(COLUMNS) + "\n"
    args.to.write_text(comment + header + "".join(sorted(lines)), encoding="utf-8")


class Precision:
    """How often findings are right, those of rare rules by the rare rules of their category."""

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
        self._rare: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
        for (engine, name), tally in tallies.items():
            right, seen = tally.weighed(weights, place=place)
            if ":" in name:
                continue
            for group in tally.groups:
                if seen <= RARE or group.startswith("rules:"):
                    self._rare[engine, group][0] += right
                    self._rare[engine, group][1] += seen

    def of(self, engine: str, name: str) -> float:
        """Return the precision of a rule, of a sort of unknown words or of a category."""
        if name == "word:":
            return 0.0  # a sort of word that was never met
        tally = self._tallies[engine, name]
        measured = ":" not in name or name.startswith("word:")
        right, seen = (
            tally.weighed(self._weights, place=self._place)
            if measured
            else self._rare[engine, name]
        )
        groups = [group for group in tally.groups if group != "word:"]
        prior = self.of(engine, groups[0]) if groups else 0.3
        return (right + self._prior * prior) / (seen + self._prior)


def _line(
    engine: str, name: str, tally: Tally, book: Rulebook, sure: Mapping[str, Precision]
) -> str:
    kind = book.look_up(engine, name, *tally.groups)
    precision = {how: each.of(engine, name) for how, each in sure.items()}
    corrected = tally.seen["web"] + tally.seen["learners"]
    confidence = {how: _confidence(precision[how], floor) for how, floor in FLOOR.items()}
    fix = "review"
    if precision["careful"] >= SAFE and corrected >= FEWEST_SAFE and ":" not in name:
        fix = "safe"
    elif precision["careful"] < MEDIUM and precision["place"] >= PLACE and ":" not in name:
        fix, confidence["careful"] = NO_FIX, _confidence(precision["place"], MEDIUM)
    counts = (
        "/".join(str(counter[sort]) for counter in (tally.right, tally.near, tally.seen))
        for sort in ("web", "learners")
    )
    kinds = kind.family.value, kind.category, kind.severity.value
    made = (engine, name, *kinds, *confidence.values(), fix, *counts, str(tally.seen["clean"]))
    return "\t".join(made) + "\n"


def _confidence(precision: float, floor: float) -> str:
    if precision < floor:
        return OFF
    if precision < MEDIUM:
        return Confidence.LOW.value
    return (Confidence.MEDIUM if precision < HIGH else Confidence.HIGH).value


def main() -> None:
    """Count or write, as the first argument says."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    counting = commands.add_parser("count")
    counting.set_defaults(run=count)
    for sort in SORTS:
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
