"""Language-specific data and functions, one package per language."""
