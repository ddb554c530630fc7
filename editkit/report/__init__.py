"""Report formats: text, JSON, JSON lines, GitHub annotations, unified diff."""
