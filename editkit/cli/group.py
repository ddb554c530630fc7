"""Command group: imports a command by its name, and reports errors of usage."""

from collections.abc import Sequence
from importlib import import_module

import click

from editkit._version import __version__
from editkit.cli import COMMANDS, HELP


class _Commands(click.Group):
    """A click group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's contract)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's contract)
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"editkit.cli.{cmd_name}").command
        return _with_debug_option(command) if isinstance(command, click.Command) else None

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002  (click's contract)
        return HELP.rstrip()


def _with_debug_option(command: click.Command) -> click.Command:
    """Return a command that accepts `--debug`, as do its subcommands; `run` looks for it."""
    if not any(parameter.name == _DEBUG.name for parameter in command.params):
        command.params.append(_DEBUG)
    for subcommand in getattr(command, "commands", {}).values():
        _with_debug_option(subcommand)
    return command


_DEBUG = click.Option(
    ["--debug"],
    is_flag=True,
    expose_value=False,
    help="Print the traceback of unexpected errors.",
)


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.command(cls=_Commands, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="editkit")
def editkit() -> None:
    """Check translated articles for glossary terms, consistency and English errors."""


def run_command(args: Sequence[str]) -> int:
    """Run the command in `args` and return its exit code.

    Errors of usage are printed; others, and KeyboardInterrupt, are raised.
    """
    try:
        result = editkit.main(list(args), prog_name="editkit", standalone_mode=False)
    except click.exceptions.Exit as exit_request:
        return exit_request.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0


_with_debug_option(editkit)
