"""Harper: an in-process English grammar checker."""
