"""Word documents (`.docx`): reading, correction in place, tracked changes and comments."""
