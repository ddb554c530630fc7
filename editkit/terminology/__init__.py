"""Glossary terms in a text: matching, classification and replacement."""
