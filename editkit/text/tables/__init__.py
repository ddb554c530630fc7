"""Data files of the text layer; scripts/ holds the programs that made them."""
