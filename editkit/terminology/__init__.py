"""Glossary terms in a text: matching, classification, replacement, safety."""
