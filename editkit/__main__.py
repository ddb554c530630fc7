"""Starts the command line."""

import gc
import io
import os
import sys

INTERRUPTED = 130
_YOUNG, _OLDER = 200_000, 100
"""After how many new objects cycles are looked for; after how many such looks, a longer one.

A run makes many objects that last and few cycles, so Python's own 700 and 10
take a sixth of its time.
"""


def main() -> None:
    """Run the command that `sys.argv` names and end the process with its exit code."""
    gc.set_threshold(_YOUNG, _OLDER, _OLDER)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Escape what the encoding lacks, as the standard error does, instead of failing.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        from editkit.cli import run  # noqa: PLC0415  (Ctrl-C while modules load is quiet, too)

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        # At once: a thread may still wait for an answer that nobody wants now.
        sys.stdout.flush()
        os._exit(code)
    # Else Python looks for cycles in all of it as it ends, a sixth of a long run again.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
