"""Language-neutral text utilities: tokens, sentences, letter case, look-alike characters."""
