import pickle

import pytest

from editkit.consistency.identifier_like import is_value_at
from editkit.consistency.variants import SpellingCounts, collect_spellings, find_variants
from editkit.core.document import Document
from editkit.core.setup import Setup
from editkit.core.span import Span
from editkit.formats.markdown.format import Markdown
from editkit.formats.plain import Plain
from editkit.languages.prose_view import prose_view
from editkit.text.segmenter import segment


def variants(*texts: str) -> list[tuple[str, str]]:
    counts = SpellingCounts()
    for n, text in enumerate(texts):
        document = segment(Document.plain(text, lang="en-US", uri=f"{n}.txt"))
        counts = counts.merge(collect_spellings(document))
    return [(r.winner, r.loser) for r in counts.variant_pairs()]


RARER = [
    ("By R&D and R&D, not R & D.", "R&D", "R & D"),
    ("We saw Mercer-Bell and Mercer-Bell; Mercer Bell.", "Mercer-Bell", "Mercer Bell"),
    ("We met at Suhe Plant, Suhe Plant and Suhe plant.", "Suhe Plant", "Suhe plant"),
    ("Müller came, Müller ate, Muller left.", "Müller", "Muller"),
    ("At São Velo, São Velo and Sao Velo.", "São", "Sao"),
    ("He uses WeTalk, she WeTalk, they Wetalk.", "WeTalk", "Wetalk"),
    ("A VELORIC, a VELORIC, a VELORIC and one Veloric.", "VELORIC", "Veloric"),
    ("An old harbour-fund. The harbourfund.", "harbour-fund", "harbourfund"),
    ("See αS HI, αS HI, αS H1.", "αS HI", "αS H1"),
    ("The HKT\u0391 met the HKTA, and the HKTA left.", "HKTA", "HKT\u0391"),
    ("A nonfarm job, nonfarm work, a non-farm day.", "nonfarm", "non-farm"),
    ("Off-Track cars. An Off Track lost, an Off Track won.", "Off-Track", "Off Track"),
    ("After the SUHE, the SUHE left; theSUHE came.", "the SUHE", "theSUHE"),
    ("The harbour fund grew. Our harbourfund grew.", "harbour fund", "harbourfund"),
    ("At the end of audits, the end ofaudits.", "of audits", "ofaudits"),
    ("The harbour fund grew. A harbour\u00a0fund.", "harbour fund", "harbour\u00a0fund"),
    ("The harbour funds of Suhe. No harbour-funds.", "harbour funds", "harbour-funds"),
    (
        "A wide-range plan. A wide-range plan. A wide range plan.",
        "wide-range plan",
        "wide range plan",
    ),
    ("The SUCO met the SUCO; the SUC0 left.", "SUCO", "SUC0"),
    ("At Mei Hua Bay. At Meihua Bay.", "Meihua", "Mei Hua"),
    ("It uses the Suhe - Sync. Read the Suhe Sync guide.", "Suhe Sync", "Suhe - Sync"),
    ("Then Wang Hua left. Then Wanghua left.", "Wang Hua", "Wanghua"),
]


def test_the_rarer_spelling_loses() -> None:
    wrong = [
        (text, winner, loser)
        for text, winner, loser in RARER
        if (winner, loser) not in variants(text)
    ]

    assert wrong == []


