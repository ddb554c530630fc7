"""What the files of equal settings are checked with: glossary, checks, engines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editkit import checks
from editkit.config import Settings
from editkit.config.settings import PACKED
from editkit.core.check import Check, Setup
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.errors import INTERRUPTIONS
from editkit.core.glossary import Glossary
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, Notice, State
from editkit.core.taxonomy import Family

if TYPE_CHECKING:
    from editkit.linting.engine_pump import Crew
    from editkit.linting.locate import Elsewhere
    from editkit.text.allowed_words import RightWords

Run = Callable[[Check, Document], Iterator[Issue]]

ENGINE_FAMILIES = frozenset(Family) - {
    Family.TERM,
    Family.CONSISTENCY,
    Family.SOURCE,
    Family.WEB,
}
"""What engines look for; where none of it is asked for, none is started."""


def _alone(check: Check, document: Document) -> Iterator[Issue]:
    return check.run(document)


@dataclass(slots=True, eq=False)
class Workbench:
    """The checks and engines of one `Settings`; `notices` are what opening them had to say.

    `users` counts the runs that it serves at this moment. `run` says what a check
    finds in a document; `elsewhere`, where in another file something stands;
    `words`, which ones are never misspelt.
    """

    settings: Settings
    setup: Setup
    checks: tuple[Check, ...]
    engines: tuple[Engine, ...] = ()
    crews: tuple["Crew", ...] = ()
    reports: tuple[EngineReport, ...] = ()
    notices: tuple[Notice, ...] = ()
    users: int = 0
    run: Run = _alone
    elsewhere: "Elsewhere | None" = None
    words: "RightWords | None" = None

    def issues(self, document: Document) -> tuple[list[Issue], list[Notice]]:
        """Return what editkit's own checks find, and a notice for each check that failed."""
        found: list[Issue] = []
        failed: list[Notice] = []
        for check in self.checks:
            if not check.rule.applies_to(document.lang):
                continue
            try:
                found += tuple(self.run(check, document))
            except INTERRUPTIONS:
                raise
            except BaseException as error:  # noqa: BLE001  (whatever a check does, the others go on)
                why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
                message = f"The check {check.rule.id} failed: {why}."
                failed.append(Notice(message, document.uri))
        return found, failed

    def right(self, document: Document, issue: Issue) -> bool:
        """Whether an issue blames only the spelling of what a word list calls right."""
        if self.words is None:
            return False
        spelling = issue.family is Family.SPELLING or issue.rule.startswith("misspelt-")
        return spelling and self.words.cover(document.text, issue.span)

    def judged(self, name: str) -> bool:
        """Whether a rule, a family, or all there is ("") was looked for by whatever finds it.

        Of editkit's rules that an engine looks for nobody can tell: a server that
        somebody else keeps lacks them.
        """
        engine, slash, _ = name.partition("/")
        if slash:
            return any(r.name == engine and r.state is State.RAN for r in self.reports)
        whole = all(report.state in {State.RAN, State.OFF} for report in self.reports)
        if not name:
            return whole and not self.settings.select
        for family in Family:
            if name == family.value:
                return self.settings.wants("", family) and (whole or family not in ENGINE_FAMILIES)
        return any(check.rule.id == name for check in self.checks)

    def close(self) -> None:
        """Let the engines go."""
        for crew in self.crews:
            crew.close()
        for engine in self.engines:
            engine.close()


def prepare(settings: Settings, glossary: Glossary | None = None) -> Workbench:
    """Return a workbench whose engines are not open yet.

    `glossary` stands in for the files that the settings name. Raises InputError
    for a glossary, a pack or a word list that cannot be read.
    """
    notices: tuple[Notice, ...] = ()
    if glossary is None:
        glossary, notices = _glossary(settings)
    packs, more = _packs(settings)
    setup = Setup(
        glossary, settings.lang, settings.rule_options(), packs, frozenset(settings.select)
    )
    wanted = (rule for rule, family in checks.families().items() if settings.wants(rule, family))
    ready = tuple(checks.load(rule)(setup) for rule in wanted)
    words = _right_words(settings)
    said = (*notices, *more, *_declined(settings))
    return Workbench(settings, setup, ready, notices=said, words=words)


def engines_wanted(settings: Settings) -> bool:
    """Whether any family or rule that is asked for is an engine's."""
    if settings.engine == "none":
        return False
    families = any(settings.wants("", family) for family in ENGINE_FAMILIES)
    if families or not settings.select:
        return families
    from editkit.engines.languagetool import own_rules  # noqa: PLC0415  (what needs no engine goes without)

    return any("/" in name or name in own_rules.names() for name in settings.select)


def _declined(settings: Settings) -> Iterator[Notice]:
    """Say which server the configuration of an article names in vain."""
    other = settings.engine == "harper" or not engines_wanted(settings)
    if settings.declined is None or settings.offline or other:
        return
    from editkit.config.sources import user_file  # noqa: PLC0415  (few configurations name one)

    own = user_file()
    where = f", or languagetool-url in {own}" if own else ""
    message = (
        f"No text was sent to the LanguageTool server “{settings.declined.url}”, because a "
        "configuration beside an article may not name a server on another machine; to use it, "
        f"set --languagetool-url, EDITKIT_LANGUAGETOOL_URL{where}."
    )
    yield Notice(message, settings.declined.file)


def _right_words(settings: Settings) -> "RightWords | None":
    if not settings.words:
        return None
    from editkit.termbase.word_list import read_words  # noqa: PLC0415  (most runs have no list)
    from editkit.text.allowed_words import RightWords  # noqa: PLC0415  (as above)

    return RightWords(word for path in settings.words for word in read_words(path))


def _glossary(settings: Settings) -> tuple[Glossary, tuple[Notice, ...]]:
    if not settings.glossaries:
        return Glossary(), ()
    from editkit.termbase import load, merge  # noqa: PLC0415  (most of it is for other formats)

    loaded = [load(path) for path in settings.glossaries]
    notices = tuple(notice for each in loaded for notice in each.notices)
    return merge(each.glossary for each in loaded), notices


def _packs(settings: Settings) -> tuple[Glossary, tuple[Notice, ...]]:
    """Return what the packs say; `resolve` drops what their doubtful rows find, if it is to."""
    if not settings.packs or not settings.wants(PACKED, Family.STYLE):
        return Glossary(), ()
    from editkit.config.packs import pack_path  # noqa: PLC0415  (as above)
    from editkit.termbase import load, merge  # noqa: PLC0415  (as above)

    loaded = [load(pack_path(name), advice=True) for name in settings.packs]
    notices = tuple(notice for each in loaded for notice in each.notices)
    return merge(each.glossary for each in loaded), notices
