"""Variant difference: how two spellings of one name differ, if they are its variants."""

import re

from editkit.consistency.comparable_spellings import are_camel_case_apart, are_comparable
from editkit.consistency.diacritic_variants import is_diacritic_variant
from editkit.consistency.name_words import is_coined
from editkit.consistency.spelling_counts import (
    BARE,
    MID_SENTENCE,
    OUTSIDE_TITLE,
    RUNNING,
    STANDALONE,
    UNJOINED,
    SpellingCount,
)
from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.en.proper_names.cased_names import cased_name
from editkit.languages.en.word_list import is_english
from editkit.languages.en.words.compound_modifiers import (
    DESCRIPTIVE_LAST_WORD,
    FIRST_ADJECTIVES,
)
from editkit.languages.en.words.function_words import CAPITALIZED_DETERMINERS, FUNCTION_WORDS
from editkit.text.characters import HYPHENS
from editkit.text.spelling_difference import Difference, Gap, Letters, compare

_MIN_GLYPH_LENGTH = 3
_HYPHEN = lazy_pattern(rf"\w[{HYPHENS}]\w")
_JOINER = lazy_pattern(rf"[ {HYPHENS}]+")
_CORRECT_AS_IS = lazy_pattern(
    rf"(?i:co|corp|inc|ltd|plc)|[A-Z]{{2}}[{HYPHENS}]\w+|.*\w [{HYPHENS}]\w.*", re.DOTALL
)
"""No variants: legal forms as companies write them, `UK-Suhe` talks, a space before a hyphen."""
_MIN_SOLID_LENGTH = 5
_MAX_ACRONYM_LENGTH = 6
_CAPITAL_MAJORITY = 2
"""Ratio of capitalized to lowercase uses from which a name of ordinary words is a name."""
_CLEAR_MAJORITY = 3
_ARTICLE = lazy_pattern(r" (?:the|a|an) ")


def variant_difference(
    winner: str, loser: str, won: SpellingCount, lost: SpellingCount
) -> Difference | None:
    """Return the difference of two spellings if they are variants of one name, else None."""
    difference = compare(loser, winner)
    # Not compared: an initial, and a winner that is another rule's error.
    if not difference or _CORRECT_AS_IS.fullmatch(loser) or len(winner) == 1 or cased_name(winner):
        return None
    if difference.letters is Letters.CONFUSABLE:
        return difference if _is_glyph_variant(winner, loser) else None
    if difference.letters is Letters.DIACRITICS:
        return difference if is_diacritic_variant(winner, loser, won, lost) else None
    if difference.gap is None:
        return difference if _is_case_variant(winner, loser, won, lost) else None
    if difference.letters is Letters.CASE and _is_title_against_text(winner, loser):
        return None
    is_variant = are_comparable(winner, loser, won, lost) and _is_joining_variant(
        winner, loser, won, lost, difference
    )
    return difference if is_variant else None


def _is_title_against_text(winner: str, loser: str) -> bool:
    """Return whether two compounds of as many words differ in the capitals of title case."""
    have_as_many_words = len(_JOINER.split(winner)) == len(_JOINER.split(loser))
    return have_as_many_words and winner[1:].islower() != loser[1:].islower()


def _is_glyph_variant(winner: str, loser: str) -> bool:
    """Return whether look-alike characters make two spellings variants of one name.

    They do not in a short code (`A1` is not `AI`) or an acronym (`URL`, `URI`). A letter of
    another script does, except in the shortest words: `αS` is not `As`.
    """
    if winner.isascii() != loser.isascii():
        ascii_spelling = winner if winner.isascii() else loser
        return len(ascii_spelling) > _MIN_GLYPH_LENGTH or not is_english(ascii_spelling)
    words = winner.split(), loser.split()
    if len(words[0]) != len(words[1]):
        return False
    changed = [(a, b) for a, b in zip(*words, strict=True) if a != b]
    if any(a.isdigit() or b.isdigit() or _are_acronyms(a, b) for a, b in changed):
        return False
    if len(words[0]) > 1 or len(winner) > len("BJ60"):
        return True
    return (
        len(winner) > _MIN_GLYPH_LENGTH  # `AP1` is a code, too
        and winner.isalpha()
        and bool(re.fullmatch(r"[A-Za-z]*[01][A-Za-z]*", loser))
    )


def _are_acronyms(*words: str) -> bool:
    return all(word.isalpha() and word.isupper() for word in words)


