"""Adapters for third-party grammar and spelling engines."""
