"""Tests of documents and packages: a text is in memory and in pickles as rarely as possible."""

import pickle
from dataclasses import replace

import pytest

from editkit.core.document import Document, Package
from editkit.linting.files.source_file import SourceFile, read

TEXT = "The harbour opened in May. " * 399 + "The harbour opened in May."


@pytest.mark.parametrize(
    ("format_name", "data", "copies"),
    [
        ("plain", TEXT.encode(), 1),
        ("plain", b"\xef\xbb\xbf" + TEXT.encode(), 1),
        ("plain", b"\xff\xfe" + TEXT.encode("utf-16-le"), 1),
        ("markdown", TEXT.encode(), 1),
        ("markdown", b"*Old* " + TEXT.encode(), 2),  # the prose differs from the source
        ("plain", TEXT.replace(". ", ".\r\n").encode(), 2),
    ],
)
def test_a_pickle_has_a_text_that_is_equal_to_its_source_once(
    format_name: str, data: bytes, copies: int
) -> None:
    package = read(SourceFile("a", data=data, format=format_name), "en-US")

    pickled = pickle.dumps(package)
    unpickled = pickle.loads(pickled)  # noqa: S301  (what was just written)

    assert unpickled == package
    assert unpickled.data == data
    assert pickled.count(b"harbour opened in May") == 400 * copies


def test_data_that_the_documents_do_not_give_is_pickled() -> None:
    one, other = Document.plain("one", lang="en"), Document.plain("other", lang="en")
    packages = [
        Package("a", "zip", b"PK", (one, other)),
        Package("a", "zip", b"PK", (one,)),
        Package("a", "plain", b"\xff", (Document.plain("\ud83d", lang="en"),)),
        Package("a", "plain", b"one", (one,), "no-such-encoding"),
        Package("a", "plain", b"", ()),
    ]

    assert [pickle.loads(pickle.dumps(each)) for each in packages] == packages  # noqa: S301  (as above)


def test_a_document_has_one_string_for_equal_text_and_source() -> None:
    document = Document.plain("The ferry.", lang="en")
    source = document.text.encode().decode()

    assert source is not document.text
    assert replace(document, raw=source).raw is document.text
