"""Review session: the last lint results of the files, and the decisions about them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from threading import RLock
from types import MappingProxyType

from editkit.core.errors import InputError
from editkit.core.result import FileResult, Notice
from editkit.core.rule import Rule
from editkit.core.storage.json_reader import JsonReader
from editkit.fixing.atomic_write import FileChangedError
from editkit.fixing.folder_lock import folders_locked
from editkit.reviewing.apply import ApplyResult, ApplyTargets, apply_plans, article_paths
from editkit.reviewing.decisions import Decisions, FileDecisions, parse_decisions
from editkit.reviewing.decisions_writer import decisions_to_value
from editkit.reviewing.original_text import with_original
from editkit.reviewing.page import ServerState, render
from editkit.reviewing.page.model import issue_texts
from editkit.reviewing.page.robust import render_page
from editkit.reviewing.plan import plan_files
from editkit.reviewing.report_details import NO_HEAD, ReportHead
from editkit.reviewing.server.after_apply import (
    pending,
    summary,
    with_new_fingerprints,
    without_applied,
)
from editkit.reviewing.server.conflict import ConflictError, refuse_conflict
from editkit.reviewing.server.killed_apply import without_made
from editkit.reviewing.server.paragraph_check import ParagraphChecker
from editkit.reviewing.server.rebase import Rebaser
from editkit.reviewing.server.review_files import ReviewFiles
from editkit.reviewing.server.saved_decisions import (
    merged,
    not_on_page,
    refuse_unknown,
    with_issue_texts,
)
from editkit.reviewing.server.store import DecisionStore
from editkit.reviewing.server.undo import AppliedChange, contents


class ReviewSession:
    """Stores and applies the decisions of a review; thread-safe.

    `revision` increases with every change of the decisions, `results` are those of the
    last lint. `original` is the path of the original text, `head` the head of the change report.
    """

    def __init__(
        self,
        articles: ReviewFiles,
        results: Sequence[FileResult],
        store: DecisionStore,
        original: str | None = None,
        head: ReportHead = NO_HEAD,
    ) -> None:
        self._files, self._store, self._original, self._head = articles, store, original, head
        self._lock, self._checker = RLock(), ParagraphChecker(articles)
        self.results = tuple(results)
        with_original(self.results, original)
        self.revision, self.decisions = 0, self._load()
        self._issue_texts = issue_texts(self.results)
        self._rebaser: Rebaser | None = None
        self._apply_notices = tuple(map(Notice, store.notices))
        self._applied: AppliedChange | None = None

    def render_page(self, token: str, rules: Mapping[str, Rule]) -> str:
        """Return the page for the last results, with the notices of the last apply."""
        with self._lock:
            applied = self._applied.to_value() if self._applied else None
            served = ServerState(token, self.revision, self.decisions, applied)
            shown, originals = with_original(self.results, self._original)
            shown[0] = replace(shown[0], notices=(*self._apply_notices, *shown[0].notices))
            ready = partial(render, rules=rules, originals=originals, served=served)
            return render_page(shown, partial(ready, head=self._head))[0]

    def state(self) -> dict[str, object]:
        """Return the decisions, their revision, and the SHA-256 of each file when linted.

        `changed` are the files that another program has changed since.
        """
        with self._lock:
            self._reload_if_changed()
            hashes = {result.uri: result.sha256 for result in self.results}
            return {
                "revision": self.revision,
                "decisions": decisions_to_value(self.decisions),
                "files": hashes,
                "changed": list(self._files.changed(hashes)),
            }

    def save(self, revision: object, value: object) -> dict[str, object]:
        """Save decisions, given as a JSON value, to disk and return the new revision.

        Raises ConflictError if `revision` is not the current one, and InputError if the
        decisions are invalid or name files that are not under review. Decisions about a
        file as it was before the last lint are rebased; the response then asks the page
        to reload. Decisions about files that cannot be read, and so are not on the page,
        are kept.
        """
        with self._lock:
            self._check_revision(revision)
            sent = parse_decisions(JsonReader(value, "", "decisions"))
            refuse_unknown(sent, self._files.names)
            files = tuple(self._bring_up_to_date(file) for file in sent.files)
            decided = (
                with_issue_texts(file, self._issue_texts) for file in files if file.decisions
            )
            unread = not_on_page(self.decisions, self.results, sent)
            self._store_state(replace(sent, files=(*decided, *unread)), self.results)
            return {"revision": self.revision, **({"reload": True} if files != sent.files else {})}

    def check(self, value: object) -> dict[str, object]:
        """Return the new issues of paragraphs as decided; other requests do not wait for it."""
        return self._checker.check(self.results, value)

    def apply(self, revision: object) -> dict[str, object]:
        """Apply the decisions to all files, and lint the files again.

        Raises ConflictError, and changes nothing, if one of the files has changed, and
        InputError if another run keeps changing the folders.
        """
        with self._lock:
            self._check_revision(revision)
            targets = self._files.targets
            paths = (*map(str, article_paths(self.decisions, self._files.root)), *targets.paths)
            with folders_locked(paths):
                before = contents(paths)
                result = self._write(targets)
                self._applied = AppliedChange.since(before, self.decisions, result)
            kept = without_applied(self.decisions, targets)
            try:
                rebaser, results = self._lint()
            except InputError as error:
                message = f"The edits are made, but the files cannot be checked again: {error}"
                raise InputError(message) from None
            files = pending(map(rebaser.rebase, kept.files), targets)
            self._store_state(replace(kept, files=tuple(files)), results, rebaser)
            self._apply_notices = tuple(summary(result))
            made = {file.path: file.edit_count for file in result.files if file.edit_count}
            return {"applied": [{"path": p, "edits": n} for p, n in made.items()], "reload": True}

    def undo(self, revision: object) -> dict[str, object]:
        """Undo the last apply: restore files and decisions, and lint again.

        Keeps later decisions about unchanged words. Raises ConflictError, and changes nothing, if
        one of the files has changed since.
        """
        with self._lock:
            self._check_revision(revision)
            if (applied := self._applied) is None:
                raise InputError("Nothing to undo.")
            with folders_locked(applied.files):
                try:
                    applied.undo()
                except FileChangedError as changed:
                    raise ConflictError(str(changed), {"path": changed.uri}) from None
            self._applied, self._apply_notices = None, (Notice("Apply undone."),)
            later = self.decisions
            self._store_state(applied.decisions, self.results)
            rebaser, results = self._lint()
            both = merged(applied.decisions, rebaser.rebase_all(later))
            self._store_state(both, results, rebaser)
            return {"reload": True}

    def _write(self, targets: ApplyTargets) -> ApplyResult:
        """Write the edits and the entries for `targets`, or raise ConflictError."""
        plans = tuple(plan_files(self.decisions, self._files.root, self._files.format_for))
        refuse_conflict(plan.error for plan in plans)
        planned = {plan.path: plan.new_data for plan in plans if plan.new_data is not None}
        has_suppressions = any(each.suppress for plan in plans for each in plan.decisions)
        if planned and has_suppressions and targets.baseline is not None:
            rebaser, _ = self._lint(planned)
            plans = with_new_fingerprints(plans, rebaser)
        try:
            result = apply_plans(plans, self.decisions, targets, all_or_nothing=True)
        except FileChangedError as changed:
            raise ConflictError(str(changed), {"path": changed.uri}) from None
        refuse_conflict(result.refused)
        return result

    def relint(self) -> dict[str, object]:
        """Lint the files as they are on disk, and keep the decisions that still apply."""
        with self._lock:
            rebaser, results = self._lint()
            self._store_state(rebaser.rebase_all(self.decisions), results, rebaser)
            self._apply_notices = ()
            return {"reload": True}

    def close(self) -> None:
        """Wait until running changes are written."""
        with self._lock:
            pass

    def _load(self) -> Decisions:
        results = self.results
        return self._store.load(results, lambda found: without_made(found, self._files, results))

    def _reload_if_changed(self) -> None:
        """Load the decisions again if another process has changed their file."""
        if self._store.is_changed:
            self.decisions = self._load()
            self.revision += 1

    def _check_revision(self, revision: object) -> None:
        self._reload_if_changed()
        if revision != self.revision or isinstance(revision, bool):
            raise ConflictError("Another page has saved newer decisions.", self.state())

    def _bring_up_to_date(self, file: FileDecisions) -> FileDecisions:
        """Return the decisions about the current version of a document.

        A page that was loaded before the last lint sends decisions about an older version;
        they are added to those already known about the current version.
        """
        [result] = (result for result in self.results if result.uri == file.path)
        if result.package is None or file.sha256 == result.sha256:
            return file
        current = (kept for kept in self.decisions.files if kept.key == file.key)
        by_edit_id = {each.edit_id: each for kept in current for each in kept.decisions}
        if self._rebaser is not None and file.sha256 == self._rebaser.old_sha256(file.path):
            rebased = self._rebaser.rebase(file).decisions
            by_edit_id |= {each.edit_id: each for each in rebased}
        return replace(file, sha256=result.sha256, decisions=tuple(by_edit_id.values()))

    def _lint(
        self, planned: Mapping[str, bytes] = MappingProxyType({})
    ) -> tuple[Rebaser, tuple[FileResult, ...]]:
        """Lint the files, with the `planned` contents of some; return a rebaser and results."""
        results = tuple(self._files.lint(planned))
        return Rebaser(self.results, results), results

    def _store_state(
        self,
        decisions: Decisions,
        results: tuple[FileResult, ...],
        rebaser: Rebaser | None = None,
    ) -> None:
        if rebaser is not None:
            self._rebaser, self.results = rebaser, results
            self._issue_texts = issue_texts(results)
        try:
            self._store.save(decisions)
        except FileChangedError as changed:
            raise ConflictError(str(changed), self.state()) from None
        self.decisions = decisions
        self.revision += 1
