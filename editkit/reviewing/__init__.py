"""Review of proposed edits: decisions, pages, server, change report."""
