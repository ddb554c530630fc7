"""Review within a file: proposed edits as tracked changes, and comments on other issues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editkit.core.fix import Remark, Tracked
from editkit.core.format import Format
from editkit.core.result import DocumentResult, FileResult, PlacedIssue, SourceFix
from editkit.fixing.apply import merge_splices, select_compatible
from editkit.fixing.structure import split_by_structure
from editkit.formats import format_named
from editkit.linting.resolve import precedence
from editkit.reviewing.structure_check import without_structure_changes
from editkit.text.counts import format_count


@dataclass(frozen=True, slots=True)
class TrackedFile:
    """The bytes of a file with proposed edits and comments, and their numbers."""

    data: bytes
    edit_count: int
    remark_count: int

    def __str__(self) -> str:
        edits = format_count(self.edit_count, "tracked change")
        return f"{edits} and {format_count(self.remark_count, 'comment')}"


def track_proposals(result: FileResult, tracked: Tracked) -> TrackedFile:
    """Return a file in which the first fix of each issue is a tracked change.

    Of fixes that overlap, one is proposed. An issue without a fix to propose becomes a comment.
    Raises ValueError if the file could not be read.
    """
    result = without_structure_changes(result)
    if (package := result.package) is None:
        raise ValueError(f"{result.uri} was not read")
    file_format = format_named(package.format)
    parts = [_Proposals.of(part, file_format) for part in result.documents]
    remarks = tuple(tuple(part.remarks()) for part in parts)
    made = [merge_splices(part.fixes) for part in parts]
    data = file_format.pack(package, made, replace(tracked, remarks=remarks))
    return TrackedFile(data, sum(len(part.fixes) for part in parts), sum(map(len, remarks)))


@dataclass(frozen=True, slots=True)
class _Proposals:
    """The fixes of a document that are proposed together, and the issues of all others."""

    fixes: Sequence[SourceFix]
    others: Sequence[PlacedIssue]

    @classmethod
    def of(cls, part: DocumentResult, file_format: Format) -> "_Proposals":
        first = {
            id(each.fixes[0]): each for each in sorted(part.issues, key=precedence) if each.fixes
        }
        candidates = (each.fixes[0] for each in first.values())
        compatible, _ = select_compatible(candidates)
        kept, _ = split_by_structure(part.document.raw, file_format, compatible)
        proposed = {id(first[id(fix)]) for fix in kept}
        return cls(kept, [each for each in part.issues if id(each) not in proposed])

    def remarks(self) -> Iterator[Remark]:
        """Yield a comment for each issue without a proposed fix."""
        for placed in self.others:
            titles = [fix.title for fix in placed.fixes[:1]]
            text = " ".join((placed.issue.message, *titles))
            yield Remark(placed.location.span, f"{text} ({placed.issue.rule})")
