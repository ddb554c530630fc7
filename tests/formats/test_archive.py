"""ZIP archives: what is refused, and what a rewritten archive keeps."""

import io
import random
import struct
import zipfile

import pytest

from editkit.core.errors import InputError
from editkit.formats.containers import archive as module
from editkit.formats.containers.archive import Archive


def zipped(*members: tuple[str, bytes], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
        made.comment = comment
    return out.getvalue()


ARCHIVE = zipped(("a.xml", b"<a/>" * 50), ("b/é.xml", b"<b/>"), ("c.bin", b"\0\1"), comment=b"Hi")


def test_a_rewritten_archive_keeps_the_other_members() -> None:
    archive = Archive.parse(ARCHIVE, "a.zip")

    made = archive.rewritten({"b/é.xml": b"<changed/>", "new.xml": b"<new/>"})

    with zipfile.ZipFile(io.BytesIO(made)) as read:
        assert read.testzip() is None
        assert read.namelist() == ["a.xml", "b/é.xml", "c.bin", "new.xml"]
        assert read.read("b/é.xml") == b"<changed/>"
        assert (read.read("new.xml"), read.comment) == (b"<new/>", b"Hi")
    assert made[: ARCHIVE.index(b"b/\xc3\xa9.xml") - 30] in ARCHIVE
    again = Archive.parse(made, "a.zip")
    assert again.read("c.bin") == b"\0\1"
    assert archive.rewritten({}) is ARCHIVE


def test_members_written_as_a_stream_are_read() -> None:
    out = io.BytesIO()

    class Stream(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: bytes, /) -> int:  # type: ignore[override]
            return out.write(data)

    with zipfile.ZipFile(Stream(), "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xml", b"one")
        made.writestr("b.xml", b"two")

    archive = Archive.parse(out.getvalue(), "a.zip")

    assert archive.read("a.xml") == b"one"
    assert Archive.parse(archive.rewritten({"a.xml": b"1"}), "a.zip").read("b.xml") == b"two"


def central(data: bytes, offset: int, value: bytes, at: int = 0) -> bytes:
    """Return an archive with other bytes in the first record of its directory."""
    start = data.index(b"PK\x01\x02") + offset + at
    return data[:start] + value + data[start + len(value) :]


def with_wrong_content() -> bytes:
    at = ARCHIVE.index(b"PK\x01\x02") - 3
    return ARCHIVE[:at] + b"!" + ARCHIVE[at + 1 :]


HOSTILE = [
    (ARCHIVE[:40], "not complete"),
    (ARCHIVE[:-30], "not complete"),
    (zipped(("../a.xml", b"x")), "a member outside of it"),
    (zipped(("a.xml", bytes(2_000_000))), "a ZIP bomb"),
    (zipped(*((f"{n}", b"") for n in range(10_001))), "more than 10,000 members"),
    (central(ARCHIVE, 24, struct.pack("<L", 600_000_000)), "more than 512 MB unpacked"),
    (central(ARCHIVE, 24, b"\xff\xff\xff\xff"), "ZIP64"),
    (central(ARCHIVE, 0, b"XX"), "directory is not whole"),
    (central(ARCHIVE, 42, struct.pack("<L", len(ARCHIVE) - 30)), "directory is not whole"),
]


@pytest.mark.parametrize(("data", "message"), HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_archives_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Archive.parse(data, "a.zip")


def test_two_members_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a.xml", b"1"), ("a.xml", b"2"))

    with pytest.raises(InputError, match="two members of one name"):
        Archive.parse(data, "a.zip")


MEMBERS = [
    (central(ARCHIVE, 16, b"\0\0\0\0"), "its part a.xml is not whole"),
    (central(ARCHIVE, 24, struct.pack("<L", 7)), "its part a.xml is not whole"),
    (central(ARCHIVE, 24, struct.pack("<L", 65 * 1024 * 1024)), "more than 64 MB"),
    (central(ARCHIVE, 8, b"\1"), "encrypted"),
    (central(ARCHIVE, 10, b"\x0c"), "compressed in an unknown way"),
    (central(ARCHIVE, 42, struct.pack("<L", 5)), "directory is not whole"),
]


@pytest.mark.parametrize(("data", "message"), MEMBERS, ids=range(len(MEMBERS)))
def test_damaged_members_are_refused(
    data: bytes, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_RATIO", 10**9)
    archive = Archive.parse(data, "a.zip")

    with pytest.raises(InputError, match=message):
        archive.read("a.xml")


def test_any_bytes_are_read_or_refused() -> None:
    rng = random.Random(5)  # noqa: S311
    for _ in range(3000):
        data = bytearray(ARCHIVE)
        for _ in range(rng.randrange(1, 6)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        cut = rng.choice([0, 0, rng.randrange(len(data))])
        try:
            archive = Archive.parse(bytes(data[cut:]), "a.zip")
            for each in archive.members:
                archive.read(each.name)
        except InputError:
            continue
