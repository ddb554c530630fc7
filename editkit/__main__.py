"""Starts the command line."""

import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command that `sys.argv` names and end the process with its exit code."""
    try:
        from editkit.cli import run  # noqa: PLC0415  (Ctrl-C while modules load is quiet, too)

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        # At once: a thread may still wait for an answer that nobody wants now.
        sys.stdout.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    main()
