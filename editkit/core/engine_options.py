"""Options of engines: what a plug-in's engine lets configurations set."""

from dataclasses import dataclass

_VALUES = (str, bool, int, float, tuple)


@dataclass(frozen=True, slots=True)
class EngineOption:
    """An option of an engine, in the table `[tool.editkit.engines.NAME]`.

    A value has the type of `default`: a text, a boolean, a number, or a tuple of texts.
    `needs_trust` declares that it decides where texts are sent, which program runs or which file
    is read. Then a configuration next to an article cannot set it, except to the address of a
    server on this machine; the user's own configuration can.
    """

    name: str
    default: object
    summary: str
    needs_trust: bool = False

    @property
    def is_valid(self) -> bool:
        """Whether the fields, which a plug-in may set to anything, are of the right types."""
        return (
            isinstance(self.name, str)
            and isinstance(self.default, _VALUES)
            and isinstance(self.summary, str)
            and isinstance(self.needs_trust, bool)
        )
