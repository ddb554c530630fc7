"""Result of reading a glossary file."""

from dataclasses import dataclass

from editkit.core.glossary import Glossary
from editkit.core.result import Notice
from editkit.termbase.glossary_issue import GlossaryIssue


@dataclass(frozen=True, slots=True)
class LoadedGlossary:
    """A glossary with the notices from reading it.

    `issues` are about entries that were skipped.
    """

    glossary: Glossary
    notices: tuple[Notice, ...] = ()
    issues: tuple[GlossaryIssue, ...] = ()
