"""Alignment of an article with the text it was translated from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from editkit.core.errors import InputError, single_file
from editkit.core.result import FileResult, Notice
from editkit.linting.files.source_file import named_file, read
from editkit.reviewing.decisions import DocumentKey
from editkit.reviewing.page.originals import Original, align_paragraphs
from editkit.text.alignment.paragraphs import paragraph_counts
from editkit.text.counts import format_count

Originals = Mapping[DocumentKey, Sequence[Original]]


def with_original(
    results: Sequence[FileResult], path: str | None
) -> tuple[list[FileResult], Originals]:
    """Return the results, and the original paragraphs of each document of the article.

    Without a `path` there are none. Raises InputError if the original cannot be read or
    more than one file is reviewed.
    """
    if path is None:
        return list(results), {}
    if len(results) != 1:
        raise InputError(f"An original belongs to one article, and {len(results)} are reviewed.")
    text = "\n\n".join(part.text for part in read(named_file(path), "und").documents)
    result, originals = align_original(results[0], text, f"“{path}”")
    return [result], originals


def align_original(result: FileResult, text: str, name: str) -> tuple[FileResult, Originals]:
    """Return a result, and the original paragraphs of each of its documents.

    If the numbers of paragraphs differ, the result gets a notice instead, in which `name`
    is the name of the original.
    """
    if result.package is None:
        return result, {}
    documents = result.package.documents
    with single_file(result.uri, "cannot be shown next to its original"):
        originals = align_paragraphs(documents, text)
    if originals is not None:
        keys = [(result.uri, document.part) for document in documents]
        return result, dict(zip(keys, originals, strict=True))
    article_count, original_count = paragraph_counts([each.raw for each in documents], text)
    prefix = f"{name} has {format_count(original_count, 'paragraph')}"
    message = f"{prefix} and this article {article_count}: the original is not shown."
    notice = Notice(message, uri=result.uri)
    return replace(result, notices=(*result.notices, notice)), {}
