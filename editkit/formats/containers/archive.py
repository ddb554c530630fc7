"""ZIP archives: read with limits, and rewritten without touching the members that stay."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from editkit.core.errors import InputError

MAX_MEMBER = 64 * 1024 * 1024
MAX_TOTAL = 512 * 1024 * 1024
MAX_MEMBERS = 10_000
MAX_RATIO = 200
_RATIO_FROM = 1024 * 1024
"""Members below this size, in bytes, may be compressed by any ratio."""
_END = b"PK\x05\x06"
_END_RECORD = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_MAX_COMMENT = 65_535
_ZIP64 = 0xFFFFFFFF
_ENCRYPTED, _UTF8 = 0x1, 0x800
_STORED, _DEFLATED = 0, 8
_VERSION = 20


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of the central directory: `record` are its bytes, `offset` that of its data."""

    name: str
    record: bytes
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    offset: int


@dataclass(frozen=True)
class Archive:
    """The members of a ZIP archive, in the order of its directory."""

    data: bytes
    uri: str
    members: tuple[Member, ...]
    directory: int
    comment: bytes

    @classmethod
    def parse(cls, data: bytes, uri: str) -> Self:
        """Return the directory of an archive; raise InputError if it cannot be used."""
        at = data.rfind(_END, max(0, len(data) - _END_RECORD.size - _MAX_COMMENT))
        if at < 0 or at + _END_RECORD.size > len(data):
            raise InputError("This file is not complete: it has no end of a ZIP archive.", uri=uri)
        _, _, _, _, count, size, start, length = _END_RECORD.unpack_from(data, at)
        if _ZIP64 in {size, start} or count == _ZIP64 & 0xFFFF:
            raise InputError("This is a ZIP64 archive, which editkit cannot read.", uri=uri)
        if count > MAX_MEMBERS:
            raise InputError(f"This archive has more than {MAX_MEMBERS:,} members.", uri=uri)
        if start + size > at:
            raise _damaged(uri)
        members = tuple(_members(data, start, start + size, count, uri))
        comment = data[at + _END_RECORD.size : at + _END_RECORD.size + length]
        archive = cls(data, uri, members, start, comment)
        archive._check()
        return archive

    @cached_property
    def _by_name(self) -> Mapping[str, Member]:
        return {member.name: member for member in self.members}

    def _check(self) -> None:
        if len(self._by_name) != len(self.members):
            raise InputError("This archive has two members of one name.", uri=self.uri)
        if sum(member.size for member in self.members) > MAX_TOTAL:
            megabytes = MAX_TOTAL // 1024 // 1024
            raise InputError(f"This archive has more than {megabytes} MB unpacked.", uri=self.uri)
        for member in self.members:
            if member.offset >= self.directory:
                raise _damaged(self.uri)
            if ".." in member.name.replace("\\", "/").split("/"):
                raise InputError("This archive has a member outside of it.", uri=self.uri)
            if member.size > _RATIO_FROM and member.size > MAX_RATIO * member.packed_size:
                raise InputError("This archive is a ZIP bomb.", uri=self.uri)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def read(self, name: str) -> bytes:
        """Return the content of a member; raise InputError if it is damaged or too large."""
        member = self._by_name[name]
        if member.size > MAX_MEMBER:
            megabytes = MAX_MEMBER // 1024 // 1024
            raise InputError(f"Its part {name} has more than {megabytes} MB.", uri=self.uri)
        if member.flags & _ENCRYPTED:
            raise InputError("This archive is encrypted.", uri=self.uri)
        start = _data_start(self.data, member.offset, self.uri)
        packed = self.data[start : start + member.packed_size]
        content = packed if member.method == _STORED else _inflated(packed, member, self.uri)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise InputError(f"This file is damaged: its part {name} is not whole.", uri=self.uri)
        return content

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the archive with other contents of members; new ones come last.

        All other members keep their bytes and their order.
        """
        if not changed:
            return self.data
        by_offset = sorted(self.members, key=lambda member: member.offset)
        ends = [*(member.offset for member in by_offset[1:]), self.directory]
        out = bytearray(self.data[: by_offset[0].offset] if by_offset else b"")
        records: dict[str, bytes] = {}
        for member, end in zip(by_offset, ends, strict=True):
            content = changed.get(member.name)
            offset = len(out)
            if content is None:
                out += self.data[member.offset : end]
                records[member.name] = member.record[:42] + _long(offset) + member.record[46:]
            else:
                local, records[member.name] = _entry(member.record, content, offset)
                out += local
        for name, content in changed.items():
            if name not in records:
                local, records[name] = _entry(_new_record(name), content, len(out))
                out += local
        start = len(out)
        names = [*(member.name for member in self.members)]
        names += [name for name in records if name not in self._by_name]
        for name in names:
            out += records[name]
        count, size = len(names), len(out) - start
        out += _END_RECORD.pack(_END, 0, 0, count, count, size, start, len(self.comment))
        return bytes(out + self.comment)


def _members(data: bytes, at: int, end: int, count: int, uri: str) -> Sequence[Member]:
    found: list[Member] = []
    for _ in range(count):
        if at + _CENTRAL.size > end or data[at : at + 4] != b"PK\x01\x02":
            raise _damaged(uri)
        fields = _CENTRAL.unpack_from(data, at)
        flags, method, crc, packed, size = fields[3], fields[4], *fields[7:10]
        lengths = fields[10:13]
        name_at, after = at + _CENTRAL.size, at + _CENTRAL.size + sum(lengths)
        if after > end:
            raise _damaged(uri)
        if _ZIP64 in {packed, size, fields[16]}:
            raise InputError("This is a ZIP64 archive, which editkit cannot read.", uri=uri)
        raw_name = data[name_at : name_at + lengths[0]]
        name = raw_name.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        record = data[at:after]
        found.append(Member(name, record, flags, method, crc, packed, size, fields[16]))
        at = after
    return found


def _data_start(data: bytes, offset: int, uri: str) -> int:
    if offset + _LOCAL.size > len(data) or data[offset : offset + 4] != b"PK\x03\x04":
        raise _damaged(uri)
    fields = _LOCAL.unpack_from(data, offset)
    return offset + _LOCAL.size + int(fields[9]) + int(fields[10])


def _inflated(packed: bytes, member: Member, uri: str) -> bytes:
    if member.method != _DEFLATED:
        raise InputError(f"Its part {member.name} is compressed in an unknown way.", uri=uri)
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
    except zlib.error as error:
        raise _damaged(uri) from error


def _entry(record: bytes, content: bytes, offset: int) -> tuple[bytes, bytes]:
    """Return the local record and data of a member, and its record of the directory."""
    fields = list(_CENTRAL.unpack_from(record))
    compressor = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = compressor.compress(content) + compressor.flush()
    name = record[_CENTRAL.size : _CENTRAL.size + fields[10]]
    flags, times = fields[3] & _UTF8, fields[5:7]
    sizes = (zlib.crc32(content), len(packed), len(content))
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, flags, _DEFLATED, *times, *sizes, len(name), 0)
    fields[2:5] = [max(fields[2], _VERSION), flags, _DEFLATED]
    fields[7:10] = sizes
    fields[11] = 0  # no extra fields, which may repeat the sizes
    fields[16] = offset
    comment = record[len(record) - fields[12] :] if fields[12] else b""
    return local + name + packed, _CENTRAL.pack(*fields) + name + comment


def _new_record(name: str) -> bytes:
    raw = name.encode()
    day = (1980 - 1980) << 9 | 1 << 5 | 1
    fields = (_VERSION, _VERSION, _UTF8, _DEFLATED, 0, day, 0, 0, 0, len(raw), 0, 0, 0, 0, 0, 0)
    return _CENTRAL.pack(b"PK\x01\x02", *fields) + raw


def _long(value: int) -> bytes:
    return struct.pack("<L", value)


def _damaged(uri: str) -> InputError:
    return InputError("This file is damaged: its ZIP directory is not whole.", uri=uri)
