"""Alignment of an article with the text it was translated from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from editkit.core.errors import InputError
from editkit.core.result import FileResult, Notice
from editkit.linting.discovery import SourceFile, read
from editkit.reviewing.page.originals import Original, align_paragraphs, paragraph_counts
from editkit.text.counts import format_count

Originals = Mapping[str, Sequence[Original]]


def with_original(
    results: Sequence[FileResult], path: str | None
) -> tuple[list[FileResult], Originals]:
    """Return the results, and the original paragraphs by the path of the article.

    Without a `path` there are none. Raises InputError if the original cannot be read or
    more than one file is reviewed.
    """
    if path is None:
        return list(results), {}
    if len(results) != 1:
        raise InputError(f"An original belongs to one article, and {len(results)} are reviewed.")
    text = "\n\n".join(part.text for part in read(SourceFile(path), "und").documents)
    result, originals = align_original(results[0], text, f"“{path}”")
    return [result], originals


def align_original(result: FileResult, text: str, name: str) -> tuple[FileResult, Originals]:
    """Return a result, and the paragraphs of its original by the path of the article.

    If the numbers of paragraphs differ, the result gets a notice instead, in which `name`
    is the name of the original.
    """
    if result.package is None:
        return result, {}
    document = result.documents[0].document
    originals = align_paragraphs(document, text)
    if originals is not None:
        return result, {result.uri: originals}
    article_count, original_count = paragraph_counts(document, text)
    prefix = f"{name} has {format_count(original_count, 'paragraph')}"
    message = f"{prefix} and this article {article_count}: it is not shown beside."
    notice = Notice(message, uri=result.uri)
    return replace(result, notices=(*result.notices, notice)), {}
