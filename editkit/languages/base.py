"""Language: inflection, grammar and words of one language; the base class knows none."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from editkit.core.glossary import MatchPolicy, Term
from editkit.text.title_case import is_allowed_case, is_title_case, is_title_line, title_case


class Slot(Enum):
    """Slot of a form in the paradigm of its term."""

    BASE = "base"
    PLURAL = "plural"
    SINGULAR = "singular"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "past participle"
    GERUND = "gerund"
    UNKNOWN = "unknown"
    """That of a listed form in a language whose inflection is unknown."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term with its slot."""

    text: str
    slot: Slot


class OpenForm(Enum):
    """What the words of a hyphenated term are where they are written open."""

    COMPOUND = "compound"
    PHRASE = "phrase"
    """Ordinary words, which take no hyphen."""
    UNSURE = "unsure"


class VerbUse(Enum):
    """Whether a word that may be a noun or a verb is a verb."""

    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    CERTAIN = "certain"


class Language:
    """Knowledge of a language that glossary terms are matched and replaced with.

    This base class serves every language that has no class of its own. It generates no
    forms, so only listed forms are found, and every answer is the cautious one: words may
    be ordinary words, and another term may need other words around it.
    """

    knows_words = False
    """Whether `is_word` is based on a word list."""
    listed_slot = Slot.UNKNOWN
    """The slot of the forms that a glossary lists."""
    minor_words: frozenset[str] = frozenset()
    """The words that stay lowercase inside a title; empty if they are not known."""

    def inflect(self, term: Term) -> tuple[Form, ...]:
        """Return the forms of `term`, starting with the term itself.

        Forms listed in the glossary replace the generated ones; all have the `listed_slot`.
        Possessives are not forms: the ending follows the term and is kept.
        """
        forms = [Form(term.text, Slot.BASE)]
        if term.match is MatchPolicy.FORMS:
            listed = (Form(text, self.listed_slot) for text in term.forms)
            forms += listed if term.forms else self.generate_forms(term)
        return tuple(forms)

    def generate_forms(self, term: Term) -> Iterator[Form]:  # noqa: ARG002  (for subclasses)
        """Yield the other forms of a term that has no listed forms."""
        yield from ()

    def with_other_comma(self, text: str) -> str | None:  # noqa: ARG002  (as above)
        """Return a name that is written with and without a comma in the other way, or None."""
        return None

    def is_word(self, word: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether `word` is a word of the language."""
        return False

    def may_be_words(self, text: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether every word of `text` may be a word of the language."""
        return True

    def is_plural(self, text: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether a noun phrase is the plural of another one."""
        return False

    def has_same_grammar(self, old: str, new: str, slot: Slot) -> bool:  # noqa: ARG002  (as above)
        """Return whether `new` can replace `old`, of which a form in `slot` was found.

        No other word may have to change, such as an article or a verb. Both are base forms
        of different terms.
        """
        return False

    def is_past_phrase(self, text: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether `text` is a phrase that begins with a past form or participle."""
        return False

    def inflect_like(self, old: str, new: str, *, has_auxiliary: bool) -> str | None:  # noqa: ARG002  (as above)
        """Return `new` with its verb in the form of that of `old`; None if that is not possible.

        `has_auxiliary` means that the past form of `old` follows an auxiliary.
        """
        return None

    def open_form(self, term: str, before: str, after: str) -> OpenForm:  # noqa: ARG002  (as above)
        """Return what the words of the hyphenated `term` are between `before` and `after`."""
        return OpenForm.UNSURE

    def may_be_verb(self, text: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether a term may be a verb."""
        return True

    def is_phrasal_verb(self, text: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether a term is a verb with an adverb, such as `set up`."""
        return False

    def verb_use(self, text: str, before: str, after: str) -> VerbUse:  # noqa: ARG002  (as above)
        """Return whether the noun `text` is a verb between `before` and `after`."""
        return VerbUse.UNLIKELY

    def is_noun_position(self, before: str, after: str, slot: Slot) -> bool:  # noqa: ARG002  (as above)
        """Return whether a verb form that may be a noun is one between two texts."""
        return False

    def adds_determiner(self, old: str, new: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether `new` begins with a determiner and `old` does not."""
        return False

    def determiner_length(self, before: str) -> int:  # noqa: ARG002  (as above)
        """Return the length of the determiner that `before` ends with, and of its space."""
        return 0

    def article_edit(self, before: str, old: str, new: str) -> tuple[int, str] | None:  # noqa: ARG002  (as above)
        """Return how to change the article at the end of `before` if `new` replaces `old`.

        Returns the number of code points from the start of the article to the end of
        `before`, and the new article; None if nothing has to change.
        """
        return None

    def is_title_case(self, text: str) -> bool:
        """Return whether `text` has at least two main words, all of them capitalized."""
        return is_title_case(text, self.minor_words)

    def title_case(self, text: str) -> str:
        """Return `text` in title case: main words capitalized, mixed-case words unchanged."""
        return title_case(text, self.minor_words)

    def is_title_line(self, text: str) -> bool:
        """Return whether most words of a line are capitalized because it is a title."""
        return is_title_line(text, self.minor_words)

    def is_allowed_case(self, found: str, expected: str) -> bool:
        """Return whether `found` has an allowed letter case; both have the same letters."""
        return is_allowed_case(found, expected, self.minor_words)

    def needs_possessive(self, before: str, old: str, new: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether the article before `old` becomes a possessive before `new`."""
        return False

    def fits_sentence(self, before: str, old: str, new: str, after: str) -> bool:  # noqa: ARG002  (as above)
        """Return whether `new` can replace `old` without a change to an article or a verb."""
        return True


UNKNOWN = Language()
"""A language of which nothing is known."""
