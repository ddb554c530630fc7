"""English compounds: open, hyphenated, and how their parts are read."""
