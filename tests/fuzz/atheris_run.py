"""One target under atheris, which measures the branches of editkit that each input reaches."""

import sys

import atheris

with atheris.instrument_imports(include=["editkit"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target.check)
    atheris.Fuzz()
