"""editkit rules."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import fill

import click

from editkit.core.rule import Example, Rule


@click.command("rules")
@click.argument("rule", required=False, metavar="[RULE]")
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="List the rules of grammar engines, too: what each is worth, and which are off.",
)
def command(rule: str | None, every: bool) -> int:  # noqa: FBT001  (click passes by name)
    """List the rules, or explain one: what it flags, why, and with what options.

    RULE is an id, or a grammar engine's rule, as languagetool/EN_A_VS_AN.
    """
    from editkit.cli import engine_rules  # noqa: PLC0415  (reads the table of engines' rules)
    from editkit.linting.rule_index import rules  # noqa: PLC0415  (imports every check)

    found = {each.id: each for each in rules()}
    if rule is not None and (measured := engine_rules.page(rule)) is not None:
        click.echo("\n".join(measured))
        return 0
    if rule is not None and rule not in found:
        from editkit.config.settings import nearest  # noqa: PLC0415  (as above)
        from editkit.core.errors import InputError  # noqa: PLC0415  (as above)

        raise InputError(f"There is no rule “{rule}”{nearest(rule, tuple(found))}.")
    lines = _list(found.values()) if rule is None else _page(found[rule])
    click.echo("\n".join((*lines, *(engine_rules.listing() if every and rule is None else ()))))
    return 0


def _list(rules: Iterable[Rule]) -> Iterator[str]:
    known = tuple(rules)
    width = max(len(rule.id) for rule in known)
    for family, members in groupby(known, key=lambda rule: rule.family):
        yield family.value
        for rule in members:
            yield f"  {rule.id:<{width}} {rule.summary}"


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.family.value}, {rule.severity.value})"
    yield f"{rule.summary}.\n"
    yield fill(rule.rationale, 88)
    if rule.engine != "editkit":
        yield f"\n{needs(rule)}"
    yield f"\nMQM: {rule.category}"
    for option in rule.options:
        yield f"Option {option.name} (unless set: {option.default!r}): {option.summary}"
    yield "\nExamples:"
    for example in rule.examples:
        yield from _example(example)


def needs(rule: Rule) -> str:
    """Return a sentence that names the engine that looks for `rule`."""
    return f"It is looked for where the engine `{rule.engine}` runs."


def _example(example: Example) -> Iterator[str]:
    yield f"  {shown(example.text)}"
    if not example.flagged:
        yield "      no issue"
        return
    yield f"      flagged: {', '.join(f'“{shown(words)}”' for words in example.flagged)}"
    if example.fixed is not None:
        yield f"    → {shown(example.fixed)}"


def shown(text: str) -> str:
    """Return `text` in one line, with a name for every character that cannot be seen."""
    return "".join(
        char if char.isprintable() else {"\n": "⏎"}.get(char, f"<U+{ord(char):04X}>")
        for char in text
    )
