"""Markdown format."""
