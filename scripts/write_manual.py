"""Generate the manual: docs/rules from the rules, docs/packs from the style packs."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from editkit.cli.rules import PREVIEW_SENTENCE, engine_sentence, show_invisible
from editkit.config.packs import builtin_packs, pack_path
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Status
from editkit.linting.suppression.rule_index import builtin_rules

FOLDER = Path(__file__).parent.parent / "docs" / "rules"
PACKS = FOLDER.parent / "packs"


def rule_pages() -> dict[str, str]:
    """Return the pages about rules by file name."""
    pages = {f"{rule.id}.md": "\n".join(_rule_page(rule)) for rule in builtin_rules()}
    return {"README.md": "\n".join(_index()), **pages}


def pack_pages() -> dict[str, str]:
    """Return the pages about style packs by file name."""
    return {f"{name}.md": "\n".join(_pack_page(name)) for name in builtin_packs()}


def _pack_page(name: str) -> Iterator[str]:
    with pack_path(name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    low = sum(row["confidence"] == "low" for row in rows)
    yield f"# {name}\n"
    yield f"What the pack `{name}` makes the rule [calque](../rules/calque.md) flag:"
    yield f"{len(rows)} rows. {low} of them, marked ?, speak only in `editkit review` and with"
    yield "`--min-confidence low`, since good English has such phrases, too."
    yield "Verbs are found in all their forms. “…” is one word or none."
    yield "`scripts/write_manual.py` writes this page."
    for field, members in groupby(rows, key=lambda row: row["field"]):
        yield f"\n## {field}\n"
        yield "| avoid | write | for | why |\n|---|---|---|---|"
        for row in members:
            avoid = ", ".join(row["forbidden"].split("|")) + " ?" * (row["confidence"] == "low")
            yield f"| {avoid} | {row['term'] or '–'} | {row['source']} | {row['note']} |"
    yield ""


def _index() -> Iterator[str]:
    yield "# Rules\n"
    yield "What each rule flags. `editkit rules RULE` shows the same in a terminal;"
    yield "`scripts/write_manual.py` writes these pages."
    for family, members in groupby(builtin_rules(), key=lambda rule: rule.family):
        yield f"\n## {family.value}\n"
        yield "| rule | flags |\n|---|---|"
        for rule in members:
            preview = " (preview)" if rule.status is Status.PREVIEW else ""
            yield f"| [{rule.id}]({rule.id}.md) | {rule.summary}{preview} |"
    yield ""


def _rule_page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}\n"
    yield f"{rule.summary}. Family `{rule.family.value}`, severity {rule.severity.value},"
    yield f"MQM `{rule.category}`, {rule.status.value}.\n"
    yield f"{rule.rationale}\n"
    if rule.status is Status.PREVIEW:
        yield f"{PREVIEW_SENTENCE}\n"
    if rule.engine != "editkit":
        yield f"{engine_sentence(rule)}\n"
    if rule.options:
        yield "## Options\n"
        for option in rule.options:
            yield f"- `{option.name}` (unless set: `{option.default!r}`): {option.summary}"
        yield ""
    yield "## Examples\n"
    for example in rule.examples:
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield f"```text\n{show_invisible(example.text)}"
    if example.fixed is not None:
        yield f"→ {show_invisible(example.fixed)}"
    yield "```\n"
    marks = ", ".join(f"“{show_invisible(words)}”" for words in example.flagged)
    yield f"Flagged: {marks}\n" if marks else "No issue.\n"


def main() -> None:
    """Write the pages, and remove those of rules and packs that no longer exist."""
    for folder, pages in ((FOLDER, rule_pages()), (PACKS, pack_pages())):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.md"):
            if old.name not in pages:
                old.unlink()
        for name, page in pages.items():
            (folder / name).write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
