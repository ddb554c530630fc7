"""Corrections: choosing, composing, applying and writing them."""
