"""What the files of equal settings are checked with: glossary, checks, engines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editkit import checks
from editkit.config import Settings
from editkit.core.check import Check, Setup
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.glossary import Glossary
from editkit.core.issue import Issue
from editkit.core.result import EngineReport, Notice, State
from editkit.core.taxonomy import Family
from editkit.engines import own_rules

if TYPE_CHECKING:
    from editkit.pipeline.ahead import Crew
    from editkit.pipeline.place import Elsewhere

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
    finds in a document; `elsewhere`, where in another file something stands.
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

    def issues(self, document: Document) -> tuple[list[Issue], list[Notice]]:
        """Return what editkit's own checks find, and a notice for each check that failed."""
        found: list[Issue] = []
        failed: list[Notice] = []
        for check in self.checks:
            try:
                found += tuple(self.run(check, document))
            except Exception as error:  # noqa: BLE001  (whatever a check does, the others go on)
                why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
                message = f"The check {check.rule.id} failed: {why}."
                failed.append(Notice(message, document.uri))
        return found, failed

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
    for a glossary that cannot be read.
    """
    notices: tuple[Notice, ...] = ()
    if glossary is None:
        glossary, notices = _glossary(settings)
    setup = Setup(glossary, settings.lang, settings.rule_options())
    wanted = (
        checks.load(rule) for rule in checks.names() if settings.wants(rule, checks.family(rule))
    )
    return Workbench(settings, setup, tuple(check(setup) for check in wanted), notices=notices)


def engines_wanted(settings: Settings) -> bool:
    """Whether any family or rule that is asked for is an engine's."""
    if settings.engine == "none":
        return False
    families = any(settings.wants("", family) for family in ENGINE_FAMILIES)
    return families or any("/" in name or name in own_rules.names() for name in settings.select)


def _glossary(settings: Settings) -> tuple[Glossary, tuple[Notice, ...]]:
    if not settings.glossaries:
        return Glossary(), ()
    from editkit.termbase import load, merge  # noqa: PLC0415  (most of it is for other formats)

    loaded = [load(path) for path in settings.glossaries]
    notices = tuple(notice for each in loaded for notice in each.notices)
    return merge(each.glossary for each in loaded), notices
