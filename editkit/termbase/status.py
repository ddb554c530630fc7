"""The administrative statuses of TBX, in the spellings found in files."""

import re

from editkit.core.glossary import TermStatus

CATEGORIES = ("administrativestatus", "normativeauthorization")
"""The data categories that give a term's status, in lower case: normativeAuthorization is what
TBX v2 calls it where an authority has decided."""

_SPELLINGS = {
    TermStatus.PREFERRED: "preferred standardized legal regulated recommended approved",
    TermStatus.ADMITTED: "admitted allowed accepted acceptable",
    TermStatus.DEPRECATED: (
        "deprecated forbidden notrecommended prohibited rejected disallowed notallowed avoid"
    ),
    TermStatus.SUPERSEDED: "superseded obsolete",
}
_STATUS = {word: status for status, words in _SPELLINGS.items() for word in words.split()}
_ENDING = re.compile(r"(?:term)?(?:admnsts)?$")


def status(value: str) -> TermStatus | None:
    """Return the status that `value` spells, or None where it is not known.

    >>> status("preferredTerm-admn-sts"), status("not recommended")
    (<TermStatus.PREFERRED: 'preferredTerm-admn-sts'>, \
<TermStatus.DEPRECATED: 'deprecatedTerm-admn-sts'>)
    """
    letters = re.sub(r"[\W_]", "", value).lower()
    return _STATUS.get(_ENDING.sub("", letters, count=1))
