"""Lint, normalize and review machine-translated articles.

>>> import editkit
>>> [found.issue.message for found in editkit.lint("The the plant opened.").issues]
['Repeated word. Delete the second “the”.']
"""

from typing import TYPE_CHECKING

from editkit._version import __version__

__all__ = [
    "Block",
    "BlockKind",
    "CasePolicy",
    "Concept",
    "ConceptRef",
    "Confidence",
    "ConfidenceName",
    "CorrectedText",
    "Counts",
    "Document",
    "DocumentResult",
    "Edit",
    "EditkitError",
    "EngineName",
    "EngineReport",
    "EngineState",
    "Family",
    "FamilyName",
    "FileResult",
    "Fix",
    "FormatName",
    "Glossary",
    "InputError",
    "Issue",
    "Linter",
    "Location",
    "MatchPolicy",
    "Notice",
    "Origin",
    "Package",
    "PlacedIssue",
    "PluginName",
    "RawSpan",
    "Related",
    "RepeatedIssue",
    "Safety",
    "Segment",
    "Severity",
    "SeverityName",
    "SourceFix",
    "Span",
    "Splice",
    "Status",
    "Term",
    "TermStatus",
    "Text",
    "__version__",
    "fix",
    "lint",
    "lint_paths",
    "load_glossary",
    "normalize",
    "review",
]

if TYPE_CHECKING:
    from editkit.api.counts import Counts
    from editkit.api.functions import fix, lint, lint_paths, load_glossary, normalize, review
    from editkit.api.linter import Linter
    from editkit.api.names import (
        ConfidenceName,
        EngineName,
        FamilyName,
        FormatName,
        PluginName,
        SeverityName,
    )
    from editkit.api.text import CorrectedText, Text
    from editkit.core.document import Block, BlockKind, Document, Package, Segment
    from editkit.core.errors import EditkitError, InputError
    from editkit.core.fix import Edit, Fix, Safety, Splice
    from editkit.core.glossary import (
        CasePolicy,
        Concept,
        Glossary,
        MatchPolicy,
        Term,
        TermStatus,
    )
    from editkit.core.issue import ConceptRef, Issue, Origin, Related
    from editkit.core.result import (
        DocumentResult,
        EngineReport,
        EngineState,
        FileResult,
        Location,
        Notice,
        PlacedIssue,
        RepeatedIssue,
        SourceFix,
    )
    from editkit.core.span import RawSpan, Span
    from editkit.core.taxonomy import Confidence, Family, Severity, Status
else:
    # Imported on first use, so that the command line, which needs few of them, starts faster.
    # Type checkers must not see `__getattr__`: they would accept any name.
    _MODULES = {
        "api.counts": "Counts",
        "api.functions": "fix lint lint_paths load_glossary normalize review",
        "api.linter": "Linter",
        "api.names": "ConfidenceName EngineName FamilyName FormatName PluginName SeverityName",
        "api.text": "CorrectedText Text",
        "core.document": "Block BlockKind Document Package Segment",
        "core.errors": "EditkitError InputError",
        "core.fix": "Edit Fix Safety Splice",
        "core.glossary": "CasePolicy Concept Glossary MatchPolicy Term TermStatus",
        "core.issue": "ConceptRef Issue Origin Related",
        "core.result": (
            "DocumentResult EngineReport EngineState FileResult Location Notice PlacedIssue "
            "RepeatedIssue SourceFix"
        ),
        "core.span": "RawSpan Span",
        "core.taxonomy": "Confidence Family Severity Status",
    }

    def __getattr__(name: str) -> object:
        """Import a public name on first use."""
        for module, names in _MODULES.items():
            if name in names.split():
                from importlib import import_module  # noqa: PLC0415  (only needed here)

                value = globals()[name] = getattr(import_module(f"editkit.{module}"), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, including those that are not imported yet."""
    return sorted({*globals(), *__all__})
