"""The text that an article was translated from, beside the article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from editkit.core.errors import InputError
from editkit.core.result import FileResult, Notice
from editkit.linting.discovery import Found, read
from editkit.reviewing.page.originals import Original, aligned, paragraph_counts
from editkit.text.plural_messages import counted

Originals = Mapping[str, Sequence[Original]]


def with_original(
    results: Sequence[FileResult], path: str | None
) -> tuple[list[FileResult], Originals]:
    """Return the results and, by the path of the article, the paragraphs of its original.

    There are none without a `path`. Raises InputError where the original cannot
    be read, or more than one file is reviewed.
    """
    if path is None:
        return list(results), {}
    if len(results) != 1:
        raise InputError(f"An original belongs to one article, and {len(results)} are reviewed.")
    text = "\n\n".join(part.text for part in read(Found(path), "und").documents)
    result, originals = beside(results[0], text, f"“{path}”")
    return [result], originals


def beside(result: FileResult, text: str, name: str) -> tuple[FileResult, Originals]:
    """Return a result with the paragraphs of its original, which a message calls `name`.

    Where the two have not as many paragraphs, the result gets a notice instead.
    """
    if result.package is None:
        return result, {}
    document = result.documents[0].document
    found = aligned(document, text)
    if found is not None:
        return result, {result.uri: found}
    ours, theirs = paragraph_counts(document, text)
    has = f"{name} has {counted(theirs, 'paragraph')}"
    message = f"{has} and this article {ours}: it is not shown beside."
    notice = Notice(message, uri=result.uri)
    return replace(result, notices=(*result.notices, notice)), {}
