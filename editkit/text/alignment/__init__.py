"""Alignment of translations with their originals."""
