"""Baselines of known issues."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editkit.baseline.filter import BaselineFilter


def load_filter(path: str) -> "BaselineFilter":
    """Return the filter for the baseline at `path`; raise InputError if it cannot be read."""
    from editkit.baseline.filter import load_filter as load  # noqa: PLC0415  (most runs have none)

    return load(path)
