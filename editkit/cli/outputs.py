"""Output files that must not overwrite what a command reads."""

import os
from collections.abc import Iterable

from editkit.core.errors import InputError


def refuse_overwrite(output: str, inputs: Iterable[str], option: str) -> None:
    """Raise InputError if `output`, named with `option`, is one of the files `inputs`."""
    real = os.path.realpath(output)
    if any(os.path.realpath(each) == real for each in inputs):
        raise InputError(f"This file is needed; name another one with {option}.", uri=output)
