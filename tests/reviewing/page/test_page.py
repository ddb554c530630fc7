"""HTML of the review page: its elements, data, policy and escaping."""

import gc
import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from lxml import html

from editkit.core.fix import Safety
from editkit.core.issue import ConceptRef
from editkit.core.result import FileResult, Notice, SourceFix
from editkit.reviewing import page as page_module
from editkit.reviewing.page import render
from editkit.reviewing.page.embed import minify_style
from tests.file_results import IssueSpec, file_result, placed_issue, splice
from tests.page_elements import page_files

RAW = "The tram stop , they say, is near the the port.\nA second line run there.\n"
SPACE = IssueSpec("stop ,", ("stop,",), "space-before-punctuation", safety=Safety.SAFE)
TWICE = IssueSpec("the the", ("the",), "repeated-word")
AGREES = IssueSpec("line run", ("line runs", "lines run"), "agreement")
NOTE = IssueSpec("they say", rule="hearsay")


def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def facts(page: str) -> dict[str, Any]:
    [script] = tree(page).xpath("//script[@type='application/json']")
    value: dict[str, Any] = json.loads(script.text)
    return value


def edits(page: str) -> list[html.HtmlElement]:
    return list(tree(page).xpath("//*[@data-edit]"))


def test_each_issue_with_a_fix_is_a_pending_element() -> None:
    found = edits(render([file_result(RAW, SPACE, TWICE, AGREES, NOTE)]))

    assert [node.get("data-rule") for node in found] == [
        "space-before-punctuation",
        "repeated-word",
        "agreement",
    ]
    assert {node.get("data-state") for node in found} == {"pending"}


def test_an_issue_without_a_fix_is_a_note() -> None:
    page = tree(render([file_result(RAW, SPACE, NOTE)]))

    [note] = page.xpath("//*[@data-note]")
    assert note.text_content() == "they say"
    assert not page.xpath("//*[@data-edit][@data-note]")


def test_an_edit_is_shown_word_by_word() -> None:
    raw = "All seats in the new tram is made of wood."
    whole = IssueSpec(raw, ("All seats in the new trams are made of wood.",))

    [node] = edits(render([file_result(raw, whole)]))

    assert [part.text_content() for part in node.iter("del", "ins")] == ["tram is", "trams are"]


def test_an_edit_inside_a_word_is_extended_to_the_word() -> None:
    raw = "The recieved letter."
    fix = SourceFix("Swap two letters", Safety.SAFE, (splice(raw, "ie", "ei"),))

    [node] = edits(render([file_result(raw, placed_issue(raw, IssueSpec("recieved"), [fix]))]))

    assert [part.text_content() for part in node.iter("del", "ins")] == ["recieved", "received"]


def test_alternatives_are_choices_inside_one_edit() -> None:
    [node] = edits(render([file_result(RAW, AGREES)]))

    choices = node.xpath(".//*[@data-choice]")
    assert [choice.xpath("string(.//ins)") for choice in choices] == ["runs", "lines"]
    assert [choice.get("hidden") is None for choice in choices] == [True, False]


def test_the_article_is_complete_and_in_order() -> None:
    page = tree(render([file_result(RAW, SPACE, TWICE, NOTE)]))

    for inserted in page.xpath("//ins"):
        inserted.drop_tree()
    blocks = [block.text_content() for block in page.xpath("//*[contains(@class, 'block')]")]
    assert blocks == RAW.split("\n")[:2]


@pytest.mark.parametrize("reach", ["R & D team", "& D team has", "team has"])
def test_overlapping_edits_form_one_cluster_with_all_members(reach: str) -> None:
    raw = "The R & D team has met."
    first, second = IssueSpec("R & D team", ("R&D team",)), IssueSpec(reach, ("X",), rule="other")

    page = tree(render([file_result(raw, first, second)]))

    [cluster] = page.xpath("//*[contains(@class, 'cluster')]")
    assert len(cluster.xpath(".//*[@data-edit]")) == 2


def test_a_fix_of_two_distant_spans_has_two_pieces() -> None:
    raw = 'He said “the quick brown fox jumps over the lazy dog today" and left.'
    quotes = SourceFix(
        "Use straight quotes",
        Safety.SAFE,
        (splice(raw, "“", '"'), splice(raw, 'today"', "today”")),
    )
    page = tree(
        render(
            [
                file_result(
                    raw, placed_issue(raw, IssueSpec("“"), [quotes]), IssueSpec("brown", ("red",))
                )
            ]
        )
    )

    assert len(page.xpath("//*[contains(@class, 'cluster')]")) == 3
    assert [len(page.xpath(f"//*[@data-{kind}]")) for kind in ("edit", "more")] == [2, 1]


def test_ids_are_fingerprints_and_survive_changes_elsewhere() -> None:
    before = [node.get("data-edit") for node in edits(render([file_result(RAW, SPACE, AGREES)]))]
    after = [
        node.get("data-edit")
        for node in edits(render([file_result("New. " + RAW, TWICE, AGREES)]))
    ]

    assert before[1] == after[1]


