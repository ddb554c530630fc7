import pytest

from editkit.core.document import Document
from editkit.languages.en.dates import (
    DAY_FIRST,
    MONTH_FIRST,
    find_dates,
    format_date,
    parse_date,
    rewrite_date,
)
from editkit.text.segmenter import segment


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("May 5, 2021", "5 May 2021", "May 5, 2021"),
        ("5 May", "5 May", "May 5"),
        ("5-7 May 2021", "5-7 May 2021", "May 5-7, 2021"),
        ("Sept. 21st", "21st Sept.", "Sept. 21st"),
        ("2021-05-03", "3 May 2021", "May 3, 2021"),
    ],
)
def test_format_date(text: str, day_first: str, month_first: str) -> None:
    date = parse_date(text)

    assert date
    assert format_date(date, DAY_FIRST) == day_first
    assert format_date(date, MONTH_FIRST) == month_first


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [("May 1", "May 1st"), ("May 12", "May 12th"), ("23 May", "23rd May"), ("May 2", "May 2nd")],
)
def test_rewrite_date(text: str, ordinal: str) -> None:
    plain, other = parse_date(text), parse_date(ordinal)

    assert plain
    assert other
    assert rewrite_date(plain, is_ordinal=True, is_abbreviated=False) == ordinal
    assert rewrite_date(other, is_ordinal=False, is_abbreviated=False) == text


@pytest.mark.parametrize(
    "text",
    [
        "In May 2021 it may 5 be.",
        "Suhe, May 5 (Agency) --",
        "Harbour News, Suhe, Sept. 27 According to the bank all was well.",
        "2021-05-05 is where a line begins that is long enough to hold a sentence.",
        "Sent 2021-05-05 14:30 from where a line is long enough to hold a sentence.",
        "2021-05-05",
        "A ratio of May 5:4",
    ],
)
def test_not_a_date_of_the_text(text: str) -> None:
    assert not list(find_dates(Document.plain(text, lang="en")))


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, Sept. 27 Suhe Bank opened.",
        "Harbour Day, Sept. 27, was fair.",
        "The bank of Suhe said on Sept. 27 Harbour Fund would close.",
    ],
)
def test_date_early_in_a_sentence_is_not_a_dateline(text: str) -> None:
    assert [date.day for date in find_dates(Document.plain(text, lang="en"))] == ["27"]


def test_dates_do_not_overlap() -> None:
    text = "On 5 May 6 boats and on May 7 8 left."

    found = [date.span.of(text) for date in find_dates(Document.plain(text, lang="en"))]

    assert len(found) == len(set(found)) == 2


def test_period_that_ends_a_sentence_is_not_part_of_the_date() -> None:
    text = "It was open on 4 Sept. The next day, on 5 Sept. 2021, it was shut."
    document = segment(Document.plain(text, lang="en-US"))
    assert [date.span.of(text) for date in find_dates(document)] == ["4 Sept", "5 Sept. 2021"]
