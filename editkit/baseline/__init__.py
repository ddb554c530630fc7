"""Baselines of known issues."""
