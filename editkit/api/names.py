"""Names that options take, as types: engines, families, severities, confidence levels, formats."""

from typing import Literal, NewType

EngineName = Literal["auto", "languagetool", "harper", "both", "none"]
FamilyName = Literal[
    "term",
    "consistency",
    "grammar",
    "spelling",
    "typography",
    "number",
    "source",
    "style",
    "web",
]
SeverityName = Literal["info", "minor", "major", "critical"]
ConfidenceName = Literal["low", "medium", "high"]
FormatName = Literal["plain", "markdown", "mdx", "html"]

PluginName = NewType("PluginName", str)
"""The name of an engine or a format that a plug-in adds: `engine=PluginName("acme")`.

Without it, a type checker rejects a name that editkit does not have, which is usually a typo.
"""