INTENDED = [
    "It is an instance of the URL class, or an object. The URI of it is here.",
    "An HTML5 page loader. An HTML5 page loader. HTML5PageLoader opens it.",
    "The BK40 and the BK60, Henan and Hunan, 2021 and 2022, EU5 and EU7.",
    "A long-term plan for the long term.",
    "Rosé sang, Rosé ate, Rosé left. Then Rose came.",
    "Lü Bu sat, Lü Bu ate, Lu Bu left.",
    "Müller came, and Muller left.",
    "PORT, 3 May. The Port grew. He ports it.",
    "The nonfarm jobs, by the non-farm-payroll report.",
    "As the αS came, as it did. As it went, an αS stood.",
    "北京奔馳、北京奔驰，北京 奔驰。",
    "It helps us in the US. Part II, Part 11. A1 and AI.",
    "The story of the Suhe Plant. The Story of Suhe, the Story.",
    "The Centre for Suhe Studies. He taught Suhe studies, and Suhe studies taught him.",
    "At a Forum on Suhe Fish. The Suhe fish, a Suhe fish.",
    "Our risk-free, well-run plan bears a risk. Free of it, we run well.",
    "See www.wetalk.com for WeTalk, WeTalk and WeTalk.",
    "It may be so. Maybe it is. Every day an everyday thing.",
    "A high-speed, high-cost line. At high speed, at high cost.",
    "Our harbour-fund plan grew, and so did the harbour fund, a harbour fund.",
    "The harbour fund has a site, harbourfund.com.",
    "In the harbour the fund grew: harbour (fund).",
    "The Rise of Suhe Plants Continues\nThe plants of Suhe rise.",
    "Harbour Fund (www.harbour.org/harbourfund, or @harbourfund) is a fund.",
    "We use WeTalk, they WeTalk, and Wetalk Harbour Group owns it.",
    "He has a VELORIC, she a VELORIC and they a Veloric.",
    "The harbour fund grew. A harbour  fund, our harbour  fund, the harbour  fund.",
    "It uses Suhe-21.09 and Suhe-21.09. Install Suhe 21.09, and Suhe 21.09.",
    "The traditional Suhe fish. (Traditional Suhe Fish sells well.) Traditional Suhe Fish!",
    "The National Eye Care Day grew. The Bell Eye-Care Activity fell.",
    "He read “Why the Lean Start-Up Changes Everything” on his startup, a Startup.",
    "Its executeType is in the list of an Execute Type that is new.",
    "The user sftpuser is an SFTP user, and so is each SFTP user.",
    "We back off; with a backoff. They log in, and the login fails.",
    "It is set at run time. The runtime memory is small.",
    "It uses stsToken twice. An STSToken is short, and STSToken is new.",
    "It may refreshSTSToken now, to refresh STSToken and refresh STSToken.",
    "Use Suhe-Llama-2-7b. See Chinese-LLaMA-2, LLaMA-2-hf, LLaMA-2-hf.",
    "A High-Performance Line of Suhe\n\nIts high‑performance line is a high‑performance one.",
    "It has a UI library. We use Suhe Ui, Bell Ui and Suhe Ui.",
    "Roučka Š, Curry S, Bell S. Its HTTPProxy is an HTTP proxy, an HTTP proxy.",
    "High-Speed Trains of Suhe\n\nAll High-speed Trains\n\nHe has Q-learning, Q-Learning.",
    "SUHE, Bell (SuheNewsNow) - It grew, Suhe News Now said. Suhe News Now grew.",
    "It is on PyPI. See Pypi, Pypi and Pypi.",
    "He works for Hongkong Post. In Hong Kong, in Hong Kong.",
    "Port of Suhe grows again - SuheNews\n\nFleet of Suhe sails again - Suhe News",
    "The ClusterID is here. Its cluster ID is a cluster ID. The RuleId has a rule ID.",
    "Its zones are SU1, SU2. The SUI is new, and the SUI is old.",
    "The URI is here. The URL is new, and the URL is old.",
    "It has SUHE.Velt. The VELT grew, and the VELT fell.",
    "Our Suhe API is open. The Suhe api is new, and a Suhe api is a Suhe api.",
]


def test_intended_differences_are_not_variants() -> None:
    wrong = [text for text in INTENDED if variants(text) != []]

    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "- Jana Suhe\n- JanaSuhe\n",
        "#### ImagePreview\n\nOur Image Preview is fast, and an Image Preview is good.\n",
        "- [The Suhe-Friendly Guide](a.md)\n\nIt is Suhe Friendly and Suhe Friendly.\n",
        "Click **Suhe Boot**, **Suhe Boot** or **Suhe Boot** for a Suhe boot.\n",
        "## Suhe Version of Bell\n\nSee [the Suhe Version of Bell](#a), a Suhe version.\n",
        "See [2.1.2 With Suhe Script](#a) and [2.1.2 By Suhe Script](#b): a Suhe script.\n",
        "A top-level `a.json`, the top-level `b.json`. It is at the top level of Suhe.\n",
        "| executeType | Type |\n| -- | -- |\n| Execute Type | new |\n",
    ],
)
def test_labels_and_titles_are_not_compared_with_running_text(text: str) -> None:
    [document] = Markdown().parse(text.encode(), uri="a.md", lang="en-US").documents
    seen = prose_view(segment(document), Setup())

    assert not collect_spellings(seen).variant_pairs()


def test_names_in_running_text_of_markdown_are_compared() -> None:
    text = "Our **old** ImagePreview is fast.\n\nAn Image Preview is [very](a.md) good.\n"
    [document] = Markdown().parse(text.encode(), uri="a.md", lang="en-US").documents
    [pair] = collect_spellings(segment(document)).variant_pairs()

    assert {pair.winner, pair.loser} == {"ImagePreview", "Image Preview"}


DOUBTFUL = [
    "Apply for appIDs. The AppIDs differ, and the AppIDs last.",
    "The mode is Suhk. A SUHK key, a SUHK key and a SUHK key.",
    "Only SuheData is read. The suhe Data are new.",
    "Suhe2D is new. A Suhe 2D card, a Suhe 2D card.",
    "Open the Suhe Bucket page. A Suhe bucket, a Suhe bucket.",
    "Use a Suhe editor. Our Suhe Editor beat the Suhe Editor.",
    "Read a UserGroup. Our User Group grew. We left User Group. He saw User Group.",
    "The type is SUHELINE. He saw SuheLine, and SuheLine saw him.",
    "The format is YYYY-MM. Here it is YYYYMM, and YYYYMM.",
    "See the SUHE-record and the SUHE-record of Suhe. A SUHE record is new.",
    "Set a VeloSuhe. The Velo Suhe Bell Extensions, the Velo Suhe Bell Extensions.",
]


