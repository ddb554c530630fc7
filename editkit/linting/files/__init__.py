"""Files of a lint run: discovery, ignored paths, reading."""
