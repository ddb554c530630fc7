"""What a run is told: by configuration files and by whoever starts it."""

from editkit.config.settings import Settings
from editkit.config.sources import Configuration

__all__ = ["Configuration", "Settings"]
