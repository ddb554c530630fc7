"""Fixes: selection, application, repeated passes, and atomic writes."""
