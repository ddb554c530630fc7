"""Checks of the term family."""
