"""What a page knows of the server that it came from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Served:
    """The token each request carries, and the decisions the server holds, if it holds any.

    `revision` counts how often they were saved; `decisions` is a document of
    the schema editkit.decisions/1.
    """

    token: str
    revision: int
    decisions: Mapping[str, object] | None = None
