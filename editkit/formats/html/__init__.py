"""HTML format: pages and their fragments, read and corrected in place."""
