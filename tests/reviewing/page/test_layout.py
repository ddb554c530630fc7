"""Layout of the review page: any edits and notes leave the whole source in order."""

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Safety, Splice
from editkit.core.result import PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.linting.locate import LineIndex
from editkit.reviewing.page.layout import Cluster, Note, PlainText, sections
from editkit.reviewing.page.model import sources
from editkit.reviewing.page.sentences import sentence_spans, split_sentences
from tests.file_results import IssueSpec, file_result, placed_issue

PIECES = st.sampled_from(["a", "word", " ", ".", "\n", "\n\n", "\r\n", "\r", "😀", "北京", "x y"])


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[PlacedIssue]]:
    raw = "".join(draw(st.lists(PIECES, min_size=1, max_size=40)))

    def span() -> RawSpan:
        start, end = sorted((draw(st.integers(0, len(raw))), draw(st.integers(0, len(raw)))))
        return RawSpan(start, min(end, start + draw(st.integers(0, 12))))

    issues = []
    for number in range(draw(st.integers(0, 6))):
        fixes = [
            SourceFix("", Safety.SAFE, tuple(Splice(span(), "new") for _ in range(count)))
            for count in draw(st.lists(st.integers(1, 2), max_size=2))
        ]
        issue = placed_issue(raw, IssueSpec(raw[0], rule=f"rule-{number}"), fixes)
        issues.append(PlacedIssue(issue.issue, LineIndex(raw).locate(span()), tuple(fixes)))
    return raw, issues


@given(articles())
def test_runs_are_in_order_and_omit_only_line_ends(
    article: tuple[str, list[PlacedIssue]],
) -> None:
    raw, issues = article
    [source] = sources([file_result(raw, *issues)])

    at = 0
    for section in sections(source):
        for run in section.runs:
            assert not raw[at : run.span.start].strip()
            assert run.span.start >= at
            at = run.span.end
    assert not raw[at:].strip()


def test_a_note_after_its_text_does_not_split_another_note() -> None:
    raw = "one two three"
    issues = (IssueSpec("one", ("1",), "edit"), IssueSpec("one two"), IssueSpec("two three"))
    [source] = sources([file_result(raw, *issues)])

    [section] = sections(source)

    assert [(run.span.start, run.span.end) for run in section.runs] == [
        (0, 3),
        (3, 4),
        (4, 13),
        (13, 13),
    ]


@given(articles())
def test_every_piece_of_every_item_is_shown_once(article: tuple[str, list[PlacedIssue]]) -> None:
    raw, issues = article
    [source] = sources([file_result(raw, *issues)])

    runs = [run for section in sections(source) for run in section.runs]
    members = [(i.id, n) for run in runs if isinstance(run, Cluster) for i, n in run.members]
    noted = [run.item.id for run in runs if isinstance(run, Note)]

    edits = [item for item in source.items if item.choices]
    assert sorted(members) == sorted((i.id, n) for i in edits for n in range(len(i.pieces)))
    assert sorted(noted) == sorted(item.id for item in source.items if not item.choices)


@given(articles())
def test_clusters_contain_their_pieces_and_do_not_overlap(
    article: tuple[str, list[PlacedIssue]],
) -> None:
    raw, issues = article
    [source] = sources([file_result(raw, *issues)])

    runs = [run for section in sections(source) for run in section.runs]
    clusters = [run for run in runs if isinstance(run, Cluster)]
    for cluster in clusters:
        assert all(cluster.span.covers(item.pieces[number]) for item, number in cluster.members)


@given(articles())
def test_sentences_contain_all_runs_and_split_no_edit(
    article: tuple[str, list[PlacedIssue]],
) -> None:
    raw, issues = article
    [source] = sources([file_result(raw, *issues)])
    spans = sentence_spans(source)

    for section in sections(source):
        found = list(split_sentences(raw, section, spans))
        runs = [run for phrase in found for run in phrase.runs]
        assert "".join(run.span.of(raw) for run in runs) == "".join(
            run.span.of(raw) for run in section.runs
        )
        kept = [run for run in section.runs if not isinstance(run, PlainText)]
        assert [run for run in runs if not isinstance(run, PlainText)] == kept
        for phrase in found:
            if phrase.span is not None:
                assert phrase.span.start == phrase.runs[0].span.start
                assert phrase.span.end == max(run.span.end for run in phrase.runs)


def test_each_sentence_of_a_paragraph_can_be_rewritten() -> None:
    raw = "One is. Two are.\n\nThree.\n"
    [source] = sources([file_result(raw, IssueSpec("is. Two", ("is; two",)))])

    [joined], [third] = (
        [p.span.of(raw) for p in split_sentences(raw, section, sentence_spans(source)) if p.span]
        for section in sections(source)
    )

    assert (joined, third) == ("One is. Two are.", "Three.")


def test_a_removed_line_is_a_paragraph_of_its_own() -> None:
    raw = "One.\n\nShare\n\nLike\n\nTwo.\n"
    removed = [IssueSpec("\n\nShare", ("",)), IssueSpec("\n\nLike", ("",))]
    [source] = sources([file_result(raw, *removed)])

    shown = [section.span.of(raw) for section in sections(source)]
    clusters = [len(section.runs) for section in sections(source)]

    assert shown == ["One.", "\n\nShare", "\n\nLike", "Two."]
    assert clusters == [1, 1, 1, 1]
