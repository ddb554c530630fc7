"""Checks of the style family."""
