"""LanguageTool: installation, server, client, rules of our own."""
