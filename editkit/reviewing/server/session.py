"""What one review holds: the articles as they were last checked, and what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from threading import RLock
from typing import Any

from editkit.core.errors import EditkitError, InputError
from editkit.core.json_reader import Node, quoted
from editkit.core.result import FileResult, Notice
from editkit.fixing.atomic_write import ChangedError
from editkit.reviewing.apply import carry_out
from editkit.reviewing.decisions import decisions_of
from editkit.reviewing.page import Served, render
from editkit.reviewing.page.model import sources
from editkit.reviewing.server.after_apply import remaining, remarks, suppress_again, undone
from editkit.reviewing.server.files import Articles
from editkit.reviewing.server.rebase import Carrier, Entry
from editkit.reviewing.server.store import Document, Store
from editkit.reviewing.source_text import with_original


class ConflictError(EditkitError):
    """Something was changed meanwhile; `facts` say what."""

    def __init__(self, message: str, facts: Mapping[str, object]) -> None:
        super().__init__(message)
        self.facts = facts


class Desk:
    """Takes in decisions and carries them out; serves several threads, one at a time.

    `revision` goes up whenever decisions change, `results` are of the last check;
    `original` is the file that the one article was translated from, if it is known.
    """

    def __init__(
        self,
        articles: Articles,
        results: Sequence[FileResult],
        store: Store,
        original: str | None = None,
    ) -> None:
        self._articles, self._store, self._original = articles, store, original
        self._lock = RLock()
        self.results = tuple(results)
        with_original(self.results, original)
        self.revision = 0
        self.document = store.load(self.results)
        self._texts = _texts(self.results)
        self._carrier: Carrier | None = None
        self._remarks = tuple(map(Notice, store.told))

    def page(self, token: str, rationales: Mapping[str, str]) -> str:
        """Return the page of the last check, which says what came of the last 'apply'."""
        with self._lock:
            served = Served(token, self.revision, self.document)
            shown, originals = with_original(self.results, self._original)
            shown[0] = replace(shown[0], notices=(*self._remarks, *shown[0].notices))
            return render(shown, rationales=rationales, originals=originals, served=served)

    def kept(self) -> dict[str, object]:
        """Return the decisions, their revision, and the SHA-256 of each file when checked."""
        with self._lock:
            self._look()
            hashes = {result.uri: result.sha256 for result in self.results}
            return {"revision": self.revision, "decisions": self.document, "files": hashes}

    def save(self, revision: object, value: object) -> dict[str, object]:
        """Keep a decisions document, on the disk first.

        Raises ConflictError unless it follows `revision`, and InputError where it is
        none or is about other files. What it says of a file as it was before the
        last check is taken along to what it is now; then the answer asks to reload.
        """
        with self._lock:
            self._follow(revision)
            decisions_of(Node(value, "", "decisions"))
            document: Document = dict(value) if isinstance(value, dict) else {}
            self._known(document["files"])
            files = [self._now(file) for file in document["files"]]
            late = files != document["files"]
            self._keep({**document, "files": [*map(self._told, files)]}, self.results)
            return {"revision": self.revision, **({"reload": True} if late else {})}

    def apply(self, revision: object) -> dict[str, object]:
        """Make what is decided in all files, and check what is left.

        Raises ConflictError, nothing made, where one of them has changed.
        """
        with self._lock:
            self._follow(revision)
            decisions = decisions_of(Node(self.document, "", "decisions"))
            places = self._articles.places
            try:
                outcome = carry_out(decisions, self._articles.root, places, whole=True)
            except ChangedError as changed:
                raise ConflictError(str(changed), {"path": changed.uri}) from None
            if outcome.refused:
                error = outcome.refused[0]
                raise ConflictError(str(error), {"path": error.uri})
            left = undone(self.document, places)
            try:
                carrier, results = self._checked()
                if suppress_again(left, carrier, places, self._articles.root):
                    carrier, results = self._checked()
            except InputError as error:
                why = f"The edits are made, but the files cannot be checked again: {error}"
                raise InputError(why) from None
            files = remaining(map(carrier.carried, left["files"]), places)
            self._keep({**left, "files": list(files)}, results, carrier)
            self._remarks = tuple(remarks(outcome))
            made = [{"path": f.path, "edits": f.made} for f in outcome.files if f.made]
            return {"applied": made, "reload": True}

    def check(self) -> dict[str, object]:
        """Check the articles as they are on the disk, and take along what still holds."""
        with self._lock:
            carrier, results = self._checked()
            files = [carrier.carried(file) for file in self.document["files"]]
            self._keep({**self.document, "files": files}, results, carrier)
            self._remarks = ()
            return {"reload": True}

    def close(self) -> None:
        """Wait for what is being written."""
        with self._lock:
            pass

    def _look(self) -> None:
        """Take over what another server, or somebody by hand, has written into the file."""
        if self._store.changed:
            self.document = self._store.load(self.results)
            self.revision += 1

    def _follow(self, revision: object) -> None:
        self._look()
        if revision != self.revision or isinstance(revision, bool):
            raise ConflictError("Somebody else has saved since this page did.", self.kept())

    def _known(self, files: Iterable[Mapping[str, Any]]) -> None:
        for number, file in enumerate(files):
            if file["path"] not in self._articles.names:
                where = f"files[{number}].path: {quoted(file['path'])}"
                raise InputError(f"{where} is none of the files under review.", uri="decisions")

    def _now(self, file: Entry) -> Entry:
        """Return decisions about a file as it is now; a late page knows nothing of the newest."""
        [now] = (result.sha256 for result in self.results if result.uri == file["path"])
        if file["sha256"] == now:
            return file
        own = [kept for kept in self.document["files"] if kept["path"] == file["path"]]
        known = {each["edit"]: each for kept in own for each in kept["decisions"]}
        if self._carrier is not None and file["sha256"] == self._carrier.before(file["path"]):
            late = self._carrier.carried(file)["decisions"]
            known |= {each["edit"]: each for each in late}
        return {**file, "sha256": now, "decisions": list(known.values())}

    def _told(self, file: Entry) -> Entry:
        """Return decisions with the text of each issue that is never to be asked about again."""
        decisions = [
            {"text": self._texts.get((file["path"], each["edit"]), ""), **each}
            if each.get("suppress")
            else each
            for each in file["decisions"]
        ]
        return {**file, "decisions": decisions}

    def _checked(self) -> tuple[Carrier, tuple[FileResult, ...]]:
        results = tuple(self._articles.check())
        return Carrier(self.results, results), results

    def _keep(
        self,
        document: Document,
        results: tuple[FileResult, ...],
        carrier: Carrier | None = None,
    ) -> None:
        self._store.save(document)
        self.document = document
        self.revision += 1
        if carrier is not None:
            self._carrier, self.results, self._texts = carrier, results, _texts(results)


def _texts(results: Sequence[FileResult]) -> dict[tuple[str, str], str]:
    """Return the text that each issue is about, by the path of its file and its id there."""
    return {
        (source.file.uri, item.id): item.placed.place.span.of(source.document.document.raw)
        for source in sources(results)
        for item in source.items
    }
