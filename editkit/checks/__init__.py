"""The checks that ship with editkit, one module each."""
