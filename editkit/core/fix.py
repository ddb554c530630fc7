"""Fixes of issues, made of edits, and the splices that edits become, tracked or not."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Self

from editkit.core.errors import InputError
from editkit.core.span import RawSpan, Span

DEFAULT_AUTHOR = "editkit"


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


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on a range of the source, for an issue that no edit resolves."""

    span: RawSpan
    text: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """The author and the time of tracked changes, and the remarks on each document of a file.

    `date` has a time zone. `remarks` has one sequence for each document, or is empty.
    """

    author: str
    date: datetime
    remarks: tuple[tuple[Remark, ...], ...] = ()

    @classmethod
    def now(cls, author: str = DEFAULT_AUTHOR) -> Self:
        """Return changes of an author, made now, or at SOURCE_DATE_EPOCH if that is set.

        Raises InputError if SOURCE_DATE_EPOCH is no number of seconds.
        """
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        if not epoch:
            return cls(author, datetime.now(UTC).replace(microsecond=0))
        try:
            return cls(author, datetime.fromtimestamp(int(epoch), UTC))
        except (ValueError, OverflowError, OSError):
            raise InputError(f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds.") from None
