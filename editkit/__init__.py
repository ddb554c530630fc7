"""Lint, normalize and review machine-translated articles."""

__version__ = "0.1.0"
