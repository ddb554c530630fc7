"""Writes the manual of the rules, docs/rules, from what the rules say of themselves."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from editkit.cli.rules import needs, shown
from editkit.core.rule import Example, Rule
from editkit.pipeline.rules import rules

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return the text of each page by its file's name."""
    made = {f"{rule.id}.md": "\n".join(_page(rule)) for rule in rules()}
    return {"README.md": "\n".join(_index()), **made}


def _index() -> Iterator[str]:
    yield "# Rules\n"
    yield "What each rule flags. `editkit rules RULE` shows the same in a terminal;"
    yield "`scripts/write_manual.py` writes these pages."
    for family, members in groupby(rules(), key=lambda rule: rule.family):
        yield f"\n## {family.value}\n"
        yield "| rule | flags |\n|---|---|"
        for rule in members:
            yield f"| [{rule.id}]({rule.id}.md) | {rule.summary} |"
    yield ""


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}\n"
    yield f"{rule.summary}. Family `{rule.family.value}`, severity {rule.severity.value},"
    yield f"MQM `{rule.category}`.\n"
    yield f"{rule.rationale}\n"
    if rule.engine != "editkit":
        yield f"{needs(rule)}\n"
    if rule.options:
        yield "## Options\n"
        for option in rule.options:
            yield f"- `{option.name}` (unless set: `{option.default!r}`): {option.summary}"
        yield ""
    yield "## Examples\n"
    for example in rule.examples:
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield f"```text\n{shown(example.text)}"
    if example.fixed is not None:
        yield f"→ {shown(example.fixed)}"
    yield "```\n"
    marks = ", ".join(f"“{shown(words)}”" for words in example.flagged)
    yield f"Flagged: {marks}\n" if marks else "No issue.\n"


def main() -> None:
    """Write the pages, and remove those of rules that are no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, page in made.items():
        (FOLDER / name).write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
