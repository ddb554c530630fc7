"""Language-neutral tools on strings and spans."""
