"""The types everything else speaks in; standard library only."""
