"""English names: aliases, capitals of their owners, abbreviations and their definitions."""
