"""Checks of the web family."""
