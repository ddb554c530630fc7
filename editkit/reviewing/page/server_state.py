"""State of the review server that is embedded in a served page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServerState:
    """The token of API requests, and the decisions that the server has stored.

    `revision` is the number of changes of the decisions so far. `decisions` is a document
    of the schema editkit.decisions/1.
    """

    token: str
    revision: int
    decisions: Mapping[str, object] | None = None
