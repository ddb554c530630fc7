"""English spelling: known misspellings, regional spellings, alternatives."""
