"""State of the review server that is embedded in a served page."""

from collections.abc import Mapping
from dataclasses import dataclass

from editkit.reviewing.decisions import Decisions


@dataclass(frozen=True, slots=True)
class ServerState:
    """The token of API requests, and the decisions that the server has stored.

    `revision` is the number of changes of the decisions so far, `applied` the numbers of
    edits and files of the last apply, if that can be undone.
    """

    token: str
    revision: int
    decisions: Decisions
    applied: Mapping[str, int] | None = None
