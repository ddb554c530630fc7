"""Checks of the grammar family."""
