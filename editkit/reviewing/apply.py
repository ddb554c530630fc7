"""Decisions carried out: articles, baseline, word list and glossary, all together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editkit.baseline.file import Entry, read_baseline
from editkit.core.errors import InputError
from editkit.core.result import Notice
from editkit.fixing.atomic_write import Drafts
from editkit.reviewing.decisions import Decisions
from editkit.reviewing.plan import Applied, prepare
from editkit.text.plural_messages import counted


@dataclass(frozen=True, slots=True)
class Places:
    """The files that take what is no edit of an article; None where none is named."""

    baseline: str | None = None
    words: str | None = None
    glossary: str | None = None


NOWHERE = Places()


@dataclass(frozen=True, slots=True)
class Added:
    """How much of something a file has got."""

    uri: str
    number: int
    what: str

    def __str__(self) -> str:
        return f"{self.uri}: {counted(self.number, self.what)} added"


@dataclass(slots=True)
class Outcome:
    """What became of decisions: each article, what was added elsewhere, what could not be."""

    files: tuple[Applied, ...]
    added: list[Added] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def refused(self) -> tuple[InputError, ...]:
        """Why files were refused."""
        return tuple(file.error for file in self.files if file.error is not None)


def carry_out(
    decisions: Decisions,
    root: str | Path,
    places: Places = NOWHERE,
    *,
    write: bool = True,
    whole: bool = False,
) -> Outcome:
    """Carry decisions out and return what became of them.

    Of each article all edits are made or none: `prepare` says which are refused.
    With `whole` nothing at all is done if one is. Everything is made ready before
    anything is changed, and without `write` nothing is. Raises InputError where
    `root` or one of `places` cannot be used, and ChangedError if an article is saved
    at the last moment; then, too, nothing is changed.
    """
    outcome = Outcome(tuple(prepare(decisions, root)))
    with Drafts() as drafts:
        if write:
            outcome.files = tuple(_drafted(file, drafts) for file in outcome.files)
        if whole and outcome.refused:
            return outcome
        others = tuple(_others(decisions, places, outcome))
        if write:
            for path, data in others:
                drafts.add(Path(path), data)
            drafts.replace()
    return outcome


def _drafted(file: Applied, drafts: Drafts) -> Applied:
    if file.target is None or file.after is None:
        return file
    try:
        drafts.add(file.target, file.after, sha256=file.sha256, name=file.path)
    except InputError as error:
        return Applied(file.path, error=InputError(error.message, uri=file.path))
    return file


def _others(decisions: Decisions, places: Places, outcome: Outcome) -> Iterator[tuple[str, bytes]]:
    """Yield the files that take what is no edit, each with its bytes then."""
    lost = outcome.notices
    if suppressed := [file for file in outcome.files if any(d.suppress for d in file.decisions)]:
        if places.baseline is None:
            number = sum(d.suppress for file in suppressed for d in file.decisions)
            lost.append(_nowhere(number, "suppression", "--baseline"))
        else:
            yield _baseline(places.baseline, suppressed, outcome)
    if decisions.words:
        if places.words is None:
            lost.append(_nowhere(len(decisions.words), "word", "--words"))
        else:
            yield _words(places.words, decisions, outcome)
    if decisions.glossary:
        if places.glossary is None:
            lost.append(_nowhere(len(decisions.glossary), "glossary row", "--glossary"))
        else:
            yield _glossary(places.glossary, decisions, outcome)


def _nowhere(number: int, what: str, option: str) -> Notice:
    are = "is" if number == 1 else "are"
    return Notice(f"{counted(number, what)} {are} not kept: name a file with {option}.")


def _baseline(uri: str, files: Sequence[Applied], outcome: Outcome) -> tuple[str, bytes]:
    old = read_baseline(uri, missing=True)
    new = {
        Entry(old.name(file.target), decision.rule, decision.fingerprint, decision.text)
        for file in files
        for decision in file.decisions
        if decision.suppress and decision.rule and decision.fingerprint and file.target
    }
    known = {(entry.path, entry.fingerprint) for entry in old.entries}
    new = {entry for entry in new if (entry.path, entry.fingerprint) not in known}
    outcome.added.append(Added(uri, len(new), "suppression"))
    return uri, replace(old, entries=()).rendered((*old.entries, *new))


def _words(uri: str, decisions: Decisions, outcome: Outcome) -> tuple[str, bytes]:
    from editkit.termbase.word_list import add_words  # noqa: PLC0415  (seldom asked for)

    data, number = add_words(uri, decisions.words)
    outcome.added.append(Added(uri, number, "word"))
    return uri, data


def _glossary(uri: str, decisions: Decisions, outcome: Outcome) -> tuple[str, bytes]:
    from editkit.termbase.append import append  # noqa: PLC0415  (as above)

    made = append(uri, decisions.glossary)
    outcome.added.append(Added(uri, made.rows, "row"))
    outcome.notices += (Notice(message, uri) for message in made.notices)
    return uri, made.data
