"""What is left of decisions once they are carried out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from editkit.baseline.file import Entry as Suppressed
from editkit.baseline.file import read_baseline
from editkit.core.result import Notice
from editkit.fixing.atomic_write import write_atomically
from editkit.reviewing.apply import Outcome, Places
from editkit.reviewing.decisions import Verdict
from editkit.reviewing.server.rebase import Carrier, Entry
from editkit.reviewing.server.store import Document
from editkit.text.plural_messages import counted

_REJECTED = Verdict.REJECTED.value


def undone(document: Document, places: Places) -> Document:
    """Return the decisions without what was carried out; what had no place to go to stays."""
    left = {
        key: value
        for key, value in document.items()
        if not (key == "words" and places.words) and not (key == "glossary" and places.glossary)
    }
    files = [
        {**file, "decisions": [d for d in file["decisions"] if d["state"] == _REJECTED]}
        for file in document["files"]
    ]
    return {**left, "files": files}


def suppress_again(document: Document, carrier: Carrier, places: Places, root: Path) -> bool:
    """Say whether a baseline has got other fingerprints for issues that it was to suppress.

    What was corrected beside an issue has changed its fingerprint, and then it may
    have been found again.
    """
    other = [
        (file["path"], old, new)
        for file in document["files"]
        for old in file["decisions"]
        if old.get("suppress")
        for new in carrier.carried({**file, "decisions": [old]})["decisions"]
        if new["fingerprint"] != old["fingerprint"]
    ]
    if places.baseline is None or not other:
        return False
    baseline = read_baseline(places.baseline, missing=True)
    names = {path: baseline.name(root / path) for path, _, _ in other}
    gone = {(names[path], old["fingerprint"]) for path, old, _ in other}
    kept = [each for each in baseline.entries if (each.path, each.fingerprint) not in gone]
    new = [
        Suppressed(names[path], each["rule"], each["fingerprint"], each.get("text", ""))
        for path, _, each in other
    ]
    write_atomically(Path(places.baseline), baseline.rendered([*kept, *new]))
    return True


def remaining(files: Iterable[Entry], places: Places) -> Iterator[Entry]:
    """Yield the files about which something is decided, without what a baseline has taken over."""
    for file in files:
        taken = places.baseline is not None
        left = [each for each in file["decisions"] if not (taken and each.get("suppress"))]
        if left:
            yield {**file, "decisions": left}


def remarks(outcome: Outcome) -> Iterator[Notice]:
    """Yield what came of decisions, as the page tells it."""
    for file in outcome.files:
        if file.made:
            yield Notice(f"{counted(file.made, 'edit')} made.", file.path)
    for added in outcome.added:
        if added.number:
            yield Notice(f"{added}.")
    yield from outcome.notices
