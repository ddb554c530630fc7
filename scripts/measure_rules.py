r"""Measure the rules of grammar engines and rewrite the severity table, `rules-en.tsv`.

    uv run --with errant python scripts/measure_rules.py count SAMPLES \
        --web FILE --learners FILE --clean FILE [--documents FILE ...]
    uv run python scripts/measure_rules.py write SAMPLES [--but-fold K] [--to TABLE]

`count` runs every engine, with all rules except those that editkit replaces, on texts with known
corrections (JSON lines with `source` and `refs`) and on correct texts (`text`), and writes the
findings to SAMPLES as JSON lines. A correction is right if some writer made all of its edits, by
ERRANT's alignment. `--documents` are findings in translated documents that a reader has judged.
`write` makes the table from the samples; `--but-fold` excludes the sentences of one fold of five,
to test the result on them (`scripts/with_rules.py`).
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from confidence_bounds import lower_bound
from engine_samples import TEXT_KINDS, judged_samples, samples

from editkit.core.taxonomy import Confidence
from editkit.engines import severity_table
from editkit.engines.severity_table import COLUMNS, NO_FIX, SeverityTable

TABLE = Path(severity_table.__file__).with_name(severity_table.TABLE_FILE)
FOLDS = 5
WEIGHTS = {"web": 1.0, "learners": 0.3, "clean": 1.0, "documents": 2.0}
"""Weights of findings by kind of text.

