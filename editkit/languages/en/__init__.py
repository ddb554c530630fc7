"""English: inflection, spelling, names, numbers, dates, phrases, and word lists."""
