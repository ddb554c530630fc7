"""Matching of the rows of packs: terms with gaps, and a first look at short texts."""