def test_ids_are_unique_across_the_files_of_a_page() -> None:
    page = render([file_result(RAW, SPACE, path="a.txt"), file_result(RAW, SPACE, path="b.txt")])

    ids = [node.get("data-edit") for node in edits(page)]
    assert len(set(ids)) == 2


def test_positions_are_code_points_and_the_source_is_exact() -> None:
    raw = "😀 One\r\ntwo\rthree \u2028 four </script> &amp; five."
    [file] = page_files(render([file_result(raw, IssueSpec("three", ("3",)))]))

    [edit] = file["items"][0]["choices"][0]["edits"]
    assert file["raw"] == raw
    assert raw[edit["start"] : edit["end"]] == edit["before"] == "three"


HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "</script <b>",
    "<!-- <script /",
    "]]>",
    "<img src=x onerror=alert(1)>",
    '" onfocus="alert(1)" autofocus="',
    "\u202egnp.exe",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_article_text_never_becomes_markup(text: str) -> None:
    plain = tree(render([file_result("x word y", IssueSpec("word", ("term",)))]))
    found = IssueSpec(text, (f"{text}!",), text, message=text, concept=ConceptRef(text, text))
    notice = Notice(text, uri=text)

    hostile = tree(
        render([file_result(f"x {text} y", found, path=text, notices=(notice,))], title=text)
    )

    def shape(page: html.HtmlElement) -> list[tuple[str, list[str]]]:
        skipped = {"bdi", "del", "ins", "span", "section", "ul", "li", "head"}
        return [
            (str(node.tag), sorted(node.keys())) for node in page.iter() if node.tag not in skipped
        ]

    assert shape(hostile) == shape(plain)
    assert all(not name.startswith("on") for node in hostile.iter() for name in node.keys())  # noqa: SIM118  (lxml)


def test_a_bidirectional_override_is_replaced_by_a_mark() -> None:
    page = render(
        [file_result("a \u202eb word", IssueSpec("word", ("term",)), path="a\u202eb.txt")]
    )

    assert "\u202e" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert tree(page).xpath("//*[@data-mark='U+202E']")


def test_an_inserted_space_is_visible() -> None:
    [node] = edits(render([file_result("One.Two", IssueSpec("One.Two", ("One. Two",)))]))

    assert node.xpath(".//ins//*[@data-mark]")


def test_the_policy_allows_only_this_script_and_this_style() -> None:
    page = render([file_result(RAW, SPACE)])

    [policy] = tree(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for tag in ("script", "style"):
        [inline] = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_page_contains_no_external_url() -> None:
    page = render([file_result(RAW, SPACE)])

    assert not re.search(r"https?:|//[a-z]+\.[a-z]", page)
    assert not tree(page).xpath("//@src | //link | //iframe")


def test_the_page_without_the_article_is_small() -> None:
    assert len(render([file_result("")]).encode()) < 90_000


def test_an_edit_takes_little_space_on_a_page_of_many() -> None:
    issues = [IssueSpec("the the", ("the",), "repeated-word", nth) for nth in range(200)]
    sizes = [
        len(render([file_result("It is the the end.\n\n" * 200, *each)])) for each in ([], issues)
    ]

    assert sizes[1] - sizes[0] < 200 * 650


def test_garbage_is_collected_again_after_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    states = []

    def json_of(_: object) -> str:
        states.append(gc.isenabled())
        return ""

    monkeypatch.setattr(page_module, "to_safe_json", json_of)
    render([file_result(RAW)])

    assert [*states, gc.isenabled()] == [False, True]


def test_a_style_loses_blanks_and_comments_only() -> None:
    style = '/* Why. */\na :is(b, c) > d {\n  font: 1em / 1.5 "E F", g; top: 0;\n}\n'
    style += '[i="j-k"] { l: "m]"; }\n'

    assert minify_style(style) == 'a :is(b,c)>d{font:1em / 1.5 "E F",g;top:0}[i=j-k]{l:"m]"}'


def test_a_file_that_could_not_be_read_is_named() -> None:
    lost = FileResult("b.txt", None, "", 0, notices=(Notice("This is a binary file.", "b.txt"),))

    page = tree(render([file_result(RAW, SPACE), lost]))

    [notices] = page.xpath("//*[@aria-label='Notices']")
    assert notices.text_content().strip() == "b.txt: This is a binary file."


def test_a_file_name_with_lone_surrogates_does_not_break_the_page() -> None:
    page = render([file_result(RAW, SPACE, path="a\udcff.txt")])

    assert page.encode()
    assert facts(page)["files"][0]["path"] == "a\udcff.txt"


def test_an_article_without_issues_is_shown() -> None:
    page = tree(render([file_result(RAW)]))

    assert "A second line run there." in page.xpath("//main")[0].text_content()
