"""Code within prose, found by its shape."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.core.span import Span
from editkit.languages.code.shapes import is_in_package_name
from editkit.languages.code.spans import CodeSpans, find_code
from editkit.languages.en.word_list import is_english
from tests.code_shapes import closing, identifiers, opening, prose


def code_in(
    text: str, known: frozenset[str] = frozenset(), terms: frozenset[str] = frozenset()
) -> list[str]:
    return [span.of(text) for span in find_code(text, is_english, known=known, terms=terms).spans]


CODE = [
    "java.lang.IllegalArgumentException", "log.path", "nacos.ConfigChangeRequest", "README.md",
    "spring.application.name", "AIDS.Gov", "InetAddress.getLocalHost().getHostAddress()",
    "JAVA_HOME", "enable_cpu_memory_hotplug", "getValue", "std::vector", "--linux", "a=b",
    "--javascript=es6", "52:85:1a:31:2a:3d", "x@y.com", "@handle", "/etc/hosts", "./a",
    "~/.bashrc", "src/main.py", "apache/rocketmq", "github/linguist", "kubernetes-sigs/kind",
    "nacos-server-2.0.1", "v1.2", "1.70.0", "1.X", "2.0.0-RC1", "192.168.0.1:8080",
    "linux-headers", "my-github-app", "javascript-mode", ".github", "ConfigChangeRequest",
    "#fff", "#1a2b3c", "0x1F", "9fceb02d", "$HOME", "${HOME}", "%(name)s", "{0}", "{name}",
    "{{ page.title }}", "{% if page %}", "`some code`", '<a href="x y">', "C:\\temp\\a",
    "https://a.org/b(c),d", "123e4567-e89b-12d3-a456-426614174000", "debug: true",
    "server.port: 8080", "Velox Annual Report.docx", "openEuler-21.09-aarch64-dvd.iso",
]  # fmt: skip


def test_code() -> None:
    found = {code: code_in(f"is {code}, and it") for code in CODE}

    assert {code: spans for code, spans in found.items() if spans != [code]} == {}


PROSE = [
    "iPhone", "OpenAI", "openAI", "WeChat", "eVTOL", "Beijing Mercedes-Benz", "2021/22", "Gov",
    "and/or", "U.S.", "e.g.", "AI/ML", "Co.,Ltd", "end.Next sentence", "word,word", "TCP/IP",
    "km/h", "yuan/m2", "he/she", "Beijing/Tianjin/Hebei", "24/7", "input/output", "YouTube",
    "GlaxoSmithKline", "HawaiiNewsNow", "PricewaterhouseCoopers", "JavaScript", "macOS",
    "openEuler", "github-hosted", "beijing-based", "COVID-19", "GPT-3.5", "5G-A", "12.10.2024",
    "2024.10.12", "1,000.5", "V8", "etc.and", "No.5", "St.Petersburg", "Ph.D", "B/S", "10:30",
    "front-end/back-end", "well-known", "state-of-the-art", "city--the largest", "50% of",
    "city --the largest", "price: 500 yuan", "the answer: no one knew", "note: this",
    "US$5", "$100m", "R&D", "naïve_", "x.", "Yahoo!", "the value of 5", "#1", "1/2/3", "a-b",
    "AT&T",
]  # fmt: skip


def test_prose() -> None:
    found = {word: code_in(f"It is {word}, and it.") for word in PROSE}

    assert {word: spans for word, spans in found.items() if spans} == {}


SPANS = [
        ("In a_b, the default value is “epidemic, or not”.", ["a_b", "epidemic, or not"]),
        ("Set to “Epidemic”, a_b is on.", ["Epidemic", "a_b"]),
        ("It is set to 'epidemic'; the password: \"a b\"", ["epidemic"]),
        ("a_b is set to 'epidemic'; the password: \"a b\"", ["a_b", "epidemic", "a b"]),
        ("- color: red\n- a-b: c", ["color: red", "a-b: c"]),
        ("- color: red\n- x: a_b", ["color: red", "x: a_b"]),
        ("See (https://a.org/b),or (www.b.org/c)", ["https://a.org/b", "www.b.org/c"]),
        ("Types AddRequest,AddResponse are", ["AddRequest,AddResponse"]),
        ("In config.yaml.Then it", ["config.yaml"]),
        ("name: epidemic\nIt is so: an epidemic\n- a.b: c", ["name: epidemic", "a.b: c"]),
        ('A `b` and ``c`d``, <i a="e f"> or', ["`b`", "``c`d``", '<i a="e f">']),
        ('It has x="y z" now', ['x="y z"']),
        ("见a_b，和c_d。", ["a_b", "c_d"]),
        ("naïvea_b", []),
        ("见https://x.org/αS?q=é，和www.x.org/é-b.", ["https://x.org/αS?q=é", "www.x.org/é-b"]),
        ("see *a_b* and **c.py**.", ["a_b", "c.py"]),
        ("x" * 400 + "=", ["x" * 400 + "="]),
        ("ImportUrlPlace", []),
        ("ImportUrlPlace in a_b", ["ImportUrlPlace", "a_b"]),
    ]  # fmt: skip


def test_spans() -> None:
    wrong = [(text, code) for text, code in SPANS if code_in(text) != code]

    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "The value of “Made in China” grows.", "Its core value “Green Mobility for All” won.",
        "It set the goal to “become a leader”.", "It changed the name to “Harbor Motor”.",
        "By default, “Smart Travel” is on.", "The captain commands “respect from his crew”.",
        "- advantage: reliability\n- color: red", "He replied: no. The answer: yes.",
        "The parts (e.g: 102400) are here. I.e: 5 days, i.e: 3.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["", " Write to a@b.com, @Harbor, #Harbor or www.a.com, v6."])
def test_quotations_and_remarks_of_news(text: str, end: str) -> None:
    assert [code for code in code_in(text + end) if code not in end] == []


def test_a_quotation_is_code_in_a_document_with_code() -> None:
    text = "The value of “Made in China” grows."

    assert [span.of(text) for span in find_code(text, is_english, has_code=True).spans] == [
        "Made in China"
    ]


def test_identifiers_of_the_code_of_a_document() -> None:
    text = "ImagePreview, OpenAI, long-term, redis-sentinel and openEuler-21.09."
    known = frozenset({"ImagePreview", "OpenAI", "long-term", "redis-sentinel"})

    assert code_in(text) == []
    assert code_in(text, known=known) == ["ImagePreview", "redis-sentinel"]
    assert code_in(f"{text} Get openEuler-21.09-dvd.iso.") == [
        "openEuler-21.09",
        "openEuler-21.09-dvd.iso",
    ]


def test_terms_are_not_code() -> None:
    assert code_in("Vue.js and vue.js/x.md", terms=frozenset({"vue.js"})) == ["vue.js/x.md"]


@pytest.mark.parametrize(
    ("span", "touched"),
    [
        (Span(0, 2), False), (Span(0, 3), True), (Span(4, 6), False), (Span(3, 3), True),
        (Span(2, 2), False), (Span(4, 4), False), (Span(4, 7), True), (Span(9, 9), False),
    ],
)  # fmt: skip
def test_touching(span: Span, *, touched: bool) -> None:
    assert CodeSpans((Span(2, 4), Span(6, 8))).touches(span) is touched


@pytest.mark.parametrize(
    ("text", "is_package"),
    [
        ("docker-compose", True), ("react-docker", True), ("docker-hosted", False),
        ("non-docker", False), ("docker", False), ("docker-Compose", False),
    ],
)  # fmt: skip
def test_package_names(text: str, *, is_package: bool) -> None:
    at = text.index("docker")

    assert is_in_package_name(f"a {text}, b", Span(at + 2, at + 8)) is is_package


@given(prose, opening, identifiers, closing, prose)
def test_an_identifier_is_code_anywhere(
    before: str, mark: str, code: str, end: str, after: str
) -> None:
    start = len(f"{before} {mark}")
    found = find_code(f"{before} {mark}{code}{end} {after}", is_english)

    assert any(span.start <= start and start + len(code) <= span.end for span in found.spans)


@given(st.text(st.sampled_from("aZ9_./:-=@#$%{}()<>\"'` \n\\é，中"), max_size=80))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    spans = find_code(text, is_english).spans

    assert all(a.end < b.start or a.end == b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
