"""`collect`, `merge` and `report`: texts that are compared with each other, across processes."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from itertools import permutations
from multiprocessing import get_context

import pytest

from editkit import Counts, FileResult, Glossary, InputError, Linter
from editkit.checks.consistency.inconsistent_variant import InconsistentVariant
from editkit.config import Settings
from editkit.core.context import LintContext
from editkit.linting.files.source_file import SourceFile
from editkit.linting.session import Session

TEXTS = {
    "a": "Buses stop. An Off Track lost at at noon.",
    "b": "The Off-Track won. " * 3,
    "c": "The Suhe Harbour Fund (SHF) rose. The colour changed.",
    "d": "The Suhe Housing Federation (SHF) fell.",
    "e": "The color of the centre. The colour of the color.",
}
Share = tuple[Linter, list[tuple[str, str]]]


def collect(share: Share) -> Counts:
    linter, texts = share
    return linter.merge(linter.collect(text, uri=uri) for uri, text in texts)


def report(task: tuple[Linter, Counts, str, str]) -> dict[str, object]:
    linter, counts, uri, text = task
    return linter.report(text, counts, uri=uri).to_dict()


def rules(result: FileResult) -> list[str]:
    return [placed.issue.rule for placed in result.issues]


def without_lines(entry: dict[str, object]) -> str:
    """Return the entry without the lines of related places, which counts do not have."""
    issues = entry["issues"]
    assert isinstance(issues, list)
    for issue in issues:
        for place in issue["related"]:
            for name in ("line", "column", "end_line", "end_column"):
                place.pop(name, None)
    return repr(entry)


@pytest.mark.live
def test_other_processes_count_and_report_as_one_run_does() -> None:
    rules = ("consistency", "repeated-word")
    settings = Settings(engine="none", select=rules)
    files = [
        (settings, SourceFile(uri, data=text.encode(), format="plain"))
        for uri, text in TEXTS.items()
    ]
    with Session() as session:
        together = [result.to_dict() for result in session.run(files, together=True)]
        alone = [result.to_dict() for result in session.run(files)]
    assert together != alone
    items = list(TEXTS.items())

    # Each process has its own seed of `hash`.
    with Linter(select=rules) as linter, ProcessPoolExecutor(2, get_context("spawn")) as pool:
        shares = list(pool.map(collect, [(linter, items[:2]), (linter, items[2:])]))
        counts = linter.merge(reversed(shares))
        reported = list(pool.map(report, [(linter, counts, *item) for item in items]))

    assert list(map(without_lines, reported)) == list(map(without_lines, together))


def test_counts_merge_in_any_order() -> None:
    with Linter(select=["consistency"], min_severity="info") as linter:
        all_counts = [linter.collect(text, uri=uri) for uri, text in TEXTS.items()]
        expected = None
        for order in list(permutations(all_counts))[::17]:
            left, *rest = order
            for other in rest:
                left = left.merge(other)
            merged = linter.merge(order)
            found = [
                linter.report(text, counts, uri=uri)
                for counts in (left, merged, pickle.loads(pickle.dumps(left)))  # noqa: S301  (as above)
                for uri, text in TEXTS.items()
            ]
            expected = expected or found
            assert found == expected
    assert expected is not None
    assert ["inconsistent-variant"] in map(rules, expected)


def test_a_place_in_another_text_has_no_line() -> None:
    with Linter(select=["consistency"]) as linter:
        counts = linter.merge(linter.collect(TEXTS[uri], uri=uri) for uri in "ab")
        [issue] = linter.report(TEXTS["a"], counts, uri="a").to_dict()["issues"]

    assert issue["text"] == "Off Track"
    assert {place["path"] for place in issue["related"]} == {"b"}
    assert all("line" not in place for place in issue["related"])


def test_a_text_that_is_not_counted_is_an_error() -> None:
    with Linter() as linter:
        counts = linter.collect(TEXTS["a"], uri="a")

        for uri, text in (("b", TEXTS["a"]), ("a", TEXTS["b"])):
            with pytest.raises(ValueError, match=f"{uri} is not in the counts, or had another"):
                linter.report(text, counts, uri=uri)
        with pytest.raises(ValueError, match="a is counted twice"):
            linter.merge([counts, counts])
        with pytest.raises(ValueError, match="not in the counts"):
            linter.report(TEXTS["a"], linter.merge([]), uri="a")


def test_counts_of_other_options_are_an_error(glossary: Glossary) -> None:
    with Linter() as linter, Linter(glossary=glossary) as other, Linter(lang="en-GB") as third:
        counts = linter.collect(TEXTS["a"], uri="a")

        for each in (other, third):
            with pytest.raises(ValueError, match="another glossary or options"):
                each.report(TEXTS["a"], counts, uri="a")
            with pytest.raises(ValueError, match="another glossary or options"):
                each.merge([counts])
            with pytest.raises(ValueError, match="another glossary or options"):
                each.collect(TEXTS["b"], uri="b").merge(counts)


def test_counts_do_not_depend_on_the_order_of_options_or_the_case_of_lang() -> None:
    options: dict[str, dict[str, object]] = {
        "mixed-abbreviation-style": {"prefer": "none"},
        "mixed-number-style": {"words": False, "prefer": ""},
    }
    reordered = {name: dict(reversed(each.items())) for name, each in reversed(options.items())}

    with (
        Linter(rules=options, lang="en-GB", select=["term", "consistency"]) as one,
        Linter(rules=reordered, lang="EN-gb", select=["consistency", "term"]) as two,
    ):
        merged = one.merge([two.collect(TEXTS["a"], uri="a"), one.collect(TEXTS["b"], uri="b")])
        found = [rules(each.report(TEXTS["a"], merged, uri="a")) for each in (one, two)]

    assert found == [["inconsistent-variant"]] * 2


def test_an_unreadable_text_is_an_error_and_nothing_to_count_is_none(glossary: Glossary) -> None:
    with Linter(glossary=glossary, select=["term"]) as linter:
        counts = linter.collect("A float boat.", uri="a")
        assert rules(linter.report("A float boat.", counts, uri="a")) == ["deprecated-term"]
        with pytest.raises(InputError, match="Half a character at 1"):
            linter.collect("a\ud800", uri="b")
        with pytest.raises(InputError, match="Half a character at 1"):
            linter.report("a\ud800", counts, uri="b")


def test_collecting_starts_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an engine was started")

    monkeypatch.setattr("editkit.linting.open_toolset.ToolsetOpener._open_engines", refuse)

    with Linter(engine="auto") as linter:
        counts = linter.collect(TEXTS["a"], uri="a")
        with pytest.raises(AssertionError, match="an engine was started"):
            linter.report(TEXTS["a"], counts, uri="a")


def test_a_check_that_cannot_count_fails_for_this_text_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    collect_counts = InconsistentVariant.collect

    def fail_for_a(self: InconsistentVariant, context: LintContext) -> object:
        if context.document.uri == "a":
            raise OSError("no memory")
        return collect_counts(self, context)

    monkeypatch.setattr(InconsistentVariant, "collect", fail_for_a)

    texts = {"a": f"{TEXTS['a']} {TEXTS['b']}", "b": TEXTS["b"]}

    with Linter(select=["inconsistent-variant", "repeated-word"]) as linter:
        counts = linter.merge(linter.collect(text, uri=uri) for uri, text in texts.items())
        failed, good = (linter.report(text, counts, uri=uri) for uri, text in texts.items())

    assert rules(failed) == ["repeated-word"]
    assert ["no memory" in notice.message for notice in failed.notices] == [True]
    assert good.notices == ()
