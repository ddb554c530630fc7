"""Files of one run, compared with each other."""

import re
import weakref
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editkit.cache.store import ResultCache
from editkit.checks import BUILTIN
from editkit.checks.consistency.inconsistent_variant import InconsistentVariant
from editkit.config import Configuration, Settings
from editkit.core.check import CollectingCheck, Mergeable, Setup
from editkit.core.document import Document
from editkit.core.issue import Issue
from editkit.core.result import FileResult
from editkit.linting import lint_file, session
from editkit.linting import runner as results_
from editkit.linting.corpus import Among, Sum
from editkit.linting.discover_settings import find
from editkit.linting.discovery import STDIN, Found
from editkit.linting.session import Session
from editkit.text.segmenter import segment

COLLECTING = [check for check in BUILTIN if issubclass(check, CollectingCheck)]
MANY = "We drove an Off-Track car.\n\nThe Off-Track won.\n"
FEW = "\n\nIn May,\nan Off Track lost.\n"
ONE_RULE = {"select": ("inconsistent-variant",)}


def articles(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / f"{name.replace('_', '/')}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def lint(
    *paths: Path, together: bool = True, cache: ResultCache | None = None
) -> dict[str, FileResult]:
    files = find(map(str, paths), Configuration(ONE_RULE))
    with Session(cache=cache) as run:
        return {Path(r.uri).name: r for r in run.run(files, together=together)}


def flagged(results: dict[str, FileResult]) -> dict[str, list[str]]:
    return {
        name: [placed.place.span.of(part.document.raw) for placed in part.issues]
        for name, result in results.items()
        for part in result.documents
    }


def test_files_that_agree_with_themselves_are_compared_with_each_other(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, b=MANY, c="The Off-Track lost.")

    assert flagged(lint(tmp_path)) == {"a.txt": ["Off Track"], "b.txt": [], "c.txt": []}
    assert flagged(lint(tmp_path, together=False)) == {"a.txt": [], "b.txt": [], "c.txt": []}


def test_what_is_rare_in_all_files_is_flagged_though_it_is_frequent_in_one(tmp_path: Path) -> None:
    articles(
        tmp_path,
        a="The R & D met in May. The R & D met in June. The R&D left.",
        b="The R&D met in May. An R&D met in June. The R&D left.",
    )

    assert flagged(lint(tmp_path / "a.txt")) == {"a.txt": ["R&D"]}
    assert flagged(lint(tmp_path)) == {"a.txt": ["R & D", "R & D"], "b.txt": []}


def test_the_rival_in_another_file_is_shown_where_it_stands(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW)
    (tmp_path / "b.md").write_bytes(
        b"\xef\xbb\xbf# News\r\n\r\nThe *big* **Off-Track** won.\r\n" * 2
    )

    [placed] = lint(tmp_path)["a.txt"].issues

    places = [
        (r.uri, p.line, p.column)
        for r, p in zip(placed.issue.related, placed.related, strict=True)
    ]
    assert places == [(str(tmp_path / "b.md"), 3, 13), (str(tmp_path / "b.md"), 6, 13)]
    raw = (tmp_path / "b.md").read_bytes().decode("utf-8-sig")
    assert [p.span.of(raw) for p in placed.related] == ["Off-Track"] * 2


def test_a_rival_s_file_that_is_gone_by_then_has_one_line(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, b=MANY)
    files = find([str(tmp_path)], Configuration(ONE_RULE))
    results = Session().run(files, together=True)
    original = lint_file.examine

    def gone(*args: object) -> FileResult:
        (tmp_path / "b.txt").unlink(missing_ok=True)
        return original(*args)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(results_, "examine", gone)
        [placed] = next(results).issues

    assert {(place.line, place.column) for place in placed.related} == {(1, 1)}


def test_the_order_of_files_means_nothing(tmp_path: Path) -> None:
    articles(tmp_path, a="An Off Track.", b="An Off-Track.", c="An Off-Track. An Off Track.")
    names = [tmp_path / f"{name}.txt" for name in "abc"]
    first = lint(*names)

    assert sum(len(result.issues) for result in first.values()) == 2
    for order in permutations(names):
        results = lint(*order)
        assert list(results) == [path.name for path in order]
        assert results == first


def test_files_are_counted_in_one_order_whatever_a_check_makes_of_it() -> None:
    files = [(Settings(), Found(name)) for name in "bca"]

    assert [found.uri for _, found in Among(files).files] == ["a", "b", "c"]


def test_another_language_is_another_matter(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, britain_b=MANY)
    (tmp_path / "britain" / "editkit.toml").write_text('lang = "en-GB"\n')

    assert flagged(lint(tmp_path)) == {"a.txt": [], "b.txt": []}


def test_files_of_other_settings_are_compared_where_a_rule_means_the_same(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, drafts_b=MANY, off_c=FEW)
    (tmp_path / "drafts" / "editkit.toml").write_text('min-confidence = "low"\nengine = "none"\n')
    (tmp_path / "editkit.toml").write_text(
        '[per-file-ignores]\n"off/*" = "inconsistent-variant"\n'
    )

    assert flagged(lint(tmp_path)) == {"a.txt": ["Off Track"], "b.txt": [], "c.txt": []}


def test_the_standard_input_is_one_of_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path, b=MANY)
    monkeypatch.setattr("editkit.linting.discovery._bytes", _once(FEW.encode()))
    settings = Settings(select=("inconsistent-variant",))
    files = [(settings, Found(STDIN)), (settings, Found("b.txt", data=MANY.encode()))]

    first, second = Session().run(files, together=True)

    assert (len(first.issues), len(second.issues)) == (1, 0)


