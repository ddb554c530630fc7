"""Glossaries in and out of files, and their faults."""
