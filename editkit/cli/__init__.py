"""Command line: one module per command, imported when the command is called."""

import os
import sys
from collections.abc import Sequence

COMMANDS = {
    "lint": "Check articles and report issues.",
    "normalize": "Apply safe glossary corrections.",
    "fix": "Apply all safe fixes.",
    "review": "Create a review page of proposed edits.",
    "apply": "Apply the decisions of a review page.",
    "glossary": "Check a glossary, or build one from articles.",
    "rules": "List the rules, or explain one.",
    "config": "Show settings and where they come from.",
    "cache": "Show or delete cached results.",
    "engines": "Show grammar engines, or install one.",
}
DOCUMENTATION = "README.md and docs/ of the project; `editkit rules RULE` explains a rule."
_LIST = "\n".join(f"  {name:<10} {summary}" for name, summary in COMMANDS.items())
HELP = f"""\
Usage: editkit COMMAND [OPTIONS] [ARGS]...

  Check translated articles for glossary terms, consistency and English errors.

Commands:
{_LIST}

Options:
  --version   Show the version and exit.
  --debug     Print the traceback of unexpected errors [env: EDITKIT_DEBUG=1].
  -h, --help  Show this message and exit; after a command, its help.

Examples:
  editkit lint article.md --glossary glossary.csv
  editkit review articles/ --glossary glossary.csv -o review.html

Exit codes:
  0 no issues, 1 issues found or changes shown, 2 usage or input error,
  3 internal error.

Documentation: {DOCUMENTATION}
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
