"""Checks of the spelling family."""
