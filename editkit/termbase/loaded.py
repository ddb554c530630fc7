"""What reading a glossary file gives."""

from dataclasses import dataclass

from editkit.core.glossary import Glossary
from editkit.core.result import Notice
from editkit.termbase.glossary_issue import Fault


@dataclass(frozen=True, slots=True)
class Loaded:
    """A glossary as read, and what its reader had to say.

    `faults` are of entries that were left out of the glossary.
    """

    glossary: Glossary
    notices: tuple[Notice, ...] = ()
    faults: tuple[Fault, ...] = ()
