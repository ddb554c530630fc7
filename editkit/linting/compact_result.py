"""Compact results: the form in which a file's result is cached and sent between processes."""

from dataclasses import dataclass
from hashlib import sha256

from editkit.core.document import Package
from editkit.core.result import DocumentResult, EngineReport, FileResult, Notice, PlacedIssue


@dataclass(frozen=True, slots=True)
class CommonResult:
    """What the results of all files of a toolset have in common, unless an engine fails."""

    engines: tuple[EngineReport, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class CompactResult:
    """The result of a file without the file and without what other results have in common.

    `documents` are the issues of each document and `notices` those of this file alone.
    `engines` is None if they are the common ones. `core.codec` can store the result.
    """

    sha256: str
    words: int
    documents: tuple[tuple[PlacedIssue, ...], ...]
    notices: tuple[Notice, ...] = ()
    engines: tuple[EngineReport, ...] | None = None
    suppressed: int = 0
    stale_baseline_entries: int = 0

    def restore(self, package: Package, common: CommonResult) -> FileResult | None:
        """Return the result for the parsed file, or None if the file has changed since.

        Its documents are those of `package`, which need no segments.
        """
        digest = sha256(package.data).hexdigest()
        if digest != self.sha256 or len(package.documents) != len(self.documents):
            return None
        return FileResult(
            uri=package.uri,
            package=package,
            sha256=digest,
            words=self.words,
            documents=tuple(map(DocumentResult, package.documents, self.documents)),
            engines=common.engines if self.engines is None else self.engines,
            notices=(*common.notices, *package_notices(package), *self.notices),
            suppressed=self.suppressed,
            stale_baseline_entries=self.stale_baseline_entries,
        )


def compress(result: FileResult, common: CommonResult) -> CompactResult:
    """Return the compact form of the result of a file that could be read.

    `common` belongs to the toolset that has linted the file. Raises ValueError if the notices
    of `result` do not start with those of `common` and of its file.
    """
    known = (*common.notices, *(package_notices(result.package) if result.package else ()))
    count = len(known)
    if result.notices[:count] != known:
        raise ValueError("the result is of another toolset")
    return CompactResult(
        sha256=result.sha256,
        words=result.words,
        documents=tuple(part.issues for part in result.documents),
        notices=result.notices[count:],
        engines=None if result.engines == common.engines else result.engines,
        suppressed=result.suppressed,
        stale_baseline_entries=result.stale_baseline_entries,
    )


def package_notices(package: Package) -> tuple[Notice, ...]:
    """Return the notices of a file, and one if it has passages in another language."""
    messages = list(package.notices)
    found = [each.lang for document in package.documents for each in document.other_languages]
    if found:
        names = ", ".join(sorted(set(found)))
        passages = "1 passage is" if len(found) == 1 else f"{len(found)} passages are"
        messages.append(f"{passages} marked as another language ({names}) and not checked.")
    return tuple(Notice(message, package.uri) for message in messages)
