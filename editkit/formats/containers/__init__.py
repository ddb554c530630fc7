"""ZIP archives and XML that formats such as Word are made of, read with limits."""
