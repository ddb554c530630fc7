"""Safe fixes are whole: what they leave in their place needs no other correction."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editkit
from editkit.api.names import FormatName
from editkit.core.fix import Safety, Splice
from editkit.core.result import DocumentResult, PlacedIssue
from editkit.core.span import RawSpan
from editkit.core.splices import apply_splices
from tests.evaluate import ROOT, Article, articles
from tests.rows import each_row

LINTER = editkit.Linter()
MARKS = [
    *"，。、；：！？％．",
    "）。",
    "，，",
    "。。",
    "：：",
    "（a b）",
    "（s）",
    "１２",
    "ＢＪ",
    "（",
    "）",
]
BEFORE = [
    *("", "The mill", "`code`", "[link](x.md)", "**bold**", "in 2019", "12", "1", "end.", "so "),
    *(
        "a `b` ",
        "“quoted”",
        'said "yes"',
        "(see)",
        "5 ",
        "Inc.",
        "the 工厂",
        "v1.2",
        "end. ",
        "...",
    ),
    *("https://a.de/b", "![img](a.png)", "why?", "key", "the dogs'", "a/b"),
]
AFTER = [
    *("", "the mill", "The mill", "`code`", "[link](x.md)", "**bold**", "2019 ended", "500", "."),
    *(
        " and",
        "“quoted”",
        '"yes" he',
        "(see)",
        "工厂 it",
        ">=1.0",
        "-1",
        "/usr/bin",
        "//a.de",
        "$5",
    ),
    *("https://a.de", "\nand", "'so' it", "...", "s", "<br>x", "&amp; x", "— so", "[^1]", "@you"),
]
FRAMES = [
    *("{}", "# {}", "- {}", "It is {} there.", "**{}** it", "> {}", "1. {}", "It grew. {}"),
    "| a | b |\n| -- | -- |\n| {} | c |",
]
FORMATS: dict[str, FormatName] = {".md": "markdown", ".txt": "plain"}


def lint(text: str, format_: FormatName) -> DocumentResult:
    [document] = LINTER.lint(text, format=format_).documents
    return document


def left_over(text: str, format_: FormatName) -> Iterator[str]:
    """Yield a sentence for each safe fix of `text` that leaves or makes an issue in its place."""
    before = lint(text, format_)
    raw = before.document.raw
    for placed in before.issues:
        if not placed.fixes or placed.fixes[0].safety is not Safety.SAFE:
            continue
        splices = sorted(placed.fixes[0].splices, key=lambda splice: splice.span)
        fixed = apply_splices(raw, splices)
        old = [RawSpan(max(0, each.span.start - 1), each.span.end + 1) for each in splices]
        known = {
            each.issue.rule for each in before.issues if any(touches(each, span) for span in old)
        } - {placed.issue.rule}
        new = list(changed_ranges(splices))
        for other in lint(fixed, format_).issues:
            if other.issue.rule not in known and any(touches(other, span) for span in new):
                found = other.location.span.of(fixed)
                issue = f"{other.issue.rule} {found!r}"
                yield f"{placed.issue.rule}: {raw!r} became {fixed!r}: {issue}"


def changed_ranges(splices: list[Splice]) -> Iterator[RawSpan]:
    """Yield the ranges of the fixed source that splices have changed, and a character around."""
    shift = 0
    for splice in splices:
        start = splice.span.start + shift
        yield RawSpan(max(0, start - 1), start + len(splice.text) + 1)
        shift += len(splice.text) - len(splice.span)


def touches(placed: PlacedIssue, changed: RawSpan) -> bool:
    span = placed.location.span
    return span.start < changed.end and changed.start < span.end


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.path.name)
def test_safe_fixes_of_the_corpus(article: Article) -> None:
    text = (ROOT / article.path).read_bytes().decode()

    assert list(left_over(text, FORMATS[article.path.suffix])) == []


@settings(max_examples=3 * settings().max_examples)
@given(
    frame=st.sampled_from(FRAMES),
    before=st.sampled_from(BEFORE),
    mark=st.sampled_from(MARKS),
    after=st.sampled_from(AFTER),
    format_=st.sampled_from(list(FORMATS.values())),
)
def test_safe_fixes_of_fullwidth_marks(
    frame: str, before: str, mark: str, after: str, format_: FormatName
) -> None:
    if "|" in frame and "\n" in after:
        return
    text = frame.format(f"{before}{mark}{after}") + "\n\n[^1]: Note.\n"

    assert list(left_over(text, format_)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The name：`code`、`b`（see）.", "The name: `code`, `b` (see)."),
        ("- Label：[link](x.md)", "- Label: [link](x.md)"),
        ("The **label：**`code`.", "The **label:** `code`."),
        ("## 1、For it", "## 1. For it"),
        ("Walls ，pipes ：>=1.0", "Walls, pipes: >=1.0"),
        ("| a | b |\n| -- | -- |\n| see：`x` | It is （now）. |", None),
        ('She said，"yes" and "no，" too.', 'She said, "yes" and "no," too.'),
        ("<td>mAP（%）</td><td>A（B）<br>C</td>", "<td>mAP (%)</td><td>A（B）<br>C</td>"),
        ("<b>Note：</b> It grew.", "<b>Note:</b> It grew."),
        ("It grew.。 At 10：30 in 2019，2020.", "It grew. At 10:30 in 2019, 2020."),
    ],
)
def test_a_fix_of_a_fullwidth_mark_has_its_spaces(before: str, after: str | None) -> None:
    expected = after or "| a | b |\n| -- | -- |\n| see: `x` | It is (now). |"

    assert LINTER.fix(before + "\n", format="markdown") == expected + "\n"


def test_a_zero_width_space_after_a_mark_is_for_review() -> None:
    assert LINTER.fix("Why?\u200bthe mill gr\u200bew.") == "Why?\u200bthe mill grew."


@each_row(
    "text",
    [
        "It is a [link]( https://a.de/ ）It is.",
        "It started properly.：\n![img](a.png)",
        "Open http：//a.de now.",
        "Use node．js and std：：string.",
        "The file（s） and f（x） and run（）.",
        "It sold 1，200 cars.",
        "The plant（工厂 in Chinese）grew.",
        "1、For it",
        "It grew；The mill fell.",
        "It has 55.9 （@640x640 input shape）",
        "It grew。[^1]It fell.\n\n[^1]: Note.",
    ],
)
def test_an_uncertain_fullwidth_mark_is_for_review(text: str) -> None:
    assert LINTER.fix(text, format="markdown") == text
    assert any(each.issue.rule == "fullwidth-character" for each in lint(text, "markdown").issues)


@each_row(
    "text",
    [
        "For instance segmentation tasks, labels are needed.",
        "Write a space after : and before `->`.",
        "It proposes the , supporting more types.",
        "TL;DR: Run it.",
        "It is of type [number,array] and {var1: value1,var2:value2} too.",
        "A user&nbsp;interface is good.",
        "Name    | Type  |  Default",
        "It can delete multi objects, and support multi systems.",
        "The image classification related models; C++20's bitwise functions.",
        "Dataset validation related parameters are set; locate and tag specific features.",
        "It is fixed in multi mode, and when you paste multi line.",
        "TL,DR: Ignore headers, but for a header startswith :",
        "It is a web rich text editor.",
        "Term\n\n:   A definition",
        "Correction de la mise en page non compatible.\nUn nouveau thème : `chalk`.",
        'The log will print "Check passed !" now. It prints "Done !" and "OK !" is printed.',
    ],
)
def test_a_fix_with_another_reading_is_not_safe(text: str) -> None:
    assert LINTER.fix(text, format="markdown") == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("For instance the mill closed.", "For instance, the mill closed."),
        ("It grew , and rose :", "It grew, and rose:"),
        ("A code related task in multi step mode.", "A code-related task in multi-step mode."),
        ("A tag specific name in multi select mode.", "A tag-specific name in multi-select mode."),
        ("It is a non profit in La Paz :", "It is a non-profit in La Paz:"),
        ('She said "no !" twice.', 'She said "no!" twice.'),
        ("A user\u00a0interface is  good.", "A user interface is good."),
    ],
)
def test_a_fix_without_another_reading_is_safe(before: str, after: str) -> None:
    assert LINTER.fix(before, format="markdown") == after
