"""English words and the patterns made of them, by topic."""
