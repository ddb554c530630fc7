"""Entry point of the command line."""

import gc
import os
import sys
from contextlib import suppress

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
    try:
        # Imported here, so that Ctrl-C is caught meanwhile.
        from editkit.cli import run  # noqa: PLC0415
        from editkit.cli.streams import prepare_streams  # noqa: PLC0415

        prepare_streams()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    if code == EXIT_INTERRUPTED:
        # Skip the interpreter's shutdown, which would wait for threads that are still running.
        with suppress(Exception):  # the stream may be missing or closed
            sys.stdout.flush()
        os._exit(code)
    # Avoid a last garbage collection, which takes another sixth of a long run.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
