"""Consistency within a text or corpus, independent of a glossary."""
