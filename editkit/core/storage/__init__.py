"""Files and stored values: reading, encodings, versions, locks, JSON."""
