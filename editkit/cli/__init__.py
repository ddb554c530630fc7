"""Command line: one module per command, imported when the command is called."""

import os
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
  --debug     Print the traceback of unexpected errors; also with EDITKIT_DEBUG=1.
  -h, --help  Show this message and exit; after a command, that command's.

Exit codes:
  0 no issues, 1 issues or changes shown, 2 unusable input, 3 a fault of editkit.
"""


def run(args: Sequence[str]) -> int:
    """Run the command in `args` and return its exit code; errors go to standard error.

    Raises only what must end the process, such as KeyboardInterrupt.
    """
    # Looked for anywhere, so that it works before the arguments are parsed.
    if "--debug" not in args and os.environ.get("EDITKIT_DEBUG", "") in {"", "0"}:
        return _guarded(args, is_debug=False)
    from editkit.cli.failures import logged_tracebacks  # noqa: PLC0415  (rarely used)

    with logged_tracebacks():
        return _guarded(args, is_debug=True)


def _guarded(args: Sequence[str], *, is_debug: bool) -> int:
    try:
        code = _run_command(args)
        sys.stdout.flush()
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001  (also a panic, and `sys.exit(0)` in a plug-in)
        from editkit.cli.failures import report_failure  # noqa: PLC0415  (rarely used)

        return report_failure(error, is_debug=is_debug)
    return code


def _run_command(args: Sequence[str]) -> int:
    if list(args) in (["--help"], ["-h"]):
        # Importing click would take most of the time of this call.
        sys.stdout.write(HELP)
        return 0
    from editkit.cli.group import run_command  # noqa: PLC0415  (start-up time)

    return run_command(args)
