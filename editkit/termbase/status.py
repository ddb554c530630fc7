"""Administrative statuses of TBX, in the spellings found in files."""

import re

from editkit.core.glossary import TermStatus
from editkit.core.lazy_pattern import lazy_pattern

STATUS_CATEGORIES = ("administrativestatus", "normativeauthorization")
"""Data categories with a term's status, in lower case.

TBX v2 uses normativeAuthorization for the status given by an authority.
"""

_SPELLINGS = {
    TermStatus.PREFERRED: "preferred standardized legal regulated recommended approved",
    TermStatus.ADMITTED: "admitted allowed accepted acceptable",
    TermStatus.DEPRECATED: (
        "deprecated forbidden notrecommended prohibited rejected disallowed notallowed avoid"
    ),
    TermStatus.SUPERSEDED: "superseded obsolete",
}
_STATUS_BY_SPELLING = {
    word: status for status, words in _SPELLINGS.items() for word in words.split()
}
_SUFFIX = lazy_pattern(r"(?:term)?(?:admnsts)?$")


def parse_status(value: str) -> TermStatus | None:
    """Return the status that `value` spells, or None if unknown.

    >>> parse_status("preferredTerm-admn-sts"), parse_status("not recommended")
    (<TermStatus.PREFERRED: 'preferredTerm-admn-sts'>, \
<TermStatus.DEPRECATED: 'deprecatedTerm-admn-sts'>)
    """
    letters = re.sub(r"[\W_]", "", value).lower()
    return _STATUS_BY_SPELLING.get(_SUFFIX.sub("", letters, count=1))
