"""Review server (`review --serve`): serves the page on loopback and stores each decision.

Requires the extra `editkit[review]`.
"""
