"""Fixes of a whole file: conflicts, repeated terms, wrapped lines, linked headings."""
