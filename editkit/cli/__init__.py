"""Command line: one module per command, imported when the command is called."""

import sys
from collections.abc import Sequence

COMMANDS = {
    "lint": "Report the issues of articles.",
    "normalize": "Make the glossary's corrections, as a diff or in place.",
    "fix": "Make every safe correction, as a diff or in place.",
    "review": "Write a page of proposed edits to accept or reject.",
    "apply": "Make the edits that were accepted on a review page.",
    "glossary": "Check a glossary, or mine one from articles.",
    "rules": "Explain what each rule flags.",
    "config": "Show the settings of a folder and where they come from.",
    "cache": "Show or empty the cache of results.",
    "engines": "Show the grammar engines, or install one.",
}
_LIST = "\n".join(f"  {name:<10} {summary}" for name, summary in COMMANDS.items())
HELP = f"""\
Usage: editkit COMMAND [OPTIONS] [ARGS]...

  Check translated articles for glossary terms, consistency, and English errors.

Commands:
{_LIST}

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit; after a command, that command's.
"""


def run(args: Sequence[str]) -> int:
    """Run the command in `args` and return its exit code; errors go to standard error."""
    if list(args) in (["--help"], ["-h"]):
        # Importing click would take most of the time of this call.
        sys.stdout.write(HELP)
        return 0
    from editkit.cli.group import run_command  # noqa: PLC0415  (start-up time)

    return run_command(args)
