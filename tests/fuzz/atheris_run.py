"""One target under atheris, which measures the branches of editkit that each input reaches."""

import sys


def main() -> None:
    """Run the target that the first argument names; the others are libFuzzer's."""
    import atheris  # noqa: PLC0415  (not available for all systems on which the tests run)

    with atheris.instrument_imports(include=["editkit"]):
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415  (as above)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]].check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
