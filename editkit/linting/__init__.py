"""Lint runs: discovery of files, sessions, suppression, merging of issues."""
