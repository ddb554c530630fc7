"""How the rarer of rival styles is reported."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar

from editkit.consistency.style_tally import Clash, Tally, Use, clashes, described
from editkit.core.check import CollectingCheck, Setup
from editkit.core.document import Document
from editkit.core.errors import InputError
from editkit.core.fix import Edit, Fix, Safety
from editkit.core.issue import Issue, Related
from editkit.core.taxonomy import Confidence
from editkit.terminology.glossary_spans import glossary_spans

_SHOWN = 3


class StyleCheck(CollectingCheck[Tally]):
    """A check of what may be written in several styles, of which an article keeps to one.

    `policies` has the values of the option `prefer`, each with the style that it
    wants of each topic.
    """

    margin: ClassVar[int] = 1
    """How many times as often as the losing style the winner must be used."""
    slips: ClassVar[int] = 3
    """How many places are shown one by one; more of them are one question of style."""
    policies: ClassVar[Mapping[str, Mapping[str, str]]] = {"": {}}

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        wanted = self.option("prefer")
        if isinstance(wanted, str) and wanted not in self.policies:
            known = ", ".join(name for name in self.policies if name)
            raise InputError(f"{self.rule.id}: “{wanted}” is none of {known}.")

    @abstractmethod
    def uses(self, document: Document) -> Iterator[Use]:
        """Yield the places of an English document that are in some style."""

    @abstractmethod
    def rewrite(self, use: Use, style: str) -> str | None:
        """Return what a use becomes in another style; None where that cannot be told."""

    def margin_of(self, clash: Clash) -> float:  # noqa: ARG002  (some look into it)
        """Return how many times as often as the losing style the winner must be used."""
        return self.margin

    def policy(self, tally: Tally) -> Mapping[str, str]:  # noqa: ARG002  (some look into it)
        """Return the style that the house wants of each topic that it has a say in."""
        return self.policies[self.option("prefer")]

    def collect(self, document: Document) -> Tally:
        """Return the uses of all styles, but for what the glossary has spoken of."""
        right, wrong = glossary_spans(self.setup, document)
        settled = {at for span in (*right, *wrong) for at in range(span.start, span.end)}
        return Tally([u for u in self.uses(document) if u.span.start not in settled])

    def report(self, document: Document, counts: Tally) -> Iterator[Issue]:
        """Yield the issues of the styles that have lost: one a place where they are few, else one.

        That one stands on the first place, names the others and has a fix for all of
        them; where one cannot be rewritten, there is no fix.
        """
        told: set[object] = set()
        policy = self.policy(counts)
        for clash in clashes(counts, policy):
            few = len(clash.winning) < self.margin_of(clash) * len(clash.losing)
            if few and clash.losing[0].topic not in policy:
                continue
            here = [u for u in clash.losing if u.uri == document.uri and u.span not in told]
            told.update(use.span for use in here)
            one_by_one = len(here) <= self.slips
            for uses in [[use] for use in here] if one_by_one else [here]:
                yield self._issue(document, clash, uses)

    def _issue(self, document: Document, clash: Clash, uses: list[Use]) -> Issue:
        made = [(use, self.rewrite(use, clash.winner)) for use in uses]
        edits = tuple(
            Edit(use.span, _before_its_stop(document, use, text))
            for use, text in made
            if text is not None
        )
        title = f"Write all {uses[0].topic} {clash.winner}"
        if len(uses) == 1 and edits:
            title = f"Replace with “{edits[0].text}”"
        fix = Fix(title, edits, Safety.REVIEW)
        sure = len(clash.winning) >= 2 * len(clash.losing)
        return self.issue(
            uses[0].span,
            described(uses[0], clash),
            *((fix,) if len(edits) == len(made) else ()),
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
            related=_related(document, clash, uses[1:]),
        )


def _before_its_stop(document: Document, use: Use, text: str) -> str:
    """Return `text` without its own point where the point of the sentence follows."""
    stopped = document.text.startswith(".", use.span.end)
    return text.removesuffix(".") if stopped else text


def _related(document: Document, clash: Clash, others: list[Use]) -> tuple[Related, ...]:
    rivals = (
        Related(use.span, f"“{use.text}”", None if use.uri == document.uri else use.uri)
        for use in clash.winning[:_SHOWN]
    )
    same = (Related(use.span, f"{use.style} as well") for use in others)
    return (*rivals, *same)
