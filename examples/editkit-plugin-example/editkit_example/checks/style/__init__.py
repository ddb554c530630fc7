"""Rules of style."""
