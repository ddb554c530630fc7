"""Command group: imports a command by its name, and reports its errors."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from editkit._version import __version__
from editkit.cli import COMMANDS, HELP
from editkit.core.errors import EditkitError


class _Commands(click.Group):
    """A click group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's contract)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's contract)
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"editkit.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002  (click's contract)
        return HELP.rstrip()


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="editkit")
def editkit() -> None:
    """Check translated articles for glossary terms, consistency, and English errors."""


def run_command(args: Sequence[str]) -> int:
    """Run the command in `args` and return its exit code.

    Raises KeyboardInterrupt if the user interrupts it.
    """
    try:
        result = editkit.main(list(args), prog_name="editkit", standalone_mode=False)
    except click.exceptions.Exit as exit_request:
        return exit_request.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except EditkitError as error:
        from editkit.cli.notices import print_stderr  # noqa: PLC0415  (help needs no reports)

        print_stderr(str(error))
        return 2
    except OSError as error:
        from editkit.cli.notices import print_stderr  # noqa: PLC0415  (as above)

        if error.filename:
            print_stderr(f"{error.filename}: {error.strerror}.")
            return 2
        print_stderr(f"The output cannot be written: {error.strerror}.")
        # Flushing the rest of the buffer would fail again when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0
