"""Base class of engine providers: what is known about an engine before it is opened."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from editkit.core.engine import Engine, EngineError
from editkit.core.engine_options import EngineOption
from editkit.core.language import matches
from editkit.core.rule import Rule
from editkit.core.setup import Setup
from editkit.core.storage.blob_store import BlobStore
from editkit.core.taxonomy import Confidence

Progress = Callable[[int, int], None]
"""Called with the amount done and the total."""
DownloadProgress = Callable[[str, int, int], None]
"""Called with the title of an engine, the bytes downloaded and their total."""


def _ignore_progress(*_: object) -> None:
    """Do nothing."""


class EngineMissingError(EngineError):
    """An engine is not installed, or a part that it needs is missing."""


@dataclass(frozen=True, slots=True)
class EngineAccess:
    """The resources that engines may use in a run.

    With `offline`, an engine must not access the network. `urls` are the servers that the
    user has named, by engine, and `options` the options that configurations set, by engine; see
    `EngineProvider.options_in`. `store` caches raw responses. `on_check` is called from any
    thread with the number of chunks that an engine has checked and has received so far.
    """

    offline: bool = False
    urls: Mapping[str, str] = field(default_factory=dict)
    store: BlobStore | None = None
    on_download: DownloadProgress = _ignore_progress
    on_check: Progress = _ignore_progress
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EngineIdentity:
    """A name that changes whenever the engine's responses may, for cache keys.

    `is_unavailable`: the engine is not installed, and `name` is the reason.
    """

    name: str
    is_unavailable: bool = False


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """An engine's version, whether it can be used, its components, and what is missing."""

    name: str
    version: str | None
    is_ready: bool
    details: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class EngineProvider(ABC):
    """The declaration of an engine, which opens it. Importing it must not import the engine.

    `name` is its name on the command line and the prefix of its rules, `title` its name in
    messages. `languages` are the tags and English names of the languages it checks; empty
    means any. `rank` orders the engines that editkit may choose by itself, best first; an
    engine without one is used only if the user names it. `needs_download` declares that
    `editkit engines install` has something to install. `options` are what configurations can set.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    languages: ClassVar[Mapping[str, str]] = {}
    rank: ClassVar[int | None] = None
    needs_download: ClassVar[bool] = False
    options: ClassVar[tuple[EngineOption, ...]] = ()

    def declaration_fault(self) -> str | None:
        """Return what is wrong with the class variables, which a plug-in may set to anything."""
        kinds = {
            "title": str,
            "languages": Mapping,
            "rank": int | None,
            "needs_download": bool,
        }
        for name, kind in kinds.items():
            if not isinstance(getattr(self, name, ...), kind):
                return f"its class has no valid “{name}”"
        if not isinstance(self.options, tuple) or not all(
            isinstance(option, EngineOption) and option.is_valid for option in self.options
        ):
            return "its class has no valid “options”"
        return None

    def options_in(self, access: EngineAccess) -> Mapping[str, object]:
        """Return the value of each of `options` in a run: the one that is set, or the default."""
        defaults = {option.name: option.default for option in self.options}
        return {**defaults, **access.options.get(self.name, {})}

    def supports(self, lang: str) -> bool:
        """Return whether the engine checks texts in `lang`, a BCP 47 tag."""
        return not self.languages or any(matches(tag, lang) for tag in self.languages)

    @abstractmethod
    def open(self, setup: Setup, access: EngineAccess) -> Engine:
        """Return the engine, ready to run; the caller closes it.

        Raises EngineMissingError if it is not installed and cannot be, and EngineError if
        it does not work.
        """

    @abstractmethod
    def status(self, access: EngineAccess) -> EngineStatus:
        """Return the engine's status. Starts nothing and downloads nothing."""

    def identity(self, access: EngineAccess) -> EngineIdentity | None:  # noqa: ARG002  (for overrides)
        """Return the engine's identity, or None if it is unknown, so that nothing is cached.

        Starts nothing and downloads nothing. The versions of installed packages are part
        of every cache key, so an engine that depends on nothing else need not override it.
        """
        return EngineIdentity(self.name)

    def install(self, access: EngineAccess) -> str:
        """Install what the engine needs, and return a line that says what is where.

        Only called if `needs_download`. Raises EngineError if it fails.
        """
        raise NotImplementedError

    def rule_ids(self) -> tuple[str, ...]:
        """Return the ids of editkit's own rules that the engine runs; none for a plug-in."""
        return ()

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules with `rule_ids`."""
        return ()

    def confidence_of(self, rule_id: str) -> Confidence:  # noqa: ARG002  (for overrides)
        """Return the confidence of the issues of one of the rules with `rule_ids`."""
        return Confidence.MEDIUM
