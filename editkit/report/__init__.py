"""Reporters: results in, text out."""
