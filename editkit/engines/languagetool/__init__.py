"""LanguageTool: installation, server, client, and editkit's own rules for it."""
