"""Term extraction."""

import csv
import io
import re
from collections.abc import Sequence

import pytest

from editkit.core.document import Document
from editkit.core.glossary import Concept, Glossary, Term
from editkit.termbase import load
from editkit.termbase.mine import Candidate, glossary_keys, mine_terms
from editkit.termbase.mined_table import render_csv
from editkit.termbase.table import read_table
from editkit.termbase.term_counts import TermCounts, phrase_key
from tests.evaluate import ROOT

FOUND_ON_CORPUS = 0.85
"""Required recall of glossary terms with three occurrences in the first 40 candidates."""


def mine(*texts: str, kept: int = 1000, **options: object) -> list[Candidate]:
    census = TermCounts(kept)
    for n, text in enumerate(texts):
        census.add([Document.plain(text, lang="en-GB", uri=f"{n}.txt")])
    return list(mine_terms(census, **options))  # type: ignore[arg-type]


def terms(found: Sequence[Candidate]) -> list[str]:
    return [candidate.term for candidate in found]


def named(found: Sequence[Candidate], term: str) -> Candidate:
    return next(candidate for candidate in found if candidate.term == term)


def test_a_term_is_counted_with_its_plural_over_the_files() -> None:
    found = mine("We saw the tidal gate. The tidal gates closed.", "A tidal gate is new.")

    assert (named(found, "tidal gate").count, named(found, "tidal gate").files) == (3, 2)
    assert "tidal gates" not in terms(found)


def test_a_common_plural_is_proposed() -> None:
    found = mine(
        "We saw tidal gates. They built tidal gates. He likes tidal gates. A tidal gate fell."
    )

    assert "tidal gates" in terms(found)
    assert "tidal gate" not in terms(found)


def test_a_spelling_with_a_hidden_character_is_counted_and_not_listed() -> None:
    text = "The Suhe Gate fell. The Suhe Gate stood. The Suhe Gate sank. A Su\u00adhe Gate."

    found = named(mine(text), "Suhe Gate")

    assert (found.count, found.minority_spellings) == (4, ())


def test_rare_phrases_are_not_candidates() -> None:
    text = "We saw the tidal gate. He painted the tidal gate."

    assert mine(text) == []
    assert "tidal gate" in terms(mine(text, min_count=2))


def test_a_phrase_has_no_article_and_does_not_end_with_a_verb() -> None:
    found = terms(mine("The tidal gate protects us. The tidal gate protects it. " * 3))

    assert "tidal gate" in found
    assert not [term for term in found if "the" in term.lower().split() or "protects" in term]


def test_a_nested_phrase_is_a_candidate_only_if_it_occurs_elsewhere() -> None:
    text = "We met the Suhe Harbour Fund. He left the Suhe Harbour Fund. " * 3

    assert terms(mine(text)) == ["Suhe Harbour Fund"]
    assert terms(mine(text + "He likes Suhe.")) == ["Suhe Harbour Fund", "Suhe"]


def test_a_name_may_have_small_words_inside() -> None:
    text = "He joined the Bureau of Tides and Currents. We left the Bureau of Tides and Currents. "

    assert terms(mine(text * 2))[0] == "Bureau of Tides and Currents"


def test_an_abbreviation_and_its_long_form_name_each_other() -> None:
    found = mine(
        "He runs the Suhe Tidal Office (STO). The STO is new. She left the STO.",
        "We know the Suhe Tidal Office. We like the Suhe Tidal Office.",
    )

    assert named(found, "Suhe Tidal Office").abbreviation == "STO"
    assert named(found, "STO").expansion == "Suhe Tidal Office"


def test_a_minority_spelling_is_reported() -> None:
    right = "We met the Suhe-Line Fund. He left the Suhe-Line Fund. "
    found = mine(right * 2 + "She likes the Suhe Line Fund.")

    [minority] = named(found, "Suhe-Line Fund").minority_spellings
    assert (minority.text, minority.count) == ("Suhe Line Fund", 1)


def test_a_confusable_spelling_is_a_minority_spelling_and_not_a_candidate() -> None:
    right = "We met the VELOX Fund. He left the VELOX Fund. "
    found = mine(
        right * 3 + "She likes the VEL0X Fund. It is the VEL0X Fund. He has the VEL0X Fund."
    )

    assert [minority.text for minority in named(found, "VELOX Fund").minority_spellings] == [
        "VEL0X Fund"
    ]
    assert "VEL0X Fund" not in terms(found)


def test_glossary_terms_are_not_candidates_in_any_form() -> None:
    glossary = Glossary((Concept("1", (Term("tidal gate"),)),))
    text = "We saw the tidal gates. We saw the tidal gates. We saw the Tidal Gates of Suhe. " * 2

    assert "tidal gates" in terms(mine(text))
    assert "tidal gates" not in terms(mine(text, known=glossary_keys(glossary, "en-GB")))


def test_rare_phrases_are_pruned_and_frequent_ones_kept() -> None:
    rare = [f"We saw the zorbing n{n}x gate." for n in range(60)]
    census = TermCounts(max_phrases=20)
    for n, text in enumerate(rare):
        documents = [Document.plain(f"{text} We met the Suhe Fund.", lang="en", uri=str(n))]
        census.add(documents)

    assert census.phrases["suhefund"].count == 60
    assert len(census.phrases) < 40


@pytest.mark.parametrize(
    ("one", "other"),
    [("E-mail Addresses", "email address"), ("AIs", "AI"), ("tidal gate", "tidal-gate")],
)
def test_spellings_of_one_phrase_share_a_key(one: str, other: str) -> None:
    assert phrase_key(tuple(one.split())) == phrase_key(tuple(other.split()))


def test_the_table_loads_as_a_glossary_without_a_notice() -> None:
    text = "We met the Suhe-Line Fund. He left the Suhe-Line Fund. "
    table = render_csv(mine(text * 2 + "She likes the Suhe Line Fund."))
    loaded = read_table(table.encode(), uri="mined.csv")

    first = loaded.glossary.concepts[0]
    assert [term.text for term in first.terms] == ["Suhe-Line Fund", "Suhe Line Fund"]
    assert (loaded.notices, loaded.issues) == ((), ())
    assert next(csv.DictReader(io.StringIO(table)))["count"] == "5"


def test_the_terms_of_the_corpus_are_candidates() -> None:
    texts = [path.read_bytes().decode() for path in sorted((ROOT / "corpus").glob("*.clean.*"))]
    found = {term.casefold() for term in terms(mine(*texts, kept=100_000)[:40])}
    glossaries = [load(path).glossary for path in (ROOT / "glossary").glob("*.csv")]
    preferred = {c.terms[0].text.casefold() for g in glossaries for c in g.concepts}

    whole = "\n".join(texts).casefold()
    wanted = {t for t in preferred if len(re.findall(rf"(?<!\w){re.escape(t)}(?!\w)", whole)) >= 3}
    assert len(wanted) >= 9
    assert len(wanted & found) / len(wanted) >= FOUND_ON_CORPUS, wanted - found


def test_code_is_not_counted() -> None:
    prose = "We saw the tidal gate. The tidal gate closed. They like the tidal gate."
    found = mine(f"{prose} It is set to “tidal gate” in site.gate_name.", "The tidal gate is new.")

    assert named(found, "tidal gate").count == 4
