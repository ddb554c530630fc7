"""Change report: rows by line, counts by kind, the head, escaping."""

import re
from datetime import date
from html.parser import HTMLParser

from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.core.taxonomy import Severity
from editkit.reviewing.change_report import ReportedChange, ReportedFile, render
from editkit.reviewing.change_report.rows import name_hidden, report_rows
from editkit.reviewing.report_details import IssueDetails, ReportHead

DAY = date(2026, 3, 4)
RAW = "The tram runs up the the hill.\r\nThe harbor boats sail at noon.\n"


def splice(raw: str, before: str, after: str) -> Splice:
    start = raw.index(before)
    return Splice(RawSpan(start, start + len(before)), after)


def reported_change(
    kind: str | None,
    before: str,
    after: str,
    *,
    raw: str = RAW,
    own: bool = False,
    term: str | None = None,
    severity: Severity = Severity.MINOR,
) -> ReportedChange:
    details = IssueDetails(kind, f"About {kind}.", severity, term) if kind else None
    return ReportedChange(details, (splice(raw, before, after),), own)


def rows(raw: str, *changes: tuple[str, str]) -> list[tuple[int, str, str]]:
    """Return the line, the text before and the text after of each row."""
    return [
        (row.line, marked(row.before), marked(row.after))
        for row in report_rows(raw, [(splice(raw, *change),) for change in changes])
    ]


def marked(runs: tuple[tuple[str, str], ...]) -> str:
    signs = {"": "{}", "del": "[-{}-]", "ins": "{{+{}+}}", "em": "<{}>"}
    return "".join(signs[tag].format(text) for tag, text in runs)


