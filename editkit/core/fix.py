"""What would repair an issue."""

from dataclasses import dataclass
from enum import Enum

from editkit.core.span import RawSpan, Span


class Safety(Enum):
    """How far a fix can be trusted without a reader."""

    SAFE = "safe"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `span` by `text`; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are made together or not at all."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.REVIEW


@dataclass(frozen=True, slots=True)
class Splice:
    """An edit in source coordinates: what a format makes of an `Edit`."""

    span: RawSpan
    text: str
