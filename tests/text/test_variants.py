import pytest

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.text.segmenter import segment
from editkit.text.variants import Counts, collect, rivalries


def rivals(*texts: str) -> list[tuple[str, str]]:
    counts = Counts()
    for n, text in enumerate(texts):
        document = segment(Document.plain(text, lang="en-US", uri=f"{n}.txt"))
        counts = counts.merge(collect(document))
    return [(r.winner, r.loser) for r in rivalries(counts)]


@pytest.mark.parametrize(
    ("text", "winner", "loser"),
    [
        ("By R&D and R&D, not R & D.", "R&D", "R & D"),
        ("We saw Mercer-Bell and Mercer-Bell; Mercer Bell.", "Mercer-Bell", "Mercer Bell"),
        ("We met at Suhe Plant, Suhe Plant and Suhe plant.", "Suhe Plant", "Suhe plant"),
        ("He uses WeTalk, she WeTalk, they Wetalk.", "WeTalk", "Wetalk"),
        ("See αS HI, αS HI, αS H1.", "αS HI", "αS H1"),
        ("The HKT\u0391 met the HKTA, and the HKTA left.", "HKTA", "HKT\u0391"),
        ("A nonfarm job, nonfarm work, a non-farm day.", "nonfarm", "non-farm"),
    ],
)
def test_the_rarer_spelling_loses(text: str, winner: str, loser: str) -> None:
    assert (winner, loser) in rivals(text)


@pytest.mark.parametrize(
    "text",
    [
        "The BK40 and the BK60, Henan and Hunan, 2021 and 2022, EU5 and EU7.",
        "A long-term plan for the long term.",
        "PORT, 3 May. The Port grew. He ports it.",
        "The nonfarm jobs, by the non-farm-payroll report.",
        "As the αS came, as it did. As it went, an αS stood.",
        "北京奔馳、北京奔驰，北京 奔驰。",
        "It helps us in the US. Part II, Part 11. A1 and AI.",
        "The Rise of Suhe Plants Continues\nThe plants of Suhe rise.",
    ],
)
def test_what_differs_on_purpose_is_no_rivalry(text: str) -> None:
    assert rivals(text) == []


def test_a_longer_run_is_no_rival_where_a_shorter_one_explains_it() -> None:
    text = "The Mercer-Bell line. The Mercer-Bell line. The Mercer Bell line."

    assert rivals(text) == [("Mercer-Bell", "Mercer Bell")]


def test_counts_add_up_in_any_order() -> None:
    texts = ["An Off-Track race.", "An Off Track race.", "One more Off Track race."]

    assert rivals(*texts)[0] == rivals(*texts[::-1])[0] == ("Off Track", "Off-Track")


def test_what_a_glossary_decides_is_told_of_once() -> None:
    text = "A Habour Motor, a HarbourMotor, a Harbour Motor."
    wrong = [Span(at, at + 12) for at in (2, 18)]
    document = segment(Document.plain(text, lang="en-US"))

    assert list(rivalries(collect(document)))
    assert not list(rivalries(collect(document, wrong=wrong)))
