"""Configuration: settings from configuration files and the command line."""

from editkit.config.files import Configuration
from editkit.config.settings import Settings

__all__ = ["Configuration", "Settings"]
