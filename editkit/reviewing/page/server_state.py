"""State of the review server that is embedded in a served page."""

from dataclasses import dataclass

from editkit.reviewing.decisions import Decisions


@dataclass(frozen=True, slots=True)
class ServerState:
    """The token of API requests, and the decisions that the server has stored.

    `revision` is the number of changes of the decisions so far.
    """

    token: str
    revision: int
    decisions: Decisions
