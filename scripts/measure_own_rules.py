r"""Measure editkit's own rules, rows and patterns, and write docs/evaluation/rules.md.

    uv run --with errant python scripts/measure_own_rules.py count SAMPLES [--engine ENGINE] \
        --web FILE --learners FILE --clean FILE --translations FILE [--documents FILE ...]
    uv run python scripts/measure_own_rules.py write SAMPLES

`count` runs all checks, and with `--engine languagetool` the patterns in XML instead, on the texts
that `measure_rules.py` uses and on translations (JSON lines with `text`). Everything is on:
previews, phrases of learners, severity `info`. DOCUMENTS are findings that a reader has judged.
`write` makes the page from the samples, and prints the rows of tables that were found.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from confidence_bounds import lower_bound
from own_samples import judged_samples, samples

from editkit.core.rule import Rule
from editkit.core.taxonomy import Family, Status
from editkit.linting.suppression.rule_index import builtin_rules

PAGE = Path(__file__).parent.parent / "docs" / "evaluation" / "rules.md"
KINDS = ("web", "learners", "clean", "translations")
STABLE_PRECISION = 0.8
MIN_FINDINGS = 3
_CORRECTED = ("web", "learners", "documents")
_SPACED_FAMILIES = {Family.TYPOGRAPHY, Family.CONSISTENCY}
"""Families that learners' sentences, which are unrelated and have extra spaces, do not measure."""
_PLAIN = {
    Family.TERM: "the glossary decides",
    Family.CONSISTENCY: "the article contradicts itself",
    Family.GRAMMAR: "a plain rule of grammar",
    Family.SPELLING: "a plain rule of spelling",
    Family.TYPOGRAPHY: "a plain rule of typography",
    Family.NUMBER: "a plain rule for numbers, dates and units",
    Family.STYLE: "advice that a pack or a usage guide lists",
    Family.WEB: "text that is not prose",
}
_READ = {
    "redundant-etc": "29 of 30 read in documentation (grammar.md)",
    "in-before-part-of-date": "7 of 7 (grammar.md)",
    "singular-verb-after-plural": "7 of 7 (grammar.md)",
    "wrong-indefinite-article": "7 of 7 (grammar.md)",
    "missing-comma-before-which": "14 of 15 (047)",
    "singular-after-quantifier": "11 of 11 (047)",
    "subject-verb-disagreement": "4 of 4 (047), 3 of 3 (grammar.md)",
    "infinitive-for-gerund": "4 of 4 (047)",
    "unused-suppression": "no rule about prose",
}
"""Findings that were read elsewhere."""
_HEAD = """\
# Evidence for each rule

Made by `scripts/measure_own_rules.py`. Findings of editkit's own rules, with everything on, in
web text (130,000 words, two corrections of each sentence), learners' sentences (four
corrections), human translations of Chinese news (“clean”, 117,000 words) and machine
translations (50,000 words); and those in translated documents that a reader has judged (matters
of taste count as wrong). “3/4” is right of all; right is a correction that a writer made, too,
word for word, so a right finding may count as wrong. Learners' sentences are left out for
typography and consistency. A dash means no finding. Rules in XML were measured with the tagger
only ([047](../decisions/047-selection-of-xml-grammar-rules.md), [grammar.md](grammar.md)); here
they have only the judged findings.

The bound is Wilson's at the 10th percentile over web text, learners and documents: the rule is
right at least so often, nine times of ten. At 0.80 it proves a rule by itself. A rule below it,
or with fewer than three findings, is stable only if it is a plain rule that a reference grammar
or a style guide has. The texts were read while rules were made: these are training figures.

| rule | status | web | learners | documents | clean | machine | bound | evidence |
|---|---|--:|--:|--:|--:|--:|--:|---|
"""


def count(args: argparse.Namespace) -> None:
    """Write the samples of all files."""
    with args.samples.open("w", encoding="utf-8") as out:
        for kind in KINDS:
            for sample in samples(kind, getattr(args, kind), args.engine):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")
        for path in args.documents:
            for sample in judged_samples(path):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")


def write(args: argparse.Namespace) -> None:
    """Write the page; print how often each row and pattern was found."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    right: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in args.samples.read_text(encoding="utf-8").strip().split("\n"):
        sample = json.loads(line)
        for name in filter(None, (sample["rule"], sample["part"])):
            seen[name][sample["sort"]] += 1
            right[name][sample["sort"]] += sample["right"] is True
    rows = (_row(rule, right[rule.id], seen[rule.id]) for rule in builtin_rules())
    PAGE.write_text(_HEAD + "".join(rows), encoding="utf-8", newline="\n")
    for name in sorted(name for name in seen if ": " in name):
        print(name, *(f"{kind} {right[name][kind]}/{n}" for kind, n in seen[name].items()))


def _row(rule: Rule, right: Mapping[str, int], seen: Mapping[str, int]) -> str:
    kinds = [k for k in _CORRECTED if k != "learners" or rule.family not in _SPACED_FAMILIES]
    total = sum(seen[kind] for kind in kinds)
    bound = lower_bound(sum(right[kind] for kind in kinds), total)
    cells = [f"{right[k]}/{seen[k]}" if k in kinds and seen[k] else "–" for k in _CORRECTED]
    cells += [str(seen[kind] or "–") for kind in ("clean", "translations")]
    cells.append(f"{bound:.2f}" if total >= MIN_FINDINGS else "–")
    evidence = "".join(_evidence(rule, bound, total))
    return f"| `{rule.id}` | {rule.status.value} | {' | '.join(cells)} | {evidence} |\n"


def _evidence(rule: Rule, bound: float, total: int) -> Iterator[str]:
    is_measured = total >= MIN_FINDINGS
    if is_measured and bound >= STABLE_PRECISION:
        yield "measured"
    elif rule.id in _READ:
        yield _READ[rule.id]
    elif rule.status is Status.PREVIEW:
        yield "too often wrong" if is_measured else "unmeasured, and no plain rule"
    else:
        is_proof_needed = rule.family in {Family.CONSISTENCY, Family.STYLE, Family.WEB}
        yield "not proved: " if is_measured and is_proof_needed else ""
        yield _PLAIN[rule.family]


def main() -> None:
    """Run the command `count` or `write`."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    counting, writing = commands.add_parser("count"), commands.add_parser("write")
    counting.set_defaults(run=count)
    for kind in KINDS:
        counting.add_argument(f"--{kind}", type=Path, required=True)
    counting.add_argument("--documents", type=Path, nargs="*", default=())
    counting.add_argument("--engine", choices=("languagetool", "none"), default="none")
    writing.set_defaults(run=write)
    for command in (counting, writing):
        command.add_argument("samples", type=Path)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
