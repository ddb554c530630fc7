"""Opens the engines that a run asks for, as far as they can be had."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editkit.core.check import Setup
from editkit.core.engine import Engine, EngineError
from editkit.core.language import matches
from editkit.core.result import EngineReport, Notice, State
from editkit.engines.findings import Judge
from editkit.engines.languagetool.connection import Link, Remembering, RemoteLink, SharedLink
from editkit.engines.languagetool.install import Progress
from editkit.engines.languagetool.language_tags import KnownTags
from editkit.engines.languagetool.provision import EngineSettings, Local, Remote, provide
from editkit.engines.response_cache import Answers, Store

if TYPE_CHECKING:
    from editkit.engines.languagetool.engine import LanguageTool

CHOICES = ("auto", "languagetool", "harper", "both", "none")

_INSTEAD = {
    (): "Grammar is not checked",
    ("harper",): "Harper checks the grammar instead",
    ("languagetool",): "LanguageTool alone checks the grammar",
}
_CANNOT = {
    State.MISSING: "LanguageTool cannot be had",
    State.FAILED: "LanguageTool does not work",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The engines that will run, and what to tell of each that could.

    Whoever opens them closes them.
    """

    engines: tuple[Engine, ...]
    reports: tuple[EngineReport, ...]
    notices: tuple[Notice, ...]


def open_engines(
    engine: str,
    setup: Setup,
    settings: EngineSettings,
    *,
    progress: Progress | None = None,
    store: Store | None = None,
    judge: Judge | None = None,
    checked: Progress | None = None,
) -> Opened:
    """Open what `engine`, one of `CHOICES`, stands for.

    `auto` is LanguageTool where it can be had and Harper elsewhere. An engine
    that cannot be had is a notice; the others are opened all the same. What an
    engine says of a text is looked for in `store`, and kept there; a server
    that has been asked before is started when it is needed. `judge` stands in
    for the one of `setup`; `checked` is told how many pieces LanguageTool has
    checked, and of how many that it was given so far. Raises ValueError for another choice.
    """
    if engine not in CHOICES:
        raise ValueError(f"no engine {engine!r}")
    told = progress or (lambda _done, _all: None)
    engines: list[Engine] = []
    reports: list[EngineReport] = []
    notices: list[Notice] = []
    lack = None
    if engine in {"auto", "languagetool", "both"}:
        state = State.MISSING
        try:
            found = provide(settings, told)
            state = State.FAILED
            opened = _open_languagetool(found, setup, settings, told, store, judge)
            opened.checked = checked or opened.checked
            engines.append(opened)
        except EngineError as error:
            lack = f"{_CANNOT[state]}: {error}"
            reports.append(EngineReport("languagetool", None, state, str(error)))
    if engine in {"harper", "both"} or (engine == "auto" and lack):
        if matches("en", setup.lang):
            engines.append(_open_harper(setup, store, judge))
        else:
            only = "Harper checks English only."
            reports.append(EngineReport("harper", None, State.MISSING, only))
            lack = f"{lack} {only}" if lack else only
    reports += [EngineReport(e.name, e.version, State.RAN) for e in engines]
    if lack:
        instead = _INSTEAD[tuple(opened.name for opened in engines)]
        notices.append(Notice(f"{instead}, because {lack}", engine="languagetool"))
    return Opened(tuple(engines), tuple(reports), tuple(notices))


def _open_languagetool(
    found: Remote | Local,
    setup: Setup,
    settings: EngineSettings,
    progress: Progress,
    store: Store | None,
    judge: Judge | None,
) -> "LanguageTool":
    """Return LanguageTool, which has answered, or had before; else raise EngineError."""
    from editkit.engines.languagetool.engine import LanguageTool  # noqa: PLC0415  (where it runs only)

    answers = _answers(settings, store)
    link = Remembering(_link(found, settings, progress), answers)
    local = not isinstance(found, Remote) or found.local
    try:
        return LanguageTool(link, KnownTags(link, answers, local=local), setup, judge)
    except EngineError:
        link.close()
        raise


def _answers(settings: EngineSettings, store: Store | None) -> Answers:
    """Return what LanguageTool has said, if it can be told from another one."""
    if store is None:
        return Answers()
    from editkit.engines.languagetool.identity import identity  # noqa: PLC0415  (as above)

    known = identity(settings)
    if known is None or known.lacking:
        return Answers()
    return Answers(f"languagetool {known.name}", store)


def _link(found: Remote | Local, settings: EngineSettings, progress: Progress) -> Link:
    if isinstance(found, Remote):
        return RemoteLink(found.url)
    from editkit.engines.languagetool.server import Server  # noqa: PLC0415  (has no meaning without locks)

    return SharedLink(Server(found, settings, progress))


def _open_harper(setup: Setup, store: Store | None, judge: Judge | None) -> Engine:
    from editkit.engines.harper.engine import Harper  # noqa: PLC0415  (where it runs only)

    return Harper(setup, store, judge)
