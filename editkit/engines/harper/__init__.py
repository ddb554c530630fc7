"""Harper, an English grammar checker that runs in the process."""
