"""Noun phrases of a text, as candidates for terms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editkit.core.document import BlockKind, Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.parts_of_speech import PartOfSpeech, TaggedWord, tag_words
from editkit.languages.en.words.function_words import MINOR_WORDS, NAME_CONNECTORS
from editkit.text import casing
from editkit.text.segmenter import sentences
from editkit.text.title_case import is_title_case

_MAX_WORDS = 9
_NOMINAL = frozenset({PartOfSpeech.NOUN, PartOfSpeech.NAME})
_INSIDE = _NOMINAL | {PartOfSpeech.ADJECTIVE, PartOfSpeech.GERUND, PartOfSpeech.PARTICIPLE}
_CAPITAL = lazy_pattern(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A run of words that may be a term; it may be part of a longer one.

    `is_name`: all words but connectors are capitalized. `begins_sentence`: at the start of
    a sentence or in a title (`in_title`), where a capital does not indicate a name.
    `is_free`: not directly next to a word of a longer phrase. `has_connector`: contains “of”
    or “and” and is not a name. `is_defined`: the article gives the phrase together with its
    abbreviation, which is `abbreviation` if the phrase is the long form.
    """

    words: tuple[str, ...]
    text: str
    span: Span
    is_name: bool
    begins_sentence: bool
    in_title: bool
    is_free: bool
    has_connector: bool
    next_word: str
    is_defined: bool
    abbreviation: str = ""

    @property
    def size(self) -> int:
        """The number of words, without connectors."""
        return sum(word.lower() not in NAME_CONNECTORS for word in self.words)


def noun_phrases(document: Document) -> Iterator[NounPhrase]:
    """Yield the noun phrases of each sentence, including phrases inside longer ones."""
    for block in document.blocks:
        text = block.span.of(document.text)
        in_title = (
            block.kind is BlockKind.HEADING
            or is_title_case(text, MINOR_WORDS)
            or casing.is_all_capitals(text)
        )
        for sentence in sentences(text, document.lang):
            start = block.span.start + sentence.start
            yield from _sentence_phrases(sentence.of(text), start, in_title=in_title)


def is_connector(word: str) -> bool:
    """Return whether `word` may connect the parts of a name, such as “of”."""
    return word.lower() in NAME_CONNECTORS


def _sentence_phrases(sentence: str, offset: int, *, in_title: bool) -> Iterator[NounPhrase]:
    words = tag_words(sentence, in_title=in_title)
    for first, word in enumerate(words):
        if word.pos not in _INSIDE:
            continue
        for last in range(first, min(len(words), first + _MAX_WORDS)):
            run = words[first : last + 1]
            last_word = run[-1]
            if last > first and last_word.text.lower() in NAME_CONNECTORS:
                continue
            ends_in_number = last_word.pos is PartOfSpeech.NUMBER and words[last - 1].is_coined
            if last_word.pos not in _INSIDE and not (last > first and ends_in_number):
                break
            if last_word.pos in _NOMINAL or ends_in_number:
                has_connector = _connector_use(run)
                if has_connector is None or not (word.can_begin_term and last_word.can_end_term):
                    continue
                yield _to_phrase(
                    sentence,
                    offset,
                    words,
                    first,
                    last,
                    in_title=in_title,
                    has_connector=has_connector,
                )


def _connector_use(run: Sequence[TaggedWord]) -> bool | None:
    """Return whether connectors join the phrase; None if they do not form a phrase."""
    connectors = [at for at, word in enumerate(run) if word.text.lower() in NAME_CONNECTORS]
    if not connectors:
        return False
    main_words = [word.text for at, word in enumerate(run) if at not in connectors]
    if all(text[0].isupper() or text[0].isdigit() for text in main_words):
        return False
    if len(connectors) == 1:
        at = connectors[0]
        before = run[at - 1].pos
        match run[at].text:
            case "of" if before in _NOMINAL:
                return True
            case "and" if at == 1 and before is run[2].pos is PartOfSpeech.ADJECTIVE:
                return True
    return None


def _to_phrase(
    sentence: str,
    offset: int,
    words: Sequence[TaggedWord],
    first: int,
    last: int,
    *,
    in_title: bool,
    has_connector: bool,
) -> NounPhrase:
    run = words[first : last + 1]
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    abbreviation = (
        _abbreviation_of(run, words[last + 2])
        if after and after.text == "(" and last + 2 < len(words)
        else ""
    )
    is_bracketed = (
        before is not None and before.text == "(" and after is not None and after.text == ")"
    )
    start, end = run[0].span.start, run[-1].span.end
    return NounPhrase(
        tuple(word.text for word in run),
        " ".join(sentence[start:end].split()),
        Span(offset + start, offset + end),
        all(w.text[0].isupper() for w in run if w.text.lower() not in NAME_CONNECTORS),
        run[0].begins_sentence,
        in_title,
        not (before and before.pos in _INSIDE)
        and not (after and (after.pos in _INSIDE or after.pos is PartOfSpeech.NUMBER)),
        has_connector,
        after.text.lower() if after else "",
        is_bracketed or bool(abbreviation),
        abbreviation,
    )


def _abbreviation_of(run: Sequence[TaggedWord], after: TaggedWord) -> str:
    """Return the abbreviation in brackets after its long form, or an empty string."""
    capitals = "".join(_CAPITAL.findall(after.text))
    if (len(run) == 1 and "-" not in run[0].text) or len(capitals) == 1:
        return ""
    parts = (
        p for w in run if w.text.lower() not in NAME_CONNECTORS for p in re.split(r"[-/]", w.text)
    )
    initials = "".join(part[0] for part in parts if part).upper()
    return after.text if capitals and initials == capitals else ""
