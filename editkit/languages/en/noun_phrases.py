"""The noun phrases of a text: where its terms are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.core.document import BlockKind, Document
from editkit.core.span import Span
from editkit.languages.en.parts_of_speech import Part, Word, parse
from editkit.text import casing
from editkit.text.segmenter import sentences

_LONGEST = 9
_JOINTS = frozenset("of and for on in the & to with at".split())
_NOMINAL = frozenset({Part.NOUN, Part.NAME})
_INSIDE = _NOMINAL | {Part.ADJECTIVE, Part.GERUND, Part.PARTICIPLE}
_CAPITAL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words that may be a term; a longer one may hold it.

    `names` says that every word of it is capitalised but the small ones, `begins`
    that it stands where a capital says nothing: at the beginning of a sentence or
    in a title (`titled`). `free` says that no word of a longer phrase stands
    beside it. `joined` is a phrase with “of” or “and” that is no name.
    `introduces` says that the article gives it and its abbreviation together,
    which is `short` where the phrase is the long form.
    """

    words: tuple[str, ...]
    text: str
    span: Span
    names: bool
    begins: bool
    titled: bool
    free: bool
    joined: bool
    following: str
    introduces: bool
    short: str = ""

    @property
    def size(self) -> int:
        """The number of its words, the small ones left out."""
        return sum(word.lower() not in _JOINTS for word in self.words)


def phrases(document: Document) -> Iterator[Phrase]:
    """Yield the noun phrases of each sentence, the shorter ones inside them, too."""
    for block in document.blocks:
        text = block.span.of(document.text)
        titled = (
            block.kind is BlockKind.HEADING or casing.is_title(text) or casing.in_capitals(text)
        )
        for sentence in sentences(text, document.lang):
            start = block.span.start + sentence.start
            yield from _phrases(sentence.of(text), start, titled=titled)


def is_joint(word: str) -> bool:
    """Whether `word` may join the parts of a name, as “of” does."""
    return word.lower() in _JOINTS


def _phrases(sentence: str, offset: int, *, titled: bool) -> Iterator[Phrase]:
    words = parse(sentence, titled=titled)
    for first, word in enumerate(words):
        if word.part not in _INSIDE:
            continue
        for last in range(first, min(len(words), first + _LONGEST)):
            run = words[first : last + 1]
            end = run[-1]
            if last > first and end.text.lower() in _JOINTS:
                continue
            numbered = end.part is Part.NUMBER and words[last - 1].coined
            if end.part not in _INSIDE and not (last > first and numbered):
                break
            if end.part in _NOMINAL or numbered:
                joined = _joined(run)
                if joined is None or not (word.opens and end.closes):
                    continue
                yield _phrase(sentence, offset, words, first, last, titled=titled, joined=joined)


def _joined(run: Sequence[Word]) -> bool | None:
    """Return whether small words join the phrase, or None where they make none of it."""
    joints = [at for at, word in enumerate(run) if word.text.lower() in _JOINTS]
    if not joints:
        return False
    long = [word.text for at, word in enumerate(run) if at not in joints]
    if all(text[0].isupper() or text[0].isdigit() for text in long):
        return False
    if len(joints) == 1:
        at = joints[0]
        before = run[at - 1].part
        match run[at].text:
            case "of" if before in _NOMINAL:
                return True
            case "and" if at == 1 and before is run[2].part is Part.ADJECTIVE:
                return True
    return None


def _phrase(
    sentence: str,
    offset: int,
    words: Sequence[Word],
    first: int,
    last: int,
    *,
    titled: bool,
    joined: bool,
) -> Phrase:
    run = words[first : last + 1]
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    short = (
        _short(run, words[last + 2])
        if after and after.text == "(" and last + 2 < len(words)
        else ""
    )
    bracketed = (
        before is not None and before.text == "(" and after is not None and after.text == ")"
    )
    start, end = run[0].span.start, run[-1].span.end
    return Phrase(
        tuple(word.text for word in run),
        " ".join(sentence[start:end].split()),
        Span(offset + start, offset + end),
        all(w.text[0].isupper() for w in run if w.text.lower() not in _JOINTS),
        run[0].begins,
        titled,
        not (before and before.part in _INSIDE)
        and not (after and (after.part in _INSIDE or after.part is Part.NUMBER)),
        joined,
        after.text.lower() if after else "",
        bracketed or bool(short),
        short,
    )


def _short(run: Sequence[Word], after: Word) -> str:
    """Return the abbreviation that stands in brackets behind its long form, or nothing."""
    capitals = "".join(_CAPITAL.findall(after.text))
    if (len(run) == 1 and "-" not in run[0].text) or len(capitals) == 1:
        return ""
    parts = (p for w in run if w.text.lower() not in _JOINTS for p in re.split(r"[-/]", w.text))
    initials = "".join(part[0] for part in parts if part).upper()
    return after.text if capitals and initials == capitals else ""
