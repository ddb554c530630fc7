"""Change report: every change in its line, rule counts, escaping."""

import re
from datetime import date
from html.parser import HTMLParser

from editkit.core.fix import Splice
from editkit.core.span import RawSpan
from editkit.reviewing.change_report import ReportedChange, ReportedFile, render

DAY = date(2026, 3, 4)
RAW = "The tram runs up the the hill.\r\nThe harbor boats sail at noon.\n"


def splice(raw: str, before: str, after: str) -> Splice:
    start = raw.index(before)
    return Splice(RawSpan(start, start + len(before)), after)


def reported_change(
    rule: str | None, before: str, after: str, *, raw: str = RAW, own: bool = False
) -> ReportedChange:
    return ReportedChange(rule, (splice(raw, before, after),), own)


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


def test_each_change_is_shown_in_its_line_with_its_rule() -> None:
    changes = (
        reported_change("spelt", "harbor", "harbour"),
        reported_change("twice", " the the", " the"),
    )
    page = render([ReportedFile("a.txt", RAW, changes)], {"twice": "Word twice"}, day=DAY)

    first, second = re.findall(r'<p class="place" dir="auto">(.*?)</p>', page)
    assert first == "The tram runs up the<del> the</del> hill."
    assert second == "The <del>harbor</del><ins>harbour</ins> boats sail at noon."
    assert "Line 1 · <code>twice</code>: Word twice" in page
    assert "Line 2 · <code>spelt</code></p>" in page
    assert "Changes made in <bdi>a.txt</bdi>" in page
    assert "2 changes in 1 file" in page
    assert "2026-03-04" in page


def test_rule_counts_are_sorted_by_frequency() -> None:
    changes = (
        reported_change("b", "tram", "bus"),
        reported_change("a", "hill", "hills"),
        reported_change("b", "noon", "one"),
    )
    page = render(
        [ReportedFile("a.txt", RAW, changes), ReportedFile("b.txt", RAW)],
        {"b": "About b"},
        day=DAY,
    )

    rows = re.findall(
        r"<tr><th scope=.row.><code>(.*?)</code></th><td>(.*?)</td>.*?(\d)</td>", page
    )
    assert rows == [("b", "About b", "2"), ("a", "", "1")]
    assert "3 changes in 2 files" in page
    assert "Nothing was changed." in page


def test_rewrites_and_refused_files_are_listed() -> None:
    changes = (
        reported_change(None, "tram", "bus", own=True),
        reported_change("r", "noon", "one", own=True),
    )
    refused = ReportedFile("b.txt", refused="b.txt: This file has changed.")
    page = render([ReportedFile("a.txt", RAW, changes), refused], {}, day=DAY, applied=False)

    assert "written anew by the reviewer" in page
    assert "<code>r</code> · in the reviewer’s own words" in page
    assert "Left as they were" in page
    assert "<bdi>b.txt: This file has changed.</bdi>" in page
    assert "Changes proposed for" in page


def test_one_change_in_two_places_shows_both() -> None:
    both = ReportedChange("r", (splice(RAW, "tram", "bus"), splice(RAW, "noon", "one")))
    page = render([ReportedFile("a.txt", RAW, (both,))], {}, day=DAY)

    assert len(re.findall(r'<p class="place"', page)) == 2
    assert page.count('<p class="why"') == 1


def test_an_edit_that_keeps_its_text_is_not_shown() -> None:
    change = ReportedChange("a", (splice(RAW, "runs", "runs"), splice(RAW, "noon", "one")))
    page = render([ReportedFile("a.txt", RAW, (change,))], {}, day=DAY)

    [place] = re.findall(r'<p class="place" dir="auto">(.*?)</p>', page)
    assert place == "The harbor boats sail at <del>noon</del><ins>one</ins>."


def test_a_long_line_is_cut_at_words() -> None:
    raw = "early " * 40 + "tram" + " later" * 40
    page = render(
        [ReportedFile("a.txt", raw, (reported_change("r", "tram", "bus", raw=raw),))], {}, day=DAY
    )

    [line] = re.findall(r'<p class="place" dir="auto">(.*?)</p>', page)
    assert line.startswith("…early ")
    assert line.endswith(" later…")
    assert len(line) < 200


def test_article_text_never_becomes_markup_in_the_report() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e"
    raw = f"{evil} tram {evil}\n"
    name = f"{evil}\udc80.txt"
    changes = (reported_change(evil, "tram", evil, raw=raw),)
    page = render(
        [ReportedFile(name, raw, changes), ReportedFile(name, refused=evil)], {evil: evil}, day=DAY
    )

    read = _Text(page)
    assert "script" not in read.tags
    assert "img" not in read.tags
    assert not [name for name in read.attributes if name.startswith("on")]
    assert "alert(1)" in read.text
    assert "\u202e" not in page
    assert "default-src 'none'" in page.replace("&#39;", "'")
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:|//)", page)


def test_a_file_without_changes_has_no_reasons() -> None:
    page = render([ReportedFile("a.txt", RAW)], {}, day=DAY)

    assert "Reasons" not in page
    assert "0 changes in 1 file" in page
