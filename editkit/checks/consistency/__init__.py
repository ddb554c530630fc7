"""Checks of the consistency family."""
