"""Reference of the commands, from their definitions for click."""

import inspect
from collections.abc import Iterator
from importlib import import_module

import click

from editkit.cli import COMMANDS
from scripts.reference.tables import table

_LINTING = ("lint", "normalize", "fix", "review")
"""Commands whose common options are listed once."""


def commands_block() -> Iterator[str]:
    """Yield the common options, and a section for each command and subcommand."""
    commands = {name: _command(name) for name in COMMANDS}
    common = set.intersection(*({*_flags(commands[name])} for name in _LINTING))
    yield "## Options of `lint`, `normalize`, `fix` and `review`\n"
    yield from _option_table(each for each in _options(commands["lint"]) if _key(each) in common)
    for name, command in commands.items():
        yield from _section(name, command, common if name in _LINTING else set())
        if isinstance(command, click.Group):
            for subname, subcommand in sorted(command.commands.items()):
                yield from _section(f"{name} {subname}", subcommand, set())


def _command(name: str) -> click.Command:
    command = import_module(f"editkit.cli.{name}").command
    assert isinstance(command, click.Command)  # noqa: S101  (as `group.py` checks)
    return command


def _section(name: str, command: click.Command, common: set[str]) -> Iterator[str]:
    context = click.Context(command, info_name=f"editkit {name}")
    yield f"\n## `editkit {name}`\n"
    yield f"```text\n{command.get_usage(context).removeprefix('Usage: ')}\n```\n"
    yield from _help(command.help or "")
    options = [each for each in _options(command) if _key(each) not in common]
    if options:
        yield from _option_table(options)
    if common:
        anchor = "#options-of-lint-normalize-fix-and-review"
        yield f"\nIt also has the [common options]({anchor})."


def _help(text: str) -> Iterator[str]:
    """Yield the paragraphs of a help text; those that click must not wrap are code."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b\n"):
            yield f"```text\n{paragraph.removeprefix(chr(8)).strip(chr(10))}\n```\n"
        else:
            yield f"{' '.join(paragraph.split())}\n".replace("[", "\\[")


def _options(command: click.Command) -> Iterator[click.Option]:
    for each in command.params:
        if (
            isinstance(each, click.Option)
            and not each.hidden
            and each.name not in {"help", "debug"}
        ):
            yield each


def _option_table(options: Iterator[click.Option] | list[click.Option]) -> Iterator[str]:
    rows = ((_names(option), _meaning(option)) for option in options)
    yield from table(("option", "meaning"), rows)


def _names(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if option.is_flag or isinstance(option.type, click.Choice):
        return names
    metavar = "N" if isinstance(option.type, click.IntRange) else option.metavar or "TEXT"
    return f"{names} `{metavar}`"


def _meaning(option: click.Option) -> str:
    text = option.help or ""
    if isinstance(option.type, click.Choice):
        choices = ", ".join(f"`{choice}`" for choice in option.type.choices)
        text = f"{text} One of {choices}."
    if option.show_default and option.default is not None:
        text = f"{text} Default: `{option.default}`."
    return text


def _flags(command: click.Command) -> Iterator[str]:
    return map(_key, _options(command))


def _key(option: click.Option) -> str:
    return " ".join(option.opts)
