"""Starts the command line."""

import sys


def main() -> None:
    """Run the command that `sys.argv` names and end the process with its exit code."""
    from editkit.cli import run  # noqa: PLC0415  (Ctrl-C while modules load is quiet, too)

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
