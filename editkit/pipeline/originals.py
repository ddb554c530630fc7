"""The text that an article was translated from, beside the article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from editkit.core.errors import InputError
from editkit.core.result import FileResult, Notice
from editkit.pipeline.read import Found, read
from editkit.report.review.originals import Original, aligned, paragraph_counts


def with_original(
    results: Sequence[FileResult], path: str | None
) -> tuple[list[FileResult], Mapping[str, Sequence[Original]]]:
    """Return the results and, by the path of the article, the paragraphs of its original.

    There are none without a `path`. Where the two texts have not as many
    paragraphs, the article gets a notice instead.
    Raises InputError where the original cannot be read, or more than one file
    is reviewed.
    """
    if path is None:
        return list(results), {}
    if len(results) != 1:
        raise InputError(f"An original belongs to one article, and {len(results)} are reviewed.")
    text = "\n\n".join(part.text for part in read(Found(path), "und").documents)
    [result] = results
    if result.package is None:
        return [result], {}
    document = result.documents[0].document
    found = aligned(document, text)
    if found is not None:
        return [result], {result.uri: found}
    ours, theirs = paragraph_counts(document, text)
    message = f"“{path}” has {theirs} paragraphs and this article {ours}: it is not shown beside."
    notice = Notice(message, uri=result.uri)
    return [replace(result, notices=(*result.notices, notice))], {}
