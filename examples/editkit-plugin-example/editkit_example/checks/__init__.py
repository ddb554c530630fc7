"""Checks: a folder for each family, a module for each rule."""
