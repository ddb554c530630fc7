"""Output files that must not overwrite what a command reads."""

import os
from collections.abc import Iterable

from editkit.core.errors import InputError


def refuse_overwrite(output: str, inputs: Iterable[str], option: str) -> None:
    """Raise InputError if `output`, named with `option`, is one of the files `inputs`."""
    if _is_among(output, inputs):
        raise InputError(f"This file is an input. Use another one for {option}.", uri=output)


def refuse_article(output: str, articles: Iterable[str], option: str) -> None:
    """Raise InputError if `output`, named with `option`, is one of the articles."""
    if _is_among(output, articles):
        raise InputError(f"This file is an article. Use another one for {option}.", uri=output)


def _is_among(output: str, inputs: Iterable[str]) -> bool:
    real = os.path.realpath(output)
    return any(_real_path(each) == real for each in inputs)


def _real_path(path: str) -> str | None:
    """Return a path with links resolved, None if no file can have it."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a NUL or a lone surrogate
        return None
