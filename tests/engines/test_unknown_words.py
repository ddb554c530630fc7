"""Classification of unknown words."""

from editkit.core.document import Document
from editkit.core.span import Span
from editkit.engines.unknown_words import classify_unknown
from editkit.text.segmenter import segment


def class_of(text: str, word: str, suggestion: str | None) -> str:
    document = segment(Document.plain(text, lang="en-US"))
    at = text.index(word)
    suggestions = suggestion.split(", ") if suggestion else ()
    return classify_unknown(document, Span(at, at + len(word)), suggestions)


CLASSES = [
    ("It grew in Qingxo.", "Qingxo", "Qing", "name"),
    ("The GTMS is new.", "GTMS", "GAMS", "name"),
    ("A type rx9z is here.", "rx9z", "rez", "name"),
    ("The Goverment said so.", "Goverment", "Government", "name-like-a-word"),
    ("The Goverment and the Goverment.", "Goverment", "Government", "name"),
    ("It is so. Goverment money grew.", "Goverment", "Government", "listed"),
    ("The colour is nice.", "colour", "color", "dialect"),
    ("Its childern came.", "childern", "children", "listed"),
    ("A big compamy.", "compamy", "company", "only-common-long"),
    ("A big compamy.", "compamy", "company, compass", "only-common-long"),
    ("He is a brober.", "brober", "broker, prober", "only-common-middle"),
    ("The sheds sheld it.", "sheld", "shelf, shell, shed", "slip-common-middle"),
    ("My shelf, a sheld.", "sheld", "shelf, shell, shed", "only-common-middle"),
    ("A shelf, shell, sheld.", "sheld", "shelf, shell, shed", "slip-common-middle"),
    ("It was an xylofern.", "xylofern", None, "strange"),
    (
        "A buzzter is one, a buzzter is two, my buzzter is three.",
        "buzzter",
        "buster",
        "recurrent",
    ),
    ("They eat doufunao.", "doufunao", "dough", "pinyin"),
    ("A nonreactor thing.", "nonreactor", "reactor", "derived"),
    ("It is atleast so.", "atleast", "at least", "split-common"),
    ("A filesystem is here.", "filesystem", "file system", "split-compound"),
    ("A bugfix is here.", "bugfix", "bug fix", "split-compound"),
    ("A mobilephone is here.", "mobilephone", "mobile phone", "split-common"),
    ("An addon is here.", "addon", "add-on", "split-compound"),
    ("It is alot.", "alot", "a lot", "split-common"),
    ("It is wolly.", "wolly", "woolly", "only-rare-middle"),
]


def test_classes_of_unknown_words() -> None:
    wrong = [
        (text, word, suggestion, expected)
        for text, word, suggestion, expected in CLASSES
        if class_of(text, word, suggestion) != expected
    ]

    assert wrong == []
