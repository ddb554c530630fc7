"""Similar phrases."""

from editkit.consistency.similar_phrases import ModifiedPhrases, SimilarPair
from editkit.core.document import Document
from editkit.languages.en.words.contrasts import are_contrasting
from editkit.text.segmenter import segment


def similar(*texts: str, minimum: float = 0.6) -> list[SimilarPair]:
    phrases = ModifiedPhrases()
    for number, text in enumerate(texts):
        phrases.add([segment(Document.plain(text, lang="en-US", uri=f"{number}.txt"))])
    return phrases.similar(minimum)


def texts(pairs: list[SimilarPair]) -> list[tuple[str, str]]:
    return [(pair.major.text, pair.minor.text) for pair in pairs]


def test_near_modifiers_of_one_noun_are_a_pair() -> None:
    [pair] = similar(
        "We keep our original intention. Our original intention is clear. They met here.",
        "The initial intentions of the team are good.",
    )
    assert (pair.major.text, pair.major.count) == ("original intention", 2)
    assert (pair.minor.text, pair.minor.count) == ("initial intentions", 1)
    assert set(pair.major.places) == {"0.txt"}
    assert set(pair.minor.places) == {"1.txt"}


def test_distant_meanings_are_no_pair() -> None:
    assert similar("It is a stone market. It was a digital market.") == []


def test_words_of_one_kind_are_contrasted() -> None:
    assert are_contrasting("first", "third")
    assert are_contrasting("north", "southern")
    assert are_contrasting("formal", "informal")
    assert not are_contrasting("original", "initial")
    assert similar("The northern market fell. The southern market rose.") == []


def test_modifiers_of_one_sentence_are_contrasted() -> None:
    assert texts(similar("They saw the world economy. The global economy grew."))
    assert similar("The world economy grew. The world economy and the global economy fell.") == []


def test_names_and_forms_of_one_word_are_no_pair() -> None:
    assert similar("The World Economy Forum met. The Global Economy Forum met.") == []
    assert similar("It is technology innovation. It was technological innovation.") == []
    assert similar("She is the prize winner. He is the first-prize winner.") == []
    assert similar("They were rescuing children. They were saving children.") == []


def test_the_most_similar_pair_is_first() -> None:
    pairs = similar(
        "The world economy fell. The global economy rose.",
        "The sound quality is good.",
        "The audio quality is bad.",
        minimum=0.7,
    )
    assert len(pairs) > 1
    similarities = [pair.similarity for pair in pairs]
    assert similarities == sorted(similarities, reverse=True)
