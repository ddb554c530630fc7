"""Detection of encodings: short texts, several languages, and when the answer is not clear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.errors import InputError
from editkit.core.storage.encodings import codec_of, encode
from editkit.formats.decode import decode
from editkit.formats.detect_encoding import declared_encoding, detect

CLEAR = [
    ("An epidemic (疫情) again.\n", "GB18030"),
    ("# 汽车\n\nSales (销量) rose 5 %, the company (公司) in Beijing (北京) said.\n", "GB18030"),
    ("记者今天从公司获悉，上半年销量同比增长百分之十。\n", "GB18030"),
    ("An epidemic (疫情) again.\n", "Big5"),
    ("The ministry (經濟部) said the plant (工廠) in Taipei (台北) opened.\n", "Big5"),
    ("記者今天從公司獲悉，上半年銷量增長百分之十。\n", "Big5"),
    ("The city (東京) and a maker (トヨタ) said.\n", "Shift_JIS"),
    ("これは車です。\n", "Shift_JIS"),
    ("The word 車 and トヨタ is これ。\n", "EUC-JP"),
    ("The firm (현대자동차) said the plant (공장) in Seoul (서울) opened.\n", "EUC-KR"),
    ("서울에서 공장을 열었다.\n", "EUC-KR"),
    ("The café’s owner said “no” – naïve as it is…\n", "windows-1252"),
    ("It is 25°C and 77°F, a 5 µm film costs £5, or € 6.\n", "windows-1252"),
    ("It grew. " * 30_000 + "他们说这是好的。\n", "GB18030"),
    ("El Niño, España, São Paulo, Malmö, Genève.\n", "windows-1252"),
    ("Dvořák of Plzeň lived in Česká.\n", "windows-1250"),
    ("Łódź and Kraków, Wałęsa.\n", "windows-1250"),
    ("The plant (Москва) opened; Газпром said.\n", "windows-1251"),
    ("Η Αθήνα είναι εδώ.\n", "windows-1253"),
]


@pytest.mark.parametrize(("text", "name"), CLEAR)
def test_a_text_is_read_and_written_in_its_encoding(text: str, name: str) -> None:
    data = text.encode(codec_of(name))

    decoded = decode(data, uri="a.txt")

    assert (decoded.raw, decoded.encoding) == (text, codec_of(name))
    assert encode(decoded.raw, encoding=decoded.encoding, bom=b"", uri="a.txt") == data


@pytest.mark.parametrize(
    ("text", "codec", "candidate"),
    [
        ("The price (股票) fell.\n", "gbk", "GB18030"),
        ("Kovačić said so.\n", "cp1250", "windows-1250"),
        ("Erdoğan said so.\n", "cp1254", "windows-1252"),
        ("The word שלום is here.\n", "cp1255", "windows-1255"),
    ],
)
def test_candidates_are_named_if_it_is_not_clear(text: str, codec: str, candidate: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(text.encode(codec), uri="a.txt")

    assert "is not valid UTF-8; it may be " in caught.value.message
    assert candidate in caught.value.message
    assert caught.value.message.endswith(": name it with --encoding")


@pytest.mark.parametrize(
    "data",
    [
        "Завод в Москве открыт.\n".encode("koi8_r"),
        "Zürich – 汽车, 东京 and Łódź.\n".encode() + b"\xff\n",
        b"\x81\x8d\x8f broken \x01\x02\xfe\n",
        b"ab\xff\xfe\xfd\xfc\xfbcd\n",
    ],
)
def test_what_is_no_text_in_any_of_them_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="save the file as UTF-8, or name its encoding"):
        decode(data, uri="a.txt")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<?xml version="1.0" encoding="GB2312"?>\n<p>', "GBK"),
        ("<html>\n<META http-equiv='x' content='text/html; charset=big5'>\n", "Big5"),
        ('<meta charset="Shift_JIS">\n', "Shift_JIS"),
        ("<!-- -*- coding: euc-kr -*- -->\n", "EUC-KR"),
        ("line\n# vim: set fileencoding=cp1251 :\n", "windows-1251"),
        ("---\nencoding: latin1\n---\n", "windows-1252"),
        ("a\n" * 9 + "coding: gbk\n", None),
        ("coding: nonsense\n", None),
    ],
)
def test_a_declaration_is_read(head: str, name: str | None) -> None:
    assert declared_encoding(head.encode() + b"x" * 2000) == name


def test_a_declaration_decides_where_the_bytes_do_not() -> None:
    head = '<meta charset="windows-1250">\nKovačić\n'
    assert decode(head.encode("cp1250"), uri="a.txt").raw == head

    with pytest.raises(InputError, match="is not valid EUC-KR"):
        decode(b"# coding: euc-kr\n\xff\xff\n", uri="a.txt")


def test_what_is_valid_utf_8_is_utf_8_whatever_it_declares() -> None:
    text = "Write <meta charset=gbk> for 汽车.\n"
    assert decode(text.encode(), uri="a.md").encoding == "utf-8"
    # No character shows the encoding, but what is added must be in the declared one.
    assert decode(b"<meta charset=gbk>\n", uri="a.md").encoding == "gbk"
    assert decode(b"`<meta charset=gbk>`\n", uri="a.md").encoding == "utf-8"


def test_a_named_encoding_is_used() -> None:
    data = "Kovačić\n".encode("cp1250")
    assert decode(data, uri="a.txt", encoding="windows-1250").raw == "Kovačić\n"
    assert decode("é".encode("utf-16"), uri="a.txt", encoding="gbk").raw == "é"  # a mark wins
    assert decode("é".encode("utf-16-be"), uri="a.txt", encoding="utf-16be").raw == "é"

    with pytest.raises(InputError, match="byte 0xFF at offset 1 is not valid GBK; save"):
        decode(b"a\xff", uri="a.txt", encoding="gbk")
    with pytest.raises(
        InputError, match="“gbq” is not an encoding that editkit reads; the nearest"
    ):
        decode(b"a", uri="a.txt", encoding="gbq")


def test_a_form_that_would_not_be_written_back_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.txt:2: Shift_JIS has several forms"):
        decode(b"a\n\x87\x90\n", uri="a.txt", encoding="shift_jis")


def test_a_lacking_character_is_named() -> None:
    with pytest.raises(InputError, match="holds “车”, which Big5, the file’s encoding, lacks"):
        encode("车", encoding="cp950", bom=b"", uri="a.txt")


@given(st.binary(max_size=40), st.sampled_from(["gbk", "big5", "cp1252", "euc_jp"]))
def test_whatever_is_detected_comes_back(data: bytes, codec: str) -> None:
    data = data.decode(codec, "ignore").encode(codec)
    name = detect(data).name
    if name is not None:
        assert data.decode(codec_of(name)).encode(codec_of(name)) == data


@pytest.mark.timeout(60)
def test_a_long_text_is_detected_in_linear_time() -> None:
    assert detect("The plant (工厂) in Beijing (北京). ".encode("gbk") * 60_000).name == "GB18030"
    assert detect(b"<meta charset " * 100_000 + b" caf\xe9").name == "windows-1252"
