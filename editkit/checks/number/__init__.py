"""Checks of the number family."""
