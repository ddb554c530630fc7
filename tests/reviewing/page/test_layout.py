"""However edits and notes lie, the article on the page is the whole source, in order."""

from hypothesis import given
from hypothesis import strategies as st

from editkit.core.fix import Safety, Splice
from editkit.core.result import PlacedIssue, SourceFix
from editkit.core.span import RawSpan
from editkit.reviewing.page.layout import Cluster, Note, Plain, sections
from editkit.reviewing.page.model import sources
from editkit.reviewing.page.sentences import phrases, sentence_spans
from tests.results import Found, placed, result

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
        issue = placed(raw, Found(raw[0], rule=f"rule-{number}"), fixes)
        place = span()
        issues.append(
            PlacedIssue(issue.issue, type(issue.place)(place, 1, 1), tuple(fixes)),
        )
    return raw, issues


@given(articles())
def test_runs_follow_each_other_and_leave_out_line_ends_only(
    article: tuple[str, list[PlacedIssue]],
) -> None:
    raw, issues = article
    [source] = sources([result(raw, *issues)])

    at = 0
    for section in sections(source):
        for run in section.runs:
            assert not raw[at : run.span.start].strip()
            assert run.span.start >= at
            at = run.span.end
    assert not raw[at:].strip()


def test_a_note_behind_its_words_does_not_cut_those_of_another() -> None:
    raw = "one two three"
    issues = (Found("one", ("1",), "edit"), Found("one two"), Found("two three"))
    [source] = sources([result(raw, *issues)])

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
    [source] = sources([result(raw, *issues)])

    runs = [run for section in sections(source) for run in section.runs]
    members = [(i.id, n) for run in runs if isinstance(run, Cluster) for i, n in run.members]
    noted = [run.item.id for run in runs if isinstance(run, Note)]

    edits = [item for item in source.items if item.choices]
    assert sorted(members) == sorted((i.id, n) for i in edits for n in range(len(i.pieces)))
    assert sorted(noted) == sorted(item.id for item in source.items if not item.choices)


@given(articles())
def test_clusters_hold_their_pieces_and_do_not_overlap(
    article: tuple[str, list[PlacedIssue]],
) -> None:
    raw, issues = article
    [source] = sources([result(raw, *issues)])

    runs = [run for section in sections(source) for run in section.runs]
    clusters = [run for run in runs if isinstance(run, Cluster)]
    for cluster in clusters:
        assert all(cluster.span.covers(item.pieces[number]) for item, number in cluster.members)


@given(articles())
def test_sentences_hold_all_runs_and_cut_no_edit(
    article: tuple[str, list[PlacedIssue]],
) -> None:
    raw, issues = article
    [source] = sources([result(raw, *issues)])
    spans = sentence_spans(source)

    for section in sections(source):
        found = list(phrases(raw, section, spans))
        runs = [run for phrase in found for run in phrase.runs]
        assert "".join(run.span.of(raw) for run in runs) == "".join(
            run.span.of(raw) for run in section.runs
        )
        kept = [run for run in section.runs if not isinstance(run, Plain)]
        assert [run for run in runs if not isinstance(run, Plain)] == kept
        for phrase in found:
            if phrase.span is not None:
                assert phrase.span.start == phrase.runs[0].span.start
                assert phrase.span.end == max(run.span.end for run in phrase.runs)


def test_each_sentence_of_a_paragraph_can_be_rewritten() -> None:
    raw = "One is. Two are.\n\nThree.\n"
    [source] = sources([result(raw, Found("is. Two", ("is; two",)))])

    [joined], [third] = (
        [p.span.of(raw) for p in phrases(raw, section, sentence_spans(source)) if p.span]
        for section in sections(source)
    )

    assert (joined, third) == ("One is. Two are.", "Three.")
