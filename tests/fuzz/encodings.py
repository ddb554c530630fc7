"""Fuzz target for the encodings of articles and of output streams."""

import codecs
import json

from hypothesis import strategies as st

from tests.fuzz.commands import folder_of, run_quietly
from tests.fuzz.pieces import MARKS, SPACES, WORDS, glossary_csv
from tests.fuzz.target import Target, joined

ENCODINGS = ("utf-8", "ascii", "cp1252", "gbk", "cp936", "cp437", "shift_jis", "utf-16-le")
FORMATS = ("text", "json", "jsonl", "github")
_BOMS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
PIECES = (*WORDS, *MARKS, *SPACES)


def check_encoding(data: bytes) -> None:
    """Lint and correct the bytes of an article, for a stream in some encoding."""
    number = sum(data[:4])
    encoding = ENCODINGS[number % len(ENCODINGS)]
    report = FORMATS[number // len(ENCODINGS) % len(FORMATS)]
    with folder_of({"a.txt": data, "g.csv": glossary_csv().encode()}) as folder:
        options = ("-g", "g.csv", "--engine", "none", "--no-cache")
        found = run_quietly("lint", "a.txt", "--format", report, *options, encoding=encoding)
        if report == "json":
            assert json.loads(found.stdout.decode("utf-8"))["schema"], data
        run_quietly("fix", "a.txt", *options, encoding=encoding)
        fixed = run_quietly("fix", "a.txt", "--write", *options, encoding=encoding)
        written = (folder / "a.txt").read_bytes()
        assert fixed.code != 2 or written == data
        assert not data.startswith(_BOMS[1:4]) or written.startswith(_BOMS[1:4]), data


def _encoded(text: bytes, form: tuple[bytes, str]) -> bytes:
    return form[0] + text.decode().encode(form[1], "replace")


_FORMS = st.sampled_from(
    [
        *((b"", "utf-8"), (b"", "utf-16-le"), (b"", "gbk"), (b"", "cp1252")),
        *zip(_BOMS[1:], ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"), strict=True),
    ]
)

TARGETS = (
    Target(
        "encodings",
        check_encoding,
        st.builds(_encoded, joined(PIECES), _FORMS) | st.binary(),
        words=PIECES,
    ),
)