def may_be_identifiers(text: str) -> list[bool]:
    document = segment(Document.plain(text, lang="en-US", uri="a.txt"))
    return [pair.may_be_identifier for pair in collect_spellings(document).variant_pairs()]


def test_spellings_of_fields_values_and_captions_are_doubtful() -> None:
    assert [text for text in DOUBTFUL if False in may_be_identifiers(text)] == []
    assert sum(bool(may_be_identifiers(text)) for text in DOUBTFUL) >= len(DOUBTFUL) - 2


@pytest.mark.parametrize(
    "text",
    [
        "Use SpringCloud. A SpringCloud fell. We sell Spring Cloud to them. I use Spring Cloud.",
        "He uses WeTlk, she WeTlk, they WETLK.",
        "A SUHE, a SUHE, a SUHE, a SUHE, a SUHE and one Suhe.",
        "See αS HI, αS HI, αS H1.",
        "At Suhe Plant. At Suhe Plant. At Suhe Plant. We at Suhe Plant left Suhe plant.",
        "The harbour fund grew. Our harbourfund grew.",
        "By R&D and R&D, not R & D.",
        "Off-Track cars. An Off Track lost, an Off-Track won.",
    ],
)
def test_spellings_of_names_and_words_are_not_doubtful(text: str) -> None:
    assert may_be_identifiers(text) == [False]


def test_longer_run_is_not_a_variant_if_a_shorter_one_is() -> None:
    text = "The Mercer-Bell line. The Mercer-Bell line. The Mercer Bell line."

    assert variants(text) == [("Mercer-Bell", "Mercer Bell")]


def test_merging_is_independent_of_the_order() -> None:
    texts = ["A Suhe-Bell race.", "A Suhe Bell race.", "One more Suhe Bell race."]

    assert variants(*texts)[0] == variants(*texts[::-1])[0] == ("Suhe Bell", "Suhe-Bell")


def test_every_occurrence_of_a_frequent_spelling_is_found() -> None:
    text = "He uses WeTalk. " * 30 + "They\nuse Wetalk. " * 12
    document = segment(Document.plain(text, lang="en-US"))
    counts = collect_spellings(document)
    found = [position for _, position in find_variants(document, counts.variant_pairs())]

    assert [text[position.start : position.end] for position in found] == ["Wetalk"] * 12
    assert all(len(spelling.positions) < 12 for spelling in counts.spellings.values())


def test_hyphen_before_a_noun_is_correct() -> None:
    text = "The harbour fund. A harbour fund. A harbour-fund plan for the harbour-fund."
    document = segment(Document.plain(text, lang="en-US"))
    found = [
        position.start
        for _, position in find_variants(document, collect_spellings(document).variant_pairs())
    ]

    assert found == [text.rindex("harbour-fund")]


def test_frequent_spelling_is_found_in_every_block() -> None:
    text = "We met for the harbour fund.\n\n" * 30 + "We met for the harbourfund.\n\n" * 12
    document = segment(Plain().parse(text.encode(), uri="a.txt", lang="en-US").documents[0])

    assert len(list(find_variants(document, collect_spellings(document).variant_pairs()))) == 12


def test_counts_can_be_pickled() -> None:
    counts = collect_spellings(
        segment(Document.plain("An Off-Track race, Off Track.", lang="en-US"))
    )

    assert pickle.loads(pickle.dumps(counts)) == counts  # noqa: S301  (what was just written)


def test_incorrect_terms_are_not_reported_again() -> None:
    text = "A Habour Motor, a HarbourMotor, a Harbour Motor."
    wrong = [Span(at, at + 12) for at in (2, 18)]
    document = segment(Document.plain(text, lang="en-US"))

    assert collect_spellings(document).variant_pairs()
    assert not collect_spellings(document, reported_elsewhere=wrong).variant_pairs()


@pytest.mark.parametrize(
    "text", ["The type **Suhk** is", "Suhk - it is", 'The "Suhk" is', "A (Suhk)"]
)
def test_marked_and_explained_words_are_values(text: str) -> None:
    [document] = Markdown().parse(text.encode(), uri="a.md", lang="en-US").documents
    start = document.text.index("Suhk")

    assert is_value_at(document, Span(start, start + 4))


@pytest.mark.parametrize("text", ["The Suhk is", "It is Suhk - it is", "The **new Suhk** is"])
def test_words_of_a_sentence_are_no_values(text: str) -> None:
    [document] = Markdown().parse(text.encode(), uri="a.md", lang="en-US").documents
    start = document.text.index("Suhk")

    assert not is_value_at(document, Span(start, start + 4))