def _is_case_variant(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    is_variant = _is_phrase_case_variant if " " in winner else _is_word_case_variant
    return is_variant(winner, loser, won, lost)


def _is_word_case_variant(
    winner: str, loser: str, won: SpellingCount, lost: SpellingCount
) -> bool:
    if loser.isascii() and (winner.islower() or loser.islower()):
        return False
    if not (won.has(UNJOINED) and lost.has(UNJOINED)) or are_camel_case_apart(winner, loser):
        return False
    begins_sentence = winner[1:] == loser[1:] and "-" in loser and not lost.has(MID_SENTENCE)
    if begins_sentence or _differs_after_hyphen(winner, loser):  # `Cross-AZ` for `cross-AZ`
        return False
    if loser.isupper() and not won.has(STANDALONE):  # `UI`, and `Ui` in `Suhe Ui`
        return False
    if _may_be_another_name(winner, lost) and won.count < _CLEAR_MAJORITY * lost.count:
        return False
    is_deliberate = _is_deliberate_case(winner, won) and _is_deliberate_case(loser, lost)
    has_inner_capital = _has_inner_capital(winner) or _has_inner_capital(loser)
    return has_inner_capital and is_coined(winner) and is_deliberate


def _may_be_another_name(winner: str, lost: SpellingCount) -> bool:
    """Return whether the other spelling may be right where it is.

    A long word in capitals may be emphasis, and a company may spell its name differently
    within the name of a product.
    """
    if winner.isupper():
        return len(winner) > _MAX_ACRONYM_LENGTH
    return not lost.has(STANDALONE) and len(winner) >= _MIN_SOLID_LENGTH


def _has_inner_capital(word: str) -> bool:
    return word[1:] != word[1:].lower()


def _is_phrase_case_variant(
    winner: str, loser: str, won: SpellingCount, lost: SpellingCount
) -> bool:
    first = winner.split(maxsplit=1)[0]
    if not _begins_alike_as_name(winner, loser) or _ARTICLE.search(winner):
        return False
    if first in CAPITALIZED_DETERMINERS or not (is_coined(first) or lost.has(MID_SENTENCE)):
        return False
    if any(
        a.isupper() and b.islower()
        for a, b in zip(loser.split(), winner.split(), strict=False)
        if len(a) > 1
    ):  # `Suhe API` is right, however often the text has `Suhe api`
        return False
    differing_words = (a for a, b in zip(loser.split(), winner.split(), strict=False) if a != b)
    is_majority = won.count >= _CAPITAL_MAJORITY * lost.count
    is_likely = is_majority or not all(map(is_english, differing_words))
    are_in_sentences = all(each.has(OUTSIDE_TITLE) and each.has(RUNNING) for each in (won, lost))
    return is_likely and are_in_sentences


def _begins_alike_as_name(winner: str, loser: str) -> bool:
    """Return whether both begin with the same capitalized word, and neither is in capitals."""
    first, other = winner.split(maxsplit=1)[0], loser.split(maxsplit=1)[0]
    return first == other and first[0].isupper() and not (winner.isupper() or loser.isupper())


def _differs_after_hyphen(winner: str, loser: str) -> bool:
    """Return whether two compounds differ in the capital of an English word after a hyphen.

    Titles have it or not by their style, and texts cite titles: `Q-learning`, `Deep Q-Learning`.
    """
    (first, *others), (other_first, *_) = winner.split("-"), loser.split("-")
    return bool(others) and first == other_first and all(map(is_english, others))


def _is_deliberate_case(spelling: str, count: SpellingCount) -> bool:
    """Return whether all capitals are intended, not due to a dateline or a line in capitals."""
    upper = spelling.isupper() and len(spelling) > 1
    return not upper or count.has(STANDALONE)


def _is_joining_variant(
    winner: str, loser: str, won: SpellingCount, lost: SpellingCount, difference: Difference
) -> bool:
    winner_parts, loser_parts = _JOINER.split(winner), _JOINER.split(loser)
    if difference.gap in {Gap.SPACE, Gap.INVISIBLE}:
        return not all(part.lower() in FUNCTION_WORDS for part in winner_parts)
    if "&" in winner or (_is_capitalized(winner) and _is_capitalized(loser)):
        return True
    if len(loser_parts) == 1 < len(winner_parts) and " " in winner:
        return _is_run_together(loser, winner_parts)
    small = {
        part.lower() for side in (winner_parts, loser_parts) for part in side if len(side) > 1
    }
    if difference.letters is Letters.CASE or small & FUNCTION_WORDS:
        return False
    if len(winner_parts) == len(loser_parts):
        return _is_unexplained_hyphen(winner, loser, won, lost)
    return is_coined(min(winner, loser, key=len)) or " " not in winner + loser


def _is_run_together(solid: str, parts: list[str]) -> bool:
    """Return whether a word is none, because a space is missing in it."""
    if any(part.lower() in FUNCTION_WORDS for part in parts):
        known = all(is_english(p) or p[0].isupper() for p in parts) and not solid[0].isupper()
        return known and is_coined(solid) and len(solid) > _MIN_SOLID_LENGTH
    return is_coined(solid)


def _is_unexplained_hyphen(
    winner: str, loser: str, won: SpellingCount, lost: SpellingCount
) -> bool:
    """Return whether a compound is hyphenated and open before one noun, or before none."""
    parts = _JOINER.split(winner)
    if len(parts) > 2:  # noqa: PLR2004  (the two words and a noun)
        return won.count >= 2 * lost.count
    describes = parts[0].lower() in FIRST_ADJECTIVES or DESCRIPTIVE_LAST_WORD.fullmatch(parts[-1])
    if " " in loser or describes:
        return won.has(BARE) and lost.has(BARE) and won.count > lost.count
    return lost.has(BARE)


def is_common_hyphen_pair(winner: str, loser: str) -> bool:
    """Return whether two spellings are one compound, open and hyphenated, and not a name."""
    are_two_words = (
        len(_JOINER.split(winner)) == len(_JOINER.split(loser)) == len(("harbour", "fund"))
    )
    differ_in_hyphen = bool(_HYPHEN.search(winner)) != bool(_HYPHEN.search(loser))
    return (
        are_two_words
        and differ_in_hyphen
        and not (_is_capitalized(winner) and _is_capitalized(loser))
    )


def _is_capitalized(text: str) -> bool:
    words = [w for w in text.replace("-", " ").split() if w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > 1 or (len(words) == 1 and words[0][0].isupper())
