"""Suppression: comments that silence rules, and the rules that they may name."""
