"""TBX files that are refused: document types, other files, and their lines."""

import pytest

from editkit.core.errors import InputError
from editkit.termbase.tbx import read_tbx
from tests.termbase.tbx_files import V2_NTIG, V2_TIG, parsed

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))


XXE = '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "prolog",
    [
        XXE,
        f'<!DOCTYPE martif [<!ENTITY l0 "ha">{LAUGHS}<!ENTITY x "&l19;">]>',
        '<!DOCTYPE martif SYSTEM "http://localhost:9/x.dtd" [<!ENTITY x "y">]>',
        '<!-- first --><?and then?><!DOCTYPE martif SYSTEM "x.dtd">',
        '<!DOCTYPE martif [<!ENTITY % p SYSTEM "http://localhost:9/x.dtd">%p;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused(prolog: str, encoding: str) -> None:
    hostile = prolog + V2_NTIG.replace("A car", "&x;").replace("17_42_1", "&x;")

    with pytest.raises(InputError, match="DOCTYPE") as caught:
        read_tbx(hostile.encode(encoding), uri="g.tbx")

    assert caught.value.uri == "g.tbx"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "not well-formed XML"),
        ("term,note\n", 1, "not well-formed XML"),
        (V2_TIG[:-20], 21, "not well-formed XML"),
        (V2_TIG.replace("</tig>", "</term>", 1), 13, "not well-formed XML"),
        (V2_TIG.replace("cable car", "&x;"), 15, "“x”|'x' not defined"),
        ("<html/>", None, "its root element is “html”"),
        ("<martif>" + "<p>" * 5000 + "</p>" * 5000 + "</martif>", 1, "not well-formed XML"),
    ],
)
def test_other_files_are_refused(text: str, line: int | None, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        parsed(text)

    assert (caught.value.uri, caught.value.line) == ("g.tbx", line)
    assert "\n" not in caught.value.message


def test_a_line_is_right_in_a_long_file() -> None:
    loaded = parsed(V2_TIG.replace("<text>", "<text>" + "\n" * 70_000))

    assert loaded.glossary.concepts[0].terms[-1].line == 70_019
