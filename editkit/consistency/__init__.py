"""Consistency within a text or corpus, without a glossary."""
