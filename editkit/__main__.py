"""Entry point of the command line."""

import gc
import io
import os
import sys

EXIT_INTERRUPTED = 130
_YOUNG_GC_THRESHOLD = 200_000
_OLD_GC_THRESHOLD = 100
"""Garbage collection thresholds; see `gc.set_threshold`.

A run creates many long-lived objects and few cycles, so that Python's defaults of 700
and 10 take a sixth of its time.
"""


def main() -> None:
    """Run the command in `sys.argv` and end the process with its exit code."""
    gc.set_threshold(_YOUNG_GC_THRESHOLD, _OLD_GC_THRESHOLD, _OLD_GC_THRESHOLD)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Escape characters that the encoding does not have, as the standard error does.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        from editkit.cli import run  # noqa: PLC0415  (so that Ctrl-C during imports is caught)

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    if code == EXIT_INTERRUPTED:
        # Skip the interpreter's shutdown, which would wait for threads that are still running.
        sys.stdout.flush()
        os._exit(code)
    # Avoid a last garbage collection, which takes another sixth of a long run.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
