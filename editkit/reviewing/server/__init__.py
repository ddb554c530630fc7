"""`review --serve`: the review page on loopback, its decisions kept as they are made.

Needs the extra `editkit[review]`.
"""