def _once(data: bytes) -> Callable[[str], bytes]:
    left = [data]
    return lambda _: left.pop()


def test_a_file_that_cannot_be_counted_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path, a=FEW, b=MANY, c=FEW)
    (tmp_path / "d.txt").write_bytes(b"\xff\xfe\x00")
    collect = InconsistentVariant.collect

    def picky(check: InconsistentVariant, document: Document) -> Mergeable:
        if document.uri.endswith("c.txt"):
            raise ZeroDivisionError
        return collect(check, document)

    monkeypatch.setattr(InconsistentVariant, "collect", picky)

    results = lint(tmp_path)

    assert flagged(results) == {"a.txt": ["Off Track"], "b.txt": [], "c.txt": []}
    assert "inconsistent-variant failed" in results["c.txt"].notices[0].message
    assert results["d.txt"].package is None


def test_a_file_that_changes_meanwhile_is_checked_for_itself(tmp_path: Path) -> None:
    articles(tmp_path, a=FEW, b=MANY)
    results = Session().run(find([str(tmp_path)], Configuration(ONE_RULE)), together=True)
    original = lint_file.parse

    def late(found: Found, lang: str) -> lint_file.Parsed:
        parsed = original(found, lang)
        if found.uri.endswith("b.txt"):  # the last to be counted
            articles(tmp_path, a="All is new here.")
        return parsed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "parse", late)
        first, _ = results

    assert first.issues == ()


class Tracked(lint_file.Parsed):
    """A file that a test can see being let go of."""


def test_no_file_is_kept_while_others_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path, **{f"f{number}": MANY for number in range(60)})
    alive: weakref.WeakSet[lint_file.Parsed] = weakref.WeakSet()
    most = 0
    original = lint_file.parse

    def tracked(found: Found, lang: str) -> lint_file.Parsed:
        nonlocal most
        parsed = original(found, lang)
        one = Tracked(parsed.found, parsed.package, parsed.fault)
        alive.add(one)
        most = max(most, len(alive))
        return one

    monkeypatch.setattr(session, "parse", tracked)
    lint(tmp_path)

    assert 0 < most < 10


def test_what_is_remembered_of_files_together_is_not_said_of_others(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path / "cache")
    articles(tmp_path, a=FEW, b=MANY, c=MANY.replace("-", " ") * 3)
    a, b, c = (tmp_path / f"{name}.txt" for name in "abc")

    for _ in range(2):
        assert flagged(lint(a, b, cache=cache))["a.txt"] == ["Off Track"]
        assert flagged(lint(b, a, cache=cache))["a.txt"] == ["Off Track"]
        assert flagged(lint(a, b, c, cache=cache))["a.txt"] == []
        assert flagged(lint(a, b, together=False, cache=cache))["a.txt"] == []


def test_files_together_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = ResultCache(tmp_path / "cache")
    articles(tmp_path, a=FEW, b=MANY)
    first = flagged(lint(tmp_path, cache=cache))
    monkeypatch.setattr(session, "prepare", lambda *_: pytest.fail("prepared"))

    assert flagged(lint(tmp_path, cache=cache)) == first


def test_twins_are_remembered_each_for_itself(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path / "cache")
    articles(tmp_path, a="The R&D met. An R&D left. The R & D won.")
    articles(tmp_path, b="The R&D met. An R&D left. The R & D won.")
    lint(tmp_path, cache=cache)

    for name, result in lint(tmp_path, cache=cache).items():
        [placed] = result.issues
        here = [Path(r.uri).name if r.uri else name for r in placed.issue.related]
        assert sorted(here) == ["a.txt", "a.txt", "b.txt", "b.txt"]
        assert sum(r.uri is None for r in placed.issue.related) == 2
        assert all(r.uri != result.uri for r in placed.issue.related)


class Ordered(list[int]):
    """Counts that tell in which order they were merged."""

    def merge(self, other: "Ordered", /) -> "Ordered":
        return Ordered([*self, *other])


@given(st.integers(1, 40), st.integers(1, 40))
def test_sums_keep_the_order_of_what_is_added(first: int, more: int) -> None:
    total = Sum()
    for number in range(first):
        total.add(Ordered([number]))
    assert total.total() == list(range(first))
    for number in range(first, first + more):
        total.add(Ordered([number]))

    assert total.total() == list(range(first + more))


def _pieces(check: type[CollectingCheck[Mergeable]]) -> list[str]:
    """Return the sentences of a check's examples, which make it speak."""
    texts = "\n\n".join(example.text for example in check.rule.examples)
    return [piece for piece in re.split(r"(?<=[.!?])\s+|\n\n+", texts) if piece.strip()]


@pytest.mark.parametrize("kind", COLLECTING, ids=lambda kind: kind.rule.id)
@given(data=st.data())
def test_the_counts_of_each_check_add_up_in_any_order(
    kind: type[CollectingCheck[Mergeable]], data: st.DataObject
) -> None:
    check = kind(Setup(kind.rule.glossary))
    text = st.lists(st.sampled_from(_pieces(kind)), max_size=5).map("\n\n".join)
    documents = [
        segment(Document.plain(data.draw(text), lang="en-US", uri=name)) for name in "abc"
    ]
    counts = [check.collect(document) for document in documents]

    def said(total: Mergeable) -> list[list[Issue]]:
        return [sorted(check.report(d, total), key=repr) for d in documents]

    a, b, c = counts
    wanted = said(a.merge(b).merge(c))
    for x, y, z in permutations((a, b, c)):
        assert said(x.merge(y).merge(z)) == wanted
        assert said(x.merge(y.merge(z))) == wanted
