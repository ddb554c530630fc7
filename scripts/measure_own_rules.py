r"""Measure editkit's own rules, rows and patterns, and write docs/evaluation/rules.md.

    uv run --with errant python scripts/measure_own_rules.py count SAMPLES [--engine ENGINE] \
        --web FILE --learners FILE --clean FILE --translations FILE [--documents FILE ...]
    uv run python scripts/measure_own_rules.py write SAMPLES ...

`count` runs all checks, and with `--engine languagetool` the patterns in XML instead, on the texts
that `measure_rules.py` uses and on translations (JSON lines with `text`). Everything is on:
previews, phrases of learners, severity `info`. DOCUMENTS are findings that a reader has judged.
`write` makes the page from the samples of one run or two, and prints the rows of tables that were
found and the stable rules that lack evidence.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from own_samples import judged_samples, samples
from rule_evidence import UNPROVED, row

from editkit.linting.suppression.rule_index import builtin_rules

PAGE = Path(__file__).parent.parent / "docs" / "evaluation" / "rules.md"
KINDS = ("web", "learners", "clean", "translations")
_HEAD = """\
# Evidence for each rule

Made by `scripts/measure_own_rules.py`. Findings of editkit's own rules, with everything on, in
web text (130,000 words, two corrections of each sentence), learners' sentences (four
corrections), human translations of Chinese news (“clean”, 117,000 words) and machine
translations (50,000 words); and those in translated documents that a reader has judged and that
are still made (matters of taste count as wrong). “3/4/5” is right corrections, right places, all.
A correction is right if a writer made it, too, word for word, so that one that is as good counts
as wrong; a place is right if a writer changed it in any way. What changes only spaces is left
out, since the corrections do not show spaces. Consistency is measured in documents only, and web
text does not measure rules about whole paragraphs: its sentences were cut out of them. A dash
means no finding.

The bounds are Wilson's at the 10th percentile over web text, learners and documents: the
correction and the place are right at least so often, nine times of ten. Bounds of 0.80 prove a
rule by themselves; that of the place says that there is an error, not which correction is right.
A rule below them, or with fewer than three findings, is stable only if it is a plain rule of a
reference grammar or a style guide, which the last column names. The texts were read while rules
were made: these are training figures.

The 35 findings of patterns in XML in human and machine translations were read: 34 are at an
error. The wrong one is of `missing-article-before-name`, which is in preview. So is the pattern of
`missing-comma-before-which` for nouns after “their”: the clause may choose (“their app which is
certified”), and it is right in four of five.

| rule | status | web | learners | documents | clean | machine | correction | place | evidence |
|---|---|--:|--:|--:|--:|--:|--:|--:|---|
"""


def count(args: argparse.Namespace) -> None:
    """Write the samples of all files."""
    with args.samples.open("w", encoding="utf-8") as out:
        for kind in KINDS:
            for sample in samples(kind, getattr(args, kind), args.engine):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")
        for path in args.documents:
            for sample in judged_samples(path, args.engine):
                out.write(json.dumps(sample, ensure_ascii=False) + "\n")


def write(args: argparse.Namespace) -> None:
    """Write the page; print how often each row and pattern was found, and what is not proved."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    right: defaultdict[str, Counter[str]] = defaultdict(Counter)
    near: defaultdict[str, Counter[str]] = defaultdict(Counter)
    texts = [path.read_text(encoding="utf-8") for path in args.samples]
    for line in "".join(texts).strip().split("\n"):
        sample = json.loads(line)
        for name in filter(None, (sample["rule"], sample["part"])):
            seen[name][sample["sort"]] += 1
            right[name][sample["sort"]] += sample["right"] is True
            near[name][sample["sort"]] += sample["near"] is True
    rows = [row(rule, right[rule.id], near[rule.id], seen[rule.id]) for rule in builtin_rules()]
    PAGE.write_text(_HEAD + "".join(rows), encoding="utf-8", newline="\n")
    for name in sorted(name for name in seen if ": " in name):
        print(name, *(f"{kind} {right[name][kind]}/{n}" for kind, n in seen[name].items()))
    print(*(line for line in rows if line.endswith(f"| {UNPROVED} |\n")), sep="", end="")


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
    counting.add_argument("samples", type=Path)
    writing.add_argument("samples", type=Path, nargs="+")
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
