"""Core types shared by every other package; standard library only."""