class _Text(HTMLParser):
    """The text, element names and attribute names of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags, self.attributes = "", list[str](), list[str]()
        self._style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self._style = tag == "style"

    def handle_data(self, data: str) -> None:
        self.text += "" if self._style else data


def test_the_changes_of_a_line_are_one_row() -> None:
    assert rows(RAW, ("hill", "top"), ("harbor", "harbour"), ("tram", "bus")) == [
        (1, "The [-tram-] runs up the the [-hill-].", "The {+bus+} runs up the the {+top+}."),
        (2, "The [-harbor-] boats sail at noon.", "The {+harbour+} boats sail at noon."),
    ]


def test_a_changed_phrase_is_shown_as_a_whole() -> None:
    raw = "We deliver with quality on schedule and quantity.\n"
    changed = ("quality on schedule and quantity", "quantity on time and quality")

    assert rows(raw, changed) == [
        (
            1,
            "We deliver with [-quality on schedule and quantity-].",
            "We deliver with {+quantity on time and quality+}.",
        )
    ]


def test_a_removed_line_is_shown_alone() -> None:
    raw = "One line.\n\nShare\n\nTwo.\n"

    assert rows(raw, ("\n\nShare", "")) == [(3, "[-Share-]", "<nothing>")]
    assert rows(raw, ("Share\n\n", "")) == [(3, "[-Share-]", "<nothing>")]


def test_removed_blank_lines_are_named() -> None:
    raw = "One.\n\n\n\nTwo.\n"

    [row] = rows(raw, ("\n\n\n\n", "\n\n"))
    assert row == (3, "[-⟨2 line ends⟩-]", "<nothing>")


def test_invisible_characters_are_named() -> None:
    raw = "BAIC\u00a0Group has plants , 5\tkm.\n"

    assert rows(raw, ("\u00a0", " "), (" ,", ","), ("\t", " ")) == [
        (
            1,
            "BAIC[-⟨non-breaking space⟩-]Group has plants[-⟨space⟩-], 5[-⟨tab⟩-]km.",
            "BAIC{+⟨space⟩+}Group has plants, 5{+⟨space⟩+}km.",
        )
    ]
    assert name_hidden("a\u200bb\r\n\r\n") == "a⟨zero-width space⟩b⟨2 line ends⟩"
    assert name_hidden("\u202e") == "⟨U+202E⟩"


def test_a_long_line_is_cut_at_words() -> None:
    raw = "early " * 40 + "tram" + " later" * 40 + " bus" + " last" * 40

    [(_, before, _)] = rows(raw, ("tram", "bus"), (" bus", " van"))
    assert before.startswith("…early ")
    assert before.endswith(" last…")
    assert "later… …later" in before
    assert len(before) < 200


def test_one_change_in_two_lines_has_its_reason_in_both() -> None:
    details = IssueDetails("Word", "Write it so.", Severity.MINOR)
    both = ReportedChange(details, (splice(RAW, "tram", "bus"), splice(RAW, "noon", "one")))
    page = render([ReportedFile("a.txt", RAW, (both,))], day=DAY)

    assert page.count("<p>Write it so.</p>") == 2
    assert "1 change in 1 file" in page


def test_an_edit_that_keeps_its_text_is_not_shown() -> None:
    changes = [(splice(RAW, "runs", "runs"), splice(RAW, "noon", "one"))]

    assert [row.line for row in report_rows(RAW, changes)] == [2]


def test_changes_are_counted_by_kind_term_and_severity() -> None:
    changes = (
        reported_change("Term", "tram", "bus", term="bus", severity=Severity.MAJOR),
        reported_change("Spelling", "harbor", "harbour"),
        reported_change("Term", "hill", "top", term="top", severity=Severity.MAJOR),
        reported_change("Term", "noon", "bus", term="bus"),
    )
    page = render([ReportedFile("a.txt", RAW, changes), ReportedFile("b.txt", RAW)], day=DAY)

    kinds = [re.findall("<td.*?>(.*?)</td>", row) for row in re.findall("<tr>(.*?)</tr>", page)]
    assert kinds[1:3] == [
        ["Term", "bus (2), top", "major, minor", "3"],
        ["Spelling", "", "minor", "1"],
    ]
    assert "4 changes in 2 files" in page
    assert "2 major, 2 minor" in page
    assert page.count("<p>About Term.</p>") == 2


def test_the_head_is_that_of_the_client() -> None:
    head = ReportHead("Annual report", "Harbor Lines", ("terms.csv",))
    page = render([ReportedFile("a.txt", RAW)], day=DAY, head=head)

    assert "Change report: <bdi>Annual report</bdi>" in page
    for name, value in (
        ("Project", "Harbor Lines"),
        ("Date", "2026-03-04"),
        ("Glossary", "terms.csv"),
    ):
        assert f'<dt>{name}</dt><dd dir="auto">{value}</dd>' in page
    assert "Changes by kind" not in page
    assert "0 changes in 1 file" in page


def test_rewrites_and_refused_files_are_listed() -> None:
    changes = (
        reported_change(None, "tram", "bus", own=True),
        reported_change("r", "noon", "one", own=True),
    )
    refused = ReportedFile("b.txt", refused="b.txt: This file has changed.")
    page = render([ReportedFile("a.txt", RAW, changes), refused], day=DAY, applied=False)

    assert "<p>Rewritten by the editor</p>" in page
    assert "<p>Rewritten by the editor: About r.</p>" in page
    assert "Not changed" in page
    assert "<bdi>b.txt: This file has changed.</bdi>" in page
    assert "These changes are proposed" in page
    assert "Change report: <bdi>a.txt</bdi>" in page


def test_article_text_never_becomes_markup_in_the_report() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e"
    raw = f"{evil} tram {evil}\n"
    name = f"{evil}\udc80.txt"
    changes = (reported_change(evil, "tram", evil, raw=raw),)
    page = render(
        [ReportedFile(name, raw, changes), ReportedFile(name, refused=evil)],
        day=DAY,
        head=ReportHead(project=evil),
    )

    read = _Text(page)
    assert "script" not in read.tags
    assert "img" not in read.tags
    assert not [name for name in read.attributes if name.startswith("on")]
    assert "alert(1)" in read.text
    assert "\u202e" not in page
    assert "default-src 'none'" in page.replace("&#39;", "'")
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:|//)", page)
