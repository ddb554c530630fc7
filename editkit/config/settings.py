"""Settings: what a run is told by the nearest configuration file and the command line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from editkit.checks import names
from editkit.config.packs import is_file, shipped
from editkit.core.errors import InputError
from editkit.core.taxonomy import Confidence, Family, Severity

ENGINES = ("auto", "languagetool", "harper", "both", "none")
COLORS = ("auto", "always", "never")
PACKED = "calque"
"""The rule that packs are for: issues of their doubtful rows are shown to who asks for them."""
OWN_RULES = ("unused-suppression",)
"""Rules of editkit that neither a check nor an engine looks for."""
_FAMILIES = tuple(family.value for family in Family)

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

Options = tuple[tuple[str, tuple[tuple[str, object], ...]], ...]


@dataclass(frozen=True, slots=True)
class Declined:
    """A LanguageTool server that is not contacted, and the configuration file that names it."""

    url: str
    file: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run over one file needs to know; equal settings share their checks.

    `select` and `ignore` hold rule ids and families; an empty `select` means all.
    `per_file_ignores` are pairs of a glob, relative to `root`, and what it
    ignores. `words` are files of words that are always right, `packs` names of
    packs and files. Without `min_confidence` every issue is wanted but the
    doubtful ones of engines and packs, without `min_severity` all but those of no
    weight. `root` is the folder of the configuration file, where there is one, and
    `baseline` the file of suppressed issues. `declined` is a server on another machine
    that a configuration beside the article names; see `Configuration`.
    """

    glossaries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    packs: tuple[str, ...] = ("zh-en",)
    lang: str = "en-US"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    engine: str = "auto"
    offline: bool = False
    languagetool_url: str | None = None
    declined: Declined | None = None
    min_severity: Severity | None = None
    min_confidence: Confidence | None = None
    options: Options = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    color: str = "auto"
    cache: bool = True
    baseline: str | None = None
    root: str | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """The files that articles are checked against: glossaries, word lists, own packs."""
        return (*self.glossaries, *self.words, *filter(is_file, self.packs))

    def wants(self, rule: str, family: Family) -> bool:
        """Whether issues of `rule` are asked for; a rule's id outweighs its family's name."""
        if rule in self.ignore:
            return False
        if rule in self.select:
            return True
        return family.value not in self.ignore and (not self.select or family.value in self.select)

    def thorough(self) -> "Settings":
        """Return these settings, with the issues that are shown only to whoever asks for them."""
        doubtful = self.min_confidence or Confidence.LOW
        return replace(self.weightless(), min_confidence=doubtful)

    def weightless(self) -> "Settings":
        """Return these settings, with the issues of no weight unless something was said."""
        return replace(self, min_severity=self.min_severity or Severity.INFO)

    def rule_options(self) -> Mapping[str, Mapping[str, object]]:
        """Return the options of each rule by its id."""
        return {rule: dict(options) for rule, options in self.options}

    def for_file(self, path: Path) -> "Settings":
        """Return these settings with the `per_file_ignores` of `path` among `ignore`."""
        if not self.per_file_ignores or self.root is None:
            return replace(self, per_file_ignores=(), root=None)
        full = path.resolve()
        root = Path(self.root).resolve()
        inside = full.relative_to(root).as_posix() if full.is_relative_to(root) else full.name
        more = tuple(
            name
            for glob, ignored in self.per_file_ignores
            if fnmatchcase(inside, glob) or fnmatchcase(full.name, glob)
            for name in ignored
            if name not in self.ignore
        )
        return replace(self, ignore=self.ignore + more, per_file_ignores=(), root=None)


def known_rule(name: str) -> bool:
    """Whether `name` is a rule id: one of editkit's, or any that an engine may spell."""
    engine, slash, rule = name.partition("/")
    if slash:
        return engine in ENGINES[1:3] and bool(rule)
    return name in rule_names()


def rule_names() -> tuple[str, ...]:
    """Return the ids of editkit's rules, whoever looks for them."""
    from editkit.engines.languagetool import own_rules  # noqa: PLC0415  (what needs no engine goes without)

    return (*names(), *own_rules.names(), *OWN_RULES)


def check_selector(name: str) -> str:
    """Return `name`, a rule id or a family; raise InputError naming the nearest one."""
    if name in _FAMILIES or known_rule(name):
        return name
    raise InputError(
        f"There is no rule or family “{name}”{nearest(name, (*_FAMILIES, *rule_names()))}."
    )


def check_pack(name: str) -> str:
    """Return `name`, a pack of editkit's or a file; raise InputError naming the nearest one."""
    if name in shipped() or is_file(name):
        return name
    raise InputError(f"There is no pack “{name}”{nearest(name, shipped())}.")


def check_lang(tag: str) -> str:
    """Return `tag`, shaped like a language tag (BCP 47); raise InputError otherwise."""
    if _TAG.fullmatch(tag):
        return tag
    raise InputError(f"“{tag}” is no language tag, such as en-GB.")


def nearest(name: str, known: tuple[str, ...]) -> str:
    """Return a clause that names the known word nearest to `name`, or nothing.

    >>> nearest("grammer", ("grammar", "term"))
    '; the nearest is “grammar”'
    """
    from difflib import get_close_matches  # noqa: PLC0415  (only who has erred waits for it)

    close = get_close_matches(name, known, 1, 0.55)
    return f"; the nearest is “{close[0]}”" if close else ""
