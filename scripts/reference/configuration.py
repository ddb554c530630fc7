"""Reference of the configuration: its keys, and the options of rules."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

import click

from editkit.cli.lint import command as lint_command
from editkit.config.key_reference import KEYS, KeyReference
from editkit.config.settings import Settings
from editkit.config.values import FIELDS
from editkit.linting.suppression.rule_index import builtin_rules
from scripts.reference.tables import table

_DEFAULTS: Mapping[str, object] = {
    each.name: getattr(Settings(), each.name) for each in fields(Settings)
}


def keys_block() -> Iterator[str]:
    """Yield a section for each key, as a configuration has it."""
    for name, key in KEYS.items():
        yield f"### `{name}`\n\n{key.meaning}\n"
        yield f"- Type: {key.type}"
        yield f"- Default: {_default(name, key)}"
        if options := _options_of(FIELDS[name]):
            yield f"- Command line: {options}"
        yield f"\n```toml\n{key.example}\n```\n"


def rule_options_block() -> Iterator[str]:
    """Yield a table of the options of rules."""
    rows = [
        (f"[{rule.id}](../rules/{rule.id}.md)", f"`{option.name}`", _toml(option.default),
         f"{option.summary[0].upper()}{option.summary[1:]}")
        for rule in builtin_rules()
        for option in rule.options
    ]  # fmt: skip
    yield from table(("rule", "option", "default", "meaning"), rows)


def _default(name: str, key: KeyReference) -> str:
    return key.default or _toml(_DEFAULTS[FIELDS[name]])


def _toml(value: object) -> str:
    """Return a default as TOML has it, or “none” for no value."""
    match value:
        case None | ():
            return "none" if value is None else "`[]`"
        case bool():
            return f"`{str(value).lower()}`"
        case tuple():
            return f"`{list(value)}`".replace("'", '"')
        case _:
            return f'`"{value}"`'


def _options_of(field: str) -> str:
    """Return the options of the command line that set a field of `Settings`."""
    options = (each for each in lint_command.params if isinstance(each, click.Option))
    names = (name for each in options if each.name == field for name in _names(each))
    return ", ".join(f"`{name}`" for name in names)


def _names(option: click.Option) -> list[str]:
    return [*option.opts, *option.secondary_opts]
