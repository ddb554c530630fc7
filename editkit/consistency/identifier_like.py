"""Identifier-like spellings: variants that may be two right names of a program or interface."""

from editkit.consistency.spelling_counts import BARE, OUTSIDE_TITLE, SpellingCount
from editkit.core.document import Document
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.span import Span
from editkit.languages.en.word_list import is_english
from editkit.text.characters import HYPHENS

_JOINER = lazy_pattern(rf"[ {HYPHENS}]+")
_PASCAL_CASE = lazy_pattern(r"(?:[A-Z][a-z]{2,}){2,}")
_MARK_BEFORE, _MARK_AFTER = lazy_pattern(r"[*_\[\"“”'(]\Z"), lazy_pattern(r"\\?[*_\]\"“”')]")
_EXPLANATION = lazy_pattern(r"[^\S\n]*(?:[-–—][^\S\n]|:)")
_CLEAR_MAJORITY = 5
_NAME_MAJORITY = 4
_MAX_NAME_IN_CAPITALS = 5
_HYPHEN_MAJORITY = 3
_MAJORITY = 2


def may_be_identifier(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    """Return whether two spellings may both be right, because one names a part of a program.

    Documentation has fields (`appID`), values (`Kms`), classes (`VideoMetadata`), formats
    (`YYYY-MM`) and captions (`OSS Bucket`) that it does not mark as code. In the letters of the
    names of products, of companies and of acronyms in full capitals, few texts have them: those
    count if the winner prevails.
    """
    if not (winner.isascii() and loser.isascii()) or "&" in winner:
        return False
    words, other_words = _JOINER.split(winner), _JOINER.split(loser)
    if len(words) == len(other_words) == 1:
        return _is_doubtful_word(winner, loser, won, lost)
    if len(words) != len(other_words):
        solid, parts = (winner, other_words) if len(words) == 1 else (loser, words)
        are_words = not solid[1:].islower() and all(map(is_english, parts))
        is_class = are_words and lost.count == 1  # `a UserGroup resource`
        return is_class or _is_doubtful_join(solid, parts, is_winner=solid is winner, won=won)
    if winner.casefold() == loser.casefold():
        return _is_doubtful_phrase(winner, loser, won, lost)
    is_hyphenated = len(winner.split()) < len(loser.split()) and words[0].isupper()  # `DNS-record`
    return is_hyphenated and won.count < _HYPHEN_MAJORITY * lost.count


def is_value_at(document: Document, span: Span) -> bool:
    """Return whether a word is a value or field that is marked or explained: `**Vpc**`, `VPC: `.

    It is marked if it is the whole of a bold text, link, quotation or bracket, and explained if
    it begins its line and a dash or colon follows.
    """
    if _JOINER.search(span.of(document.text)):
        return False
    text, source = document.raw, document.source_map.locate(span)
    if _MARK_BEFORE.search(text, source.start - 1, source.start) and _MARK_AFTER.match(
        text, source.end
    ):
        return True
    line_start = document.text.rfind("\n", 0, span.start) + 1
    begins_line = not document.text[line_start : span.start].strip()
    return begins_line and bool(_EXPLANATION.match(document.text, span.end))


def is_common_compound(found: str, spelling: str) -> bool:
    """Return whether the spellings are of a compound that is correct open, hyphenated or solid."""
    is_lowercase = (found[:1].lower() + found[1:]).islower() and spelling[1:].islower()
    return is_lowercase and f"{found}{spelling}".isascii()


def _is_doubtful_word(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    """Return whether one of two words that differ in letter case may be a field or a value."""
    if winner.casefold() != loser.casefold():
        return False
    if loser.isupper():  # `GRPC` for gRPC
        is_name = winner[1:] != winner[1:].lower() and not winner.endswith(("Id", "ID", "Ids"))
        is_constant = len(loser) > _MAX_NAME_IN_CAPITALS
        return not is_name or is_constant or won.count < _MAJORITY * lost.count
    is_acronym = winner.isupper() and loser[1:].islower()  # `Suhe` for SUHE
    return not is_acronym or won.count < _CLEAR_MAJORITY * lost.count


def _is_doubtful_join(
    solid: str, parts: list[str], *, is_winner: bool, won: SpellingCount
) -> bool:
    """Return whether a word without spaces may be a class or a field: `VideoMetadata`."""
    if solid[1:].islower():
        return solid[0].isupper() and not all(part[0].isupper() for part in parts)
    are_names = all(part[0].isupper() and part[1:].islower() for part in parts)
    is_name = bool(are_names and _PASCAL_CASE.fullmatch(solid))
    is_part = not won.has(OUTSIDE_TITLE)  # `Domain Name System`, and the field `DomainName`
    return is_winner or not is_name or is_part or won.count < _MAJORITY


def _is_doubtful_phrase(winner: str, loser: str, won: SpellingCount, lost: SpellingCount) -> bool:
    """Return whether a phrase that differs in capitals may be a caption: `OSS Bucket`."""
    has_more_capitals = sum(map(str.isupper, winner)) > sum(map(str.isupper, loser))
    is_modifier = lost.has(BARE) and not won.has(BARE)  # `a Suhe Backup resource`
    return not has_more_capitals or is_modifier or won.count < _NAME_MAJORITY * lost.count
