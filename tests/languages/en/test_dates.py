import pytest

from editkit.core.document import Document
from editkit.languages.en.dates import DAY_FIRST, MONTH_FIRST, changed, dates, parse, written
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
def test_a_date_in_either_order(text: str, day_first: str, month_first: str) -> None:
    date = parse(text)

    assert date
    assert written(date, DAY_FIRST) == day_first
    assert written(date, MONTH_FIRST) == month_first


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [("May 1", "May 1st"), ("May 12", "May 12th"), ("23 May", "23rd May"), ("May 2", "May 2nd")],
)
def test_an_ordinal_is_added_and_taken_away(text: str, ordinal: str) -> None:
    plain, other = parse(text), parse(ordinal)

    assert plain
    assert other
    assert changed(plain, ordinal=True, short=False) == ordinal
    assert changed(other, ordinal=False, short=False) == text


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
def test_what_is_no_date_of_the_text(text: str) -> None:
    assert not list(dates(Document.plain(text, lang="en")))


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, Sept. 27 Suhe Bank opened.",
        "Harbour Day, Sept. 27, was fair.",
        "The bank of Suhe said on Sept. 27 Harbour Fund would close.",
    ],
)
def test_a_sentence_that_names_a_day_early_is_no_dateline(text: str) -> None:
    assert [date.day for date in dates(Document.plain(text, lang="en"))] == ["27"]


def test_no_date_is_read_twice() -> None:
    text = "On 5 May 6 boats and on May 7 8 left."

    found = [date.span.of(text) for date in dates(Document.plain(text, lang="en"))]

    assert len(found) == len(set(found)) == 2


def test_the_point_of_a_month_that_ends_a_sentence_is_no_part_of_the_date() -> None:
    text = "It was open on 4 Sept. The next day, on 5 Sept. 2021, it was shut."
    document = segment(Document.plain(text, lang="en-US"))
    assert [date.span.of(text) for date in dates(document)] == ["4 Sept", "5 Sept. 2021"]
