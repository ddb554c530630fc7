"""Issues of a glossary."""

import pytest

from editkit.core.glossary import Concept, Glossary, Term, TermStatus
from editkit.termbase import merge
from editkit.termbase.audit import audit
from editkit.termbase.glossary_issue import GlossaryIssue
from editkit.termbase.table import read_table
from tests.rows import each_row


def audit_rows(
    *rows: str, header: str = "term,forbidden,admitted,source,forms,case"
) -> list[GlossaryIssue]:
    table = "\n".join((header, *rows)).encode()
    return list(audit(read_table(table, uri="g.csv").glossary, "en-US"))


def summarize(issues: list[GlossaryIssue]) -> list[tuple[str, int, list[int], bool]]:
    return [(f.kind, f.line, [p.line for p in f.related], f.is_info) for f in issues]


CLEAN = [
    ["ferry,boat,vessel,渡船", "tram,trolley,streetcar,电车"],
    ["North Pier,north pier|North pier,,,,"],
    ["North Pier,north pier|NORTH PIER,,,,exact"],
    ["North Pier,north pier|NORTH PIER,,,,enforce"],
    ["Ferries Ltd,Ferry,,,,"],
    ["Speedboat Hire,boat Hire", "rowing boat,rowing\u00adboats"],
    ["ferry,,,,craft", "ship,,,,craft"],
    ["star,,,星", "star,,,明星"],
    ["steamer,steamboat,,,steamers", "ferry,boat,,,ferries"],
    ["harbour master,harbor master|harbourmaster"],
]


@pytest.mark.parametrize("rows", CLEAN)
def test_a_valid_glossary_has_no_issue(rows: list[str]) -> None:
    assert not audit_rows(*rows)


@each_row(
    ("rows", "kind", "lines"),
    [
        (["ferry,boat", "tram,", "ship,boat"], "forbidden-twice", (4, [2])),
        (["ferry,Boat,,,,fold", "ship,boat"], "forbidden-twice", (3, [2])),
        (["ferry,ship", "ship,"], "forbids-term", (3, [2])),
        (["ship,", "ferry,ship"], "forbids-term", (3, [2])),
        (["ferry,ship", "vessel,,ship"], "forbids-term", (3, [2])),
        (["ferry,ships", "ship,,,,ships"], "forbids-term", (3, [2])),
        (["ferry,Ship,,,,fold", "ship,"], "forbids-term", (3, [2])),
        (["ferry,tram|ferry"], "forbids-itself", (2, [2])),
        (["ferry,boat,boat"], "forbids-itself", (2, [2])),
        (["ferry,Ferry,,,,fold"], "forbids-itself", (2, [2])),
        (["North Pier,North  Pier"], "forbids-itself", (2, [2])),
        (["caf\u00e9,cafe\u0301"], "forbids-itself", (2, [2])),
        (["ferry,ferries,,,ferries"], "forbids-itself", (2, [2])),
        (["ferry,,,渡船", "ship,,,渡船"], "two-preferences", (3, [2])),
        (["ferry,,craft", "ship,,craft"], "two-preferences", (3, [2])),
        (["ferry,,craft", "craft,"], "two-preferences", (3, [2])),
        (["ferry,boat,,渡船", "tram,", "ferry,boat,,渡船"], "duplicate-row", (4, [2])),
        (["fer\u200bry,"], "invisible-character", (2, [])),
        (["–,"], "no-word", (2, [])),
    ],
)
def test_an_issue_has_both_lines(rows: list[str], kind: str, lines: tuple[int, list[int]]) -> None:
    assert summarize(audit_rows(*rows)) == [(kind, *lines, False)]


@each_row(
    ("rows", "kind", "lines"),
    [
        (["Foss FB,FB"], "inside-own-term", (2, [2])),
        (["foss fb,FB,,,,fold"], "inside-own-term", (2, [2])),
        (["有轨电车,电车"], "inside-own-term", (2, [2])),
        (["ferry,boat|boat"], "repeated-form", (2, [2])),
        (["ferry,boat,,渡船", "ferry,ship,,渡船"], "split-row", (3, [2])),
        (["ferry,boat,,渡船", "ferry,boat,,轮渡"], "forbidden-again", (3, [2])),
        (["Ferry,", "ferry,"], "two-letter-cases", (3, [2])),
        (["ferry|ship,"], "bar-in-term", (2, [])),
        (["ferry,,,,,exact"], "case-policy", (2, [])),
        (["Ferry,,,,,enforce"], "case-policy", (2, [])),
        (["Who,,,,,fold"], "case-policy", (2, [])),
    ],
)
def test_valid_but_unusual_rows_have_severity_info(
    rows: list[str], kind: str, lines: tuple[int, list[int]]
) -> None:
    assert summarize(audit_rows(*rows)) == [(kind, *lines, True)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Who,,,,,fold", "With the case “fold”, the word “who” is as good as “Who”, and"),
        ("Who,,,,,enforce", "With the case “enforce”, “who” is always corrected to “Who”."),
        ("who,,,,,exact", "With the case “exact”, only “who” is the term, and “Who” at the"),
    ],
)
def test_a_case_that_may_surprise_is_explained(row: str, message: str) -> None:
    (issue,) = audit_rows(row)

    assert message in issue.message


