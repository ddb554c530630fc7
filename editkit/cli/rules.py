"""Command `editkit rules`."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import fill

import click

from editkit.cli.parameters.help import HelpCommand
from editkit.core.renamed_rules import current_id
from editkit.core.rule import Example, Rule
from editkit.core.taxonomy import Status

_HELP = """\
List the rules, or explain one.

RULE is a rule id, or a rule of a grammar engine such as languagetool/EN_A_VS_AN.
"""


@click.command("rules", cls=HelpCommand, help=_HELP)
@click.argument("rule", required=False, metavar="[RULE]")
@click.option(
    "--all",
    "list_all",
    is_flag=True,
    help="Also list the rules of grammar engines, with precision and confidence.",
)
def command(rule: str | None, list_all: bool) -> int:  # noqa: FBT001  (click passes by name)
    """Run `editkit rules` and return its exit code."""
    from editkit.cli import engine_rules  # noqa: PLC0415  (reads the table of engines' rules)
    from editkit.cli.notices import print_stderr  # noqa: PLC0415  (as below)
    from editkit.linting.suppression.rule_index import rule_notices, rules_by_id  # noqa: PLC0415  (imports every check)

    for notice in rule_notices():
        print_stderr(notice.message)
    found = rules_by_id()
    if rule is not None and (measured := engine_rules.rule_page(rule)) is not None:
        click.echo("\n".join(measured))
        return 0
    given, rule = rule, current_id(rule) if rule else None
    if rule is not None and rule not in found:
        from editkit.config.settings import nearest  # noqa: PLC0415  (as above)
        from editkit.core.errors import InputError  # noqa: PLC0415  (as above)

        raise InputError(
            f"Unknown rule “{rule}”{nearest(rule, tuple(found))}. See `editkit rules`."
        )
    lines = [*(_list_lines(found.values()) if rule is None else _page_lines(found[rule]))]
    if given != rule:
        lines.insert(0, f"{given} was renamed to {rule}.\n")
    if list_all and rule is None:
        lines.extend(engine_rules.all_rule_lines())
    click.echo("\n".join(lines))
    return 0


def _list_lines(rules: Iterable[Rule]) -> Iterator[str]:
    known = tuple(rules)
    width = max(len(rule.id) for rule in known)
    for family, members in groupby(known, key=lambda rule: rule.family):
        yield family.value
        for rule in members:
            preview = " (preview)" if rule.status is Status.PREVIEW else ""
            yield f"  {rule.id:<{width}} {rule.summary}{preview}"


def _page_lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.family.value}, {rule.severity.value}, {rule.status.value})"
    yield f"{rule.summary}.\n"
    yield fill(rule.rationale, 88)
    if rule.status is Status.PREVIEW:
        yield f"\n{PREVIEW_SENTENCE}"
    if rule.engine != "editkit":
        yield f"\n{engine_sentence(rule)}"
    yield f"\nMQM: {rule.category}"
    for option in rule.options:
        yield f"Option {option.name}: {option.summary} [default: {option.default!r}]"
    yield "\nExamples:"
    for example in rule.manual_examples:
        yield from _example_lines(example)


PREVIEW_SENTENCE = "This preview rule runs only with `--preview`, and its fixes need review."


def engine_sentence(rule: Rule) -> str:
    """Return a sentence that names the engine of `rule`."""
    return f"Requires the engine `{rule.engine}`."


def _example_lines(example: Example) -> Iterator[str]:
    yield f"  {show_invisible(example.text)}"
    if not example.flagged:
        yield "      no issue"
        return
    yield f"      flagged: {', '.join(f'“{show_invisible(words)}”' for words in example.flagged)}"
    if example.fixed is not None:
        yield f"    → {show_invisible(example.fixed)}"


def show_invisible(text: str) -> str:
    """Return `text` on one line, with every invisible character replaced by its name."""
    return "".join(
        char if char.isprintable() else {"\n": "⏎"}.get(char, f"<U+{ord(char):04X}>")
        for char in text
    )
