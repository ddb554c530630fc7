"""Setup of a run: the glossary, language and options that all checks are built from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from editkit.core.glossary import Glossary

Shared = TypeVar("Shared")


@dataclass(frozen=True, slots=True)
class Setup:
    """Input of every check, the same for all documents of a run.

    `options` maps a rule id to the options set for it. `packs` is a glossary of style
    advice, separate from the article's own terms. `explicit_rules` are the rules selected
    by id; they run even if they are off by default. With `preview`, rows and patterns of that
    status are used as well.
    """

    glossary: Glossary = field(default_factory=Glossary)
    lang: str = "en-US"
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    packs: Glossary = field(default_factory=Glossary)
    explicit_rules: frozenset[str] = frozenset()
    preview: bool = False
    _instances: dict[Callable[..., object], object] = field(default_factory=dict, compare=False)

    def shared(self, factory: Callable[["Setup"], Shared]) -> Shared:
        """Return `factory(self)`, called once per setup.

        Checks of one family share a compiled glossary this way.
        """
        if factory not in self._instances:
            self._instances[factory] = factory(self)
        return cast("Shared", self._instances[factory])

    def share(self, factory: Callable[["Setup"], Shared], instance: Shared) -> None:
        """Make `instance` the result of `shared(factory)`."""
        self._instances[factory] = instance