@pytest.mark.parametrize(
    "row", ["ferry,,,,,fold", "Foss FB,,,,,fold", "Foss FB,,,,,", "ferry,,,,,enforce"]
)
def test_other_cases_are_not_explained(row: str) -> None:
    assert not audit_rows(row)


def test_a_message_quotes_the_words_and_names_the_other_line() -> None:
    (issue,) = audit_rows("ferry,boat", "ship,boat")

    assert issue.message == "“boat” is forbidden for “ship” here and for “ferry” in line 2."


def test_an_issue_between_two_files_names_the_other_one() -> None:
    files = {"a.csv": b"term,forbidden\nferry,boat\n", "b.csv": b"term,forbidden\nship,boat\n"}
    glossary = merge(read_table(data, uri=uri).glossary for uri, data in files.items())

    (issue,) = audit(glossary, "en-US")

    assert (issue.uri, issue.related[0].uri) == ("b.csv", "a.csv")
    assert "line 2 of a.csv" in issue.message


def test_terms_of_other_languages_are_not_compared() -> None:
    rows = ("Gift,,de", "poison,Gift,en", "Gabe,Gift,de-AT")

    assert not audit_rows(*rows, header="term,forbidden,lang")


def test_issues_that_tables_cannot_have() -> None:
    deprecated = Term("boat", "en", TermStatus.DEPRECATED, line=4)
    glossary = Glossary(
        (
            Concept("1", tuple(Term(t, "en", line=2) for t in ("", "ferry", "ship")), uri="g.tbx"),
            Concept("2", (deprecated,), uri="g.tbx"),
            Concept("3", (Term("Schiff", "de", line=5),), uri="g.tbx"),
        )
    )

    assert summarize(list(audit(glossary, "en-US"))) == [
        ("empty-term", 2, [], False),
        ("two-preferred-terms", 2, [2], True),
        ("no-preferred-term", 4, [], True),
    ]


def test_a_huge_term_is_compared_too() -> None:
    issues = audit_rows("word " * 50_000 + "ferry,ferry")

    assert summarize(issues) == [("inside-own-term", 2, [2], True)]


def test_a_form_that_every_row_forbids_is_reported_in_every_row() -> None:
    issues = audit_rows(*(f"ship {number},boat" for number in range(3_000)))

    assert {issue.kind for issue in issues} == {"forbidden-twice"}
    assert [issue.line for issue in issues] == list(range(3, 3_002))


@pytest.mark.parametrize(
    ("row", "several"),
    [
        ('pandemic,"epidemic, outbreak"', "epidemic, outbreak"),
        ('pandemic,"epidemic; outbreak"', "epidemic; outbreak"),
        ("pandemic,epidemic；outbreak", "epidemic；outbreak"),
        ("pandemic,epidemic / outbreak", "epidemic / outbreak"),
        ('pandemic,"epidemic\noutbreak"', "epidemic outbreak"),
        ('pandemic,,"plague, pest"', "plague, pest"),
        ('ferry,,,,"ferries, ferrys"', "ferries, ferrys"),
    ],
)
def test_a_cell_with_another_separator_is_a_remark(row: str, several: str) -> None:
    [issue] = [each for each in audit_rows(row) if each.kind == "several-forms"]

    assert (issue.line, issue.is_info) == (2, True)
    assert f"“{several}” is one form, but looks like several" in issue.message


@pytest.mark.parametrize(
    "row",
    [
        'Harbour Lines,"Harbor Lines, Inc."',
        'Washington,"Washington, D.C."',
        'ten thousand,"10,000"',
        'yes and no,"yes, yes and no"',
        "and,and/or",
        '"quality first, always","quality first, ever"',
        'quality first,"first, quality|quality, first"',
    ],
)
def test_a_name_with_a_comma_is_no_remark(row: str) -> None:
    assert "several-forms" not in {each.kind for each in audit_rows(row)}


def test_forms_of_tbx_have_no_separator() -> None:
    terms = (Term("pandemic", "en"), Term("a, b", "en", TermStatus.DEPRECATED))
    concept = Concept("1", terms, uri="g.tbx", line=1)

    assert not [i for i in audit(Glossary((concept,)), "en") if i.kind == "several-forms"]