Documents are the kind of text that editkit is for, and a reader has judged the findings instead of
comparing them with corrections word for word: one counts as two.
Learners make ten times as many errors as edited texts have, so a finding is right more often in
their texts, and says less about clean texts.
"""
MIN_FINDINGS = 3
"""Rules with fewer findings are unmeasured; only these represent the rare rules of a category."""
MIN_PRECISION = 0.3
"""Rules whose precision has a lower bound below this one are off."""
MEDIUM_PRECISION = 0.45
HIGH_PRECISION = 0.7
SAFE_PRECISION = 0.9
PLACE_PRECISION = 0.65
"""Rules that find the right place with this precision, but not the correction, have no fix."""
PLACE_ALARM_WEIGHT = 2.0
"""Weight of findings in correct text for the precision of places."""
PLAIN_PLACES = 0.75
"""Share of right places from which a rule of `PLAIN_RULES` with few findings is shown."""
PLAIN_RULES = frozenset(
    """
    ALL_MOST_SOME_OF_NOUN A_MY CAUSE_BECAUSE COMP_THAN DOUBLE_NEGATIVE EACH_EVERY_NNS GET_VBN
    HE_VERB_AGR IF_VB IS_WAS IT_VBZ MANY_NN MD_JJ MOST_COMPARATIVE PERS_PRONOUN_AGREEMENT
    PRP_MD_NN PRP_VB SOFTWARES THEIR_S THE_THEY TOO_TO TO_TOO
    NeedToNoun PronounInflectionBe TheMy ThenThan ThisTypeOfThing
    """.split()
)
"""Rules of engines that restate a plain rule of grammar: agreement of subject and verb, of a
determiner and its noun, the form of a verb after another one, words that are confused. They are
rare in these texts, so a bound says little; an alarm in correct text still hides them."""
OFF = "off"


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

    @property
    def is_measured(self) -> bool:
        """Whether there are enough findings to say anything about the rule itself."""
        return self.seen.total() + self.seen["documents"] >= MIN_FINDINGS

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
        for path in args.documents:
            for sample in judged_samples(path):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")


def write(args: argparse.Namespace) -> None:
    """Rewrite the table: categories keep their family and severity, all counts are new."""
    table = severity_table.load_table(TABLE)
    tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    for line in args.samples.read_text(encoding="utf-8").strip().split("\n"):
        sample = json.loads(line)
        if sample["sort"] in {"web", "learners"} and sample["row"] % FOLDS == args.but_fold:
            continue
        chain = (*sample["names"], "other:")
        for at, name in enumerate(chain):
            tally = tallies[sample["engine"], name]
            if sample["sort"] != "documents" or not tally.groups:  # whose categories are unknown
                tally.groups = chain[at + 1 :]
            tally.seen[sample["sort"]] += 1
            tally.right[sample["sort"]] += sample["right"]
            tally.near[sample["sort"]] += sample["near"] or sample["right"]
    for entry in table.entries.values():
        if not entry.is_rule and not entry.rule.startswith("word:"):
            tallies.setdefault((entry.engine, entry.rule), Tally(("other:",)))
    place_weights = WEIGHTS | {"clean": PLACE_ALARM_WEIGHT}
    precisions = {
        "correction": Precision(tallies, WEIGHTS),
        "place": Precision(tallies, place_weights, place=True),
    }
    lines = [_line(*key, tally, table, precisions) for key, tally in tallies.items()]
    comment = (
        "# Made by scripts/measure_rules.py: right corrections / right places / all; alarms.\n"
    )
    header = "\t".join(COLUMNS) + "\n"
    args.to.write_text(comment + header + "".join(sorted(lines)), encoding="utf-8")


class Precision:
    """Lower bounds of the precision of rules, or of right places; see `lower_bound`.

    An unmeasured rule has the bound of the rare rules of its narrowest category with some.
    """

    def __init__(
        self,
        tallies: Mapping[tuple[str, str], Tally],
        weights: Mapping[str, float],
        *,
        place: bool = False,
    ) -> None:
        self._tallies, self._weights, self._place = tallies, weights, place
        self._rare: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        for (engine, name), tally in tallies.items():
            if ":" in name:
                continue
            for group in tally.groups:
                if not tally.is_measured or group.startswith("rules:"):
                    self._rare[engine, group].append(tally.weighted(weights, place=place))

    def of(self, engine: str, name: str) -> float:
        """Return the bound for a rule, for a class of unknown words, or for a category."""
        tally = self._tallies[engine, name]
        if ":" not in name or name.startswith("word:"):
            if tally.is_measured:
                return lower_bound(*tally.weighted(self._weights, place=self._place))
            groups = tally.groups
        else:
            groups = (name, *tally.groups)
        for group in groups:
            if rare := self._rare.get((engine, group)):
                return lower_bound(sum(right for right, _ in rare), sum(seen for _, seen in rare))
        return 0.0


def _line(
    engine: str, name: str, tally: Tally, table: SeverityTable, precisions: Mapping[str, Precision]
) -> str:
    entry = table.look_up(engine, name, *tally.groups)
    is_rule = ":" not in name
    precision = precisions["correction"].of(engine, name)
    place = precisions["place"].of(engine, name)
    fix = "review"
    is_measured = tally.is_measured and (is_rule or name.startswith("word:"))
    if is_measured:
        confidence = _confidence(precision, MIN_PRECISION)
    else:
        confidence = OFF if precision < MIN_PRECISION else Confidence.LOW.value
    if name.startswith("word:") and not is_measured:
        confidence = OFF
    elif is_rule and is_measured and precision >= SAFE_PRECISION:
        fix = "safe"
    elif is_rule and is_measured and precision < MEDIUM_PRECISION and place >= PLACE_PRECISION:
        fix, confidence = NO_FIX, _confidence(place, MEDIUM_PRECISION)
    if confidence in {OFF, Confidence.LOW.value} and name in PLAIN_RULES and _is_undisputed(tally):
        confidence = Confidence.MEDIUM.value
        fix = "review" if 2 * tally.right.total() >= tally.seen.total() else NO_FIX
    counts = (
        "/".join(str(counter[sort]) for counter in (tally.right, tally.near, tally.seen))
        for sort in ("web", "learners")
    )
    classes = entry.family.value, entry.category, entry.severity.value
    cells = (engine, name, *classes, confidence, fix, *counts, str(tally.seen["clean"]))
    return "\t".join(cells) + "\n"


def _is_undisputed(tally: Tally) -> bool:
    """Return whether a rule has no alarm, and its few findings are nearly all at right places."""
    near, seen = tally.near.total(), tally.seen.total()
    return not tally.seen["clean"] and near >= PLAIN_PLACES * seen


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
    counting.add_argument("--documents", type=Path, nargs="*", default=())
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
