"""Fixes of issues, made of edits."""

from dataclasses import dataclass
from enum import Enum

from editkit.core.span import RawSpan, Span


class Safety(Enum):
    """Whether a fix can be applied automatically or needs review by an editor."""

    SAFE = "safe"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replacement of `span` by `text`; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are applied together or not at all."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.REVIEW


@dataclass(frozen=True, slots=True)
class Splice:
    """An `Edit` in source coordinates, as returned by a format."""

    span: RawSpan
    text: str
