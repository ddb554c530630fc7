"""Review session: the last lint results of the files, and the decisions about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from threading import RLock
from typing import Any

from editkit.core.errors import EditkitError, InputError
from editkit.core.json_reader import JsonReader, quoted
from editkit.core.result import FileResult, Notice
from editkit.fixing.atomic_write import FileChangedError
from editkit.reviewing.apply import apply_decisions
from editkit.reviewing.decisions import parse_decisions
from editkit.reviewing.original_text import with_original
from editkit.reviewing.page import ServerState, render
from editkit.reviewing.page.model import sources
from editkit.reviewing.server.after_apply import (
    pending,
    refresh_suppressions,
    summary,
    without_applied,
)
from editkit.reviewing.server.rebase import JsonObject, Rebaser
from editkit.reviewing.server.review_files import ReviewFiles
from editkit.reviewing.server.store import DecisionsDocument, DecisionStore


class ConflictError(EditkitError):
    """The decisions or files have changed in the meantime; `details` are sent to the page."""

    def __init__(self, message: str, details: Mapping[str, object]) -> None:
        super().__init__(message)
        self.details = details


class ReviewSession:
    """Stores and applies the decisions of a review; thread-safe.

    `revision` increases with every change of the decisions, `results` are those of the
    last lint. `original` is the path of the text that the article was translated from.
    """

    def __init__(
        self,
        articles: ReviewFiles,
        results: Sequence[FileResult],
        store: DecisionStore,
        original: str | None = None,
    ) -> None:
        self._files, self._store, self._original = articles, store, original
        self._lock = RLock()
        self.results = tuple(results)
        with_original(self.results, original)
        self.revision = 0
        self.document = store.load(self.results)
        self._issue_texts = _issue_texts(self.results)
        self._rebaser: Rebaser | None = None
        self._apply_notices = tuple(map(Notice, store.notices))

    def render_page(self, token: str, rationales: Mapping[str, str]) -> str:
        """Return the page for the last results, with the notices of the last apply."""
        with self._lock:
            served = ServerState(token, self.revision, self.document)
            shown, originals = with_original(self.results, self._original)
            shown[0] = replace(shown[0], notices=(*self._apply_notices, *shown[0].notices))
            return render(shown, rationales=rationales, originals=originals, served=served)

    def state(self) -> dict[str, object]:
        """Return the decisions, their revision, and the SHA-256 of each file when linted."""
        with self._lock:
            self._reload_if_changed()
            hashes = {result.uri: result.sha256 for result in self.results}
            return {"revision": self.revision, "decisions": self.document, "files": hashes}

    def save(self, revision: object, value: object) -> dict[str, object]:
        """Save a decisions document to disk and return the new revision.

        Raises ConflictError if `revision` is not the current one, and InputError if the
        document is invalid or names files that are not under review. Decisions about a
        file as it was before the last lint are rebased; the response then asks the page
        to reload.
        """
        with self._lock:
            self._check_revision(revision)
            parse_decisions(JsonReader(value, "", "decisions"))
            document: DecisionsDocument = dict(value) if isinstance(value, dict) else {}
            self._check_paths(document["files"])
            files = [self._bring_up_to_date(file) for file in document["files"]]
            is_outdated = files != document["files"]
            self._store_state(
                {**document, "files": [*map(self._with_issue_texts, files)]}, self.results
            )
            return {"revision": self.revision, **({"reload": True} if is_outdated else {})}

    def apply(self, revision: object) -> dict[str, object]:
        """Apply the decisions to all files, and lint the files again.

        Raises ConflictError, and changes nothing, if one of the files has changed.
        """
        with self._lock:
            self._check_revision(revision)
            decisions = parse_decisions(JsonReader(self.document, "", "decisions"))
            targets = self._files.targets
            try:
                result = apply_decisions(decisions, self._files.root, targets, all_or_nothing=True)
            except FileChangedError as changed:
                raise ConflictError(str(changed), {"path": changed.uri}) from None
            if result.refused:
                error = result.refused[0]
                raise ConflictError(str(error), {"path": error.uri})
            kept = without_applied(self.document, targets)
            try:
                rebaser, results = self._lint()
                if refresh_suppressions(kept, rebaser, targets, self._files.root):
                    rebaser, results = self._lint()
            except InputError as error:
                message = f"The edits are made, but the files cannot be checked again: {error}"
                raise InputError(message) from None
            files = pending(map(rebaser.rebase, kept["files"]), targets)
            self._store_state({**kept, "files": list(files)}, results, rebaser)
            self._apply_notices = tuple(summary(result))
            applied = [
                {"path": f.path, "edits": f.edit_count} for f in result.files if f.edit_count
            ]
            return {"applied": applied, "reload": True}

    def relint(self) -> dict[str, object]:
        """Lint the files as they are on disk, and keep the decisions that still apply."""
        with self._lock:
            rebaser, results = self._lint()
            files = [rebaser.rebase(file) for file in self.document["files"]]
            self._store_state({**self.document, "files": files}, results, rebaser)
            self._apply_notices = ()
            return {"reload": True}

    def close(self) -> None:
        """Wait until running changes are written."""
        with self._lock:
            pass

    def _reload_if_changed(self) -> None:
        """Load the decisions again if another process has changed their file."""
        if self._store.is_changed:
            self.document = self._store.load(self.results)
            self.revision += 1

    def _check_revision(self, revision: object) -> None:
        self._reload_if_changed()
        if revision != self.revision or isinstance(revision, bool):
            raise ConflictError("Somebody else has saved since this page did.", self.state())

    def _check_paths(self, files: Iterable[Mapping[str, Any]]) -> None:
        for number, file in enumerate(files):
            if file["path"] not in self._files.names:
                pointer = f"files[{number}].path: {quoted(file['path'])}"
                raise InputError(f"{pointer} is none of the files under review.", uri="decisions")

    def _bring_up_to_date(self, file: JsonObject) -> JsonObject:
        """Return the decisions about the current version of a file.

        A page that was loaded before the last lint sends decisions about an older version;
        they are added to those already known about the current version.
        """
        [sha256] = (result.sha256 for result in self.results if result.uri == file["path"])
        if file["sha256"] == sha256:
            return file
        current = [kept for kept in self.document["files"] if kept["path"] == file["path"]]
        by_edit_id = {each["edit"]: each for kept in current for each in kept["decisions"]}
        if self._rebaser is not None and file["sha256"] == self._rebaser.old_sha256(file["path"]):
            rebased = self._rebaser.rebase(file)["decisions"]
            by_edit_id |= {each["edit"]: each for each in rebased}
        return {**file, "sha256": sha256, "decisions": list(by_edit_id.values())}

    def _with_issue_texts(self, file: JsonObject) -> JsonObject:
        """Return decisions with the flagged text of each suppressed issue."""
        decisions = [
            {"text": self._issue_texts.get((file["path"], each["edit"]), ""), **each}
            if each.get("suppress")
            else each
            for each in file["decisions"]
        ]
        return {**file, "decisions": decisions}

    def _lint(self) -> tuple[Rebaser, tuple[FileResult, ...]]:
        results = tuple(self._files.lint())
        return Rebaser(self.results, results), results

    def _store_state(
        self,
        document: DecisionsDocument,
        results: tuple[FileResult, ...],
        rebaser: Rebaser | None = None,
    ) -> None:
        self._store.save(document)
        self.document = document
        self.revision += 1
        if rebaser is not None:
            self._rebaser, self.results, self._issue_texts = (
                rebaser,
                results,
                _issue_texts(results),
            )


def _issue_texts(results: Sequence[FileResult]) -> dict[tuple[str, str], str]:
    """Return the flagged text of each issue, by the path of its file and the item id."""
    return {
        (source.file.uri, item.id): item.placed.location.span.of(source.document.document.raw)
        for source in sources(results)
        for item in source.items
    }
