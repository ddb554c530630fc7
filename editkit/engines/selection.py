"""Engine selection: opens the engines that a run asks for, with fallbacks and notices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from editkit.core.engine import Engine, EngineError
from editkit.core.engine_provider import (
    EngineAccess,
    EngineIdentity,
    EngineMissingError,
    EngineProvider,
    EngineStatus,
)
from editkit.core.errors import INTERRUPTIONS, describe
from editkit.core.plugins import PluginError
from editkit.core.result import EngineReport, EngineState, Notice
from editkit.core.setup import Setup
from editkit.engines.registry import (
    AUTO,
    candidates,
    engine_choices,
    engine_names,
    load_all,
    provider,
)


@dataclass(frozen=True, slots=True)
class OpenedEngines:
    """Open engines, and a report for each engine that was selected.

    The caller must close the engines.
    """

    engines: tuple[Engine, ...]
    reports: tuple[EngineReport, ...]
    notices: tuple[Notice, ...]


class _UnsupportedLanguageError(EngineMissingError):
    """An engine does not check the language of a run."""


@dataclass(slots=True)
class _Attempts:
    """The engines opened so far, and the failures with the clause that explains each."""

    engines: list[Engine] = field(default_factory=list)
    failures: list[EngineReport] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)

    def failed(self, name: str, state: EngineState, reason: str, clause: str) -> None:
        self.failures.append(EngineReport(name, None, state, reason))
        self.clauses.append(clause)

    def result(self, order: Sequence[str], notices: Iterable[Notice]) -> OpenedEngines:
        """Return the open engines; `order` are the candidates, best first."""
        ran = (EngineReport(e.name, e.version, EngineState.RAN) for e in self.engines)
        found = list(notices)
        if self.failures:
            because = f"{self._consequence(order)}, because {' '.join(self.clauses)}"
            found.append(Notice(because, engine=self.failures[0].name))
        return OpenedEngines(tuple(self.engines), (*self.failures, *ran), tuple(found))

    def _consequence(self, order: Sequence[str]) -> str:
        if not self.engines:
            return "Grammar is not checked"
        best = self.engines[0].name
        title = provider(best).title
        if order.index(best) > order.index(self.failures[0].name):
            return f"{title} checks the grammar instead"
        return f"{title} alone checks the grammar"


def open_engines(choice: str, setup: Setup, access: EngineAccess) -> OpenedEngines:
    """Open the engines that `choice`, one of `engine_choices()`, selects.

    An unavailable engine produces a notice; the others are still opened. Raises
    ValueError for an unknown choice.
    """
    if choice not in engine_choices():
        raise ValueError(f"no engine {choice!r}")
    order, attempts = candidates(choice), _Attempts()
    for name in order:
        _attempt(name, setup, access, attempts)
        if attempts.engines and choice == AUTO:
            break
    is_named = choice in engine_names()
    return attempts.result(order, () if is_named else load_all()[1])


def current_identities(
    choice: str, lang: str, access: EngineAccess
) -> tuple[EngineIdentity, ...] | None:
    """Return the identities of the engines that would be opened, or None if one is unknown.

    Starts nothing and downloads nothing.
    """
    found: list[EngineIdentity] = []
    for name in candidates(choice):
        identity = _identity(name, lang, access)
        if identity is None:
            return None
        found.append(identity)
        if choice == AUTO and not identity.is_unavailable:
            break
    return tuple(found)


def engine_statuses(access: EngineAccess) -> tuple[EngineStatus, ...]:
    """Return the status of every engine. Starts nothing and downloads nothing."""
    return tuple(_status(name, access) for name in engine_names())


def _attempt(name: str, setup: Setup, access: EngineAccess, attempts: _Attempts) -> None:
    try:
        found = provider(name)
    except PluginError as error:
        reason = str(error)
        clause = reason[0].lower() + reason[1:]
        attempts.failed(name, EngineState.MISSING, reason, clause)
        return
    try:
        attempts.engines.append(_open(found, setup, access))
    except _UnsupportedLanguageError as error:
        attempts.failed(name, EngineState.MISSING, str(error), str(error))
    except EngineMissingError as error:
        clause = f"{found.title} is not available: {error}"
        attempts.failed(name, EngineState.MISSING, str(error), clause)
    except EngineError as error:
        clause = f"{found.title} does not work: {error}"
        attempts.failed(name, EngineState.FAILED, str(error), clause)


def _open(found: EngineProvider, setup: Setup, access: EngineAccess) -> Engine:
    try:
        _check_language(found, setup.lang)
        engine = found.open(setup, access)
    except (EngineError, *INTERRUPTIONS):
        raise
    except BaseException as error:  # a panic of a Rust extension is no `Exception`
        raise EngineError(f"{describe(error)}.") from error
    if not isinstance(engine, Engine) or engine.name != found.name:
        raise EngineError(f"It opened {engine!r}, which is no engine named {found.name}.")
    return engine


def _check_language(found: EngineProvider, lang: str) -> None:
    if not found.supports(lang):
        names = " and ".join(found.languages.values())
        raise _UnsupportedLanguageError(f"{found.title} checks {names} only.")


def _identity(name: str, lang: str, access: EngineAccess) -> EngineIdentity | None:
    try:
        found = provider(name)
        if not found.supports(lang):
            return EngineIdentity(f"{name} does not check {lang}", is_unavailable=True)
        identity = found.identity(access)
        return identity if isinstance(identity, EngineIdentity) else None
    except PluginError as error:
        return EngineIdentity(str(error), is_unavailable=True)
    except INTERRUPTIONS:
        raise
    except BaseException:  # noqa: BLE001  (opening the engine reports what is wrong)
        return None


def _status(name: str, access: EngineAccess) -> EngineStatus:
    try:
        status = provider(name).status(access)
        if isinstance(status, EngineStatus):
            return status
        reason = "It has no status."
    except INTERRUPTIONS:
        raise
    except PluginError as error:
        reason = str(error)
    except BaseException as error:  # noqa: BLE001  (the status of the others is shown)
        reason = f"{describe(error)}."
    return EngineStatus(name, None, is_ready=False, problems=(reason,))
