"""The command line: one module a command, imported when it is called."""

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
    "engines": "Show the grammar engines, or install one.",
}
_LIST = "\n".join(f"  {name:<10} {summary}" for name, summary in COMMANDS.items())
HELP = f"""\
Usage: editkit COMMAND [OPTIONS] [ARGS]...

  Check translated articles against a glossary, themselves, and English.

Commands:
{_LIST}

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit; after a command, that command's.
"""


def run(args: Sequence[str]) -> int:
    """Run the command that `args` name; return its exit code, having said what went wrong."""
    if list(args) in (["--help"], ["-h"]):
        # Without click, which takes longer to load than all this takes to say.
        sys.stdout.write(HELP)
        return 0
    from editkit.cli.group import call  # noqa: PLC0415  (as the comment says)

    return call(args)
