"""From files to results and back."""
