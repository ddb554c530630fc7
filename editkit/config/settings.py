"""Settings of a lint run: enabled rules, engines, thresholds and data files."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from editkit.checks import rule_ids
from editkit.config.file_formats import FormatRules
from editkit.config.ignored_settings import IgnoredOption, IgnoredServer
from editkit.config.packs import builtin_packs, is_pack_file
from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.renamed_rules import current_id
from editkit.core.storage.encodings import encoding_name
from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines.chosen_server import chosen_server
from editkit.engines.registry import engine_names, engines_of_rules

COLORS = ("auto", "always", "never")
PACK_RULE = "calque"
"""The rule that reports issues of packs; those of low-confidence rows are hidden by default."""
OWN_RULES = ("unused-suppression",)
"""Rules of editkit that neither a check nor an engine reports."""
_FAMILIES = tuple(family.value for family in Family)

_TAG = lazy_pattern(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

Options = tuple[tuple[str, tuple[tuple[str, object], ...]], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings for linting one file; files with equal settings share a toolset.

    `select` and `ignore` are rule ids and families; an empty `select` selects all.
    `per_file_ignores` are pairs of a glob, relative to `root`, and the rules and
    families ignored for it, `formats` of a glob and the name of a format. `front_matter`
    are the keys whose values are prose. `words` are files of
    allowed words, `packs` names of packs and pack files. If `min_confidence` is None,
    low-confidence issues of engines and packs are hidden; if `min_severity` is None, issues
    of severity `info`. With `preview`, rules of that status run as well. `root` is the
    folder of the configuration file, if there is one, and `baseline` the baseline file. `exclude`
    are groups of patterns, as in a .gitignore, of paths that are left out of folders, each with
    the folder they are relative to. `encoding` is that of files without a byte order mark, None
    if it is found out for each.
    `ignored_server` is a server on another machine that a configuration file in an
    article's folder names; see `Configuration`. `engine_options` are the options of engines by
    name, `ignored_options` those that such a file sets although they need trust. `project_files`
    are the files that it names, `outside_files` those of them outside of its folder.
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
    ignored_server: IgnoredServer | None = None
    min_severity: Severity | None = None
    min_confidence: Confidence | None = None
    preview: bool = False
    options: Options = ()
    engine_options: Options = ()
    ignored_options: tuple[IgnoredOption, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    formats: FormatRules = ()
    front_matter: tuple[str, ...] = ()
    exclude: tuple[tuple[str, tuple[str, ...]], ...] = ()
    encoding: str | None = None
    color: str = "auto"
    cache: bool = True
    baseline: str | None = None
    root: str | None = None
    project_files: tuple[str, ...] = ()
    outside_files: tuple[str, ...] = ()

    @property
    def engine_urls(self) -> Mapping[str, str]:
        """The servers that the settings name, by engine."""
        return {"languagetool": self.languagetool_url} if self.languagetool_url else {}

    @property
    def options_of_engines(self) -> Mapping[str, Mapping[str, object]]:
        """The options that the settings set, by engine."""
        return {engine: dict(options) for engine, options in self.engine_options}

    @property
    def server(self) -> str | None:
        """The LanguageTool server of the settings, otherwise of `EDITKIT_LANGUAGETOOL_URL`."""
        return chosen_server(self.languagetool_url)

    @property
    def data_files(self) -> tuple[str, ...]:
        """The files that articles are checked against: glossaries, word lists, pack files."""
        return (*self.glossaries, *self.words, *filter(is_pack_file, self.packs))

    def is_enabled(self, rule: str, family: Family) -> bool:
        """Return whether issues of `rule` are reported; a rule id overrides its family."""
        if rule in self.ignore:
            return False
        if rule in self.select:
            return True
        return family.value not in self.ignore and (not self.select or family.value in self.select)

    def for_review(self) -> "Settings":
        """Return these settings without the default thresholds, for a review of all issues."""
        min_confidence = self.min_confidence or Confidence.LOW
        return replace(self.with_info(), min_confidence=min_confidence)

    def with_info(self) -> "Settings":
        """Return these settings, with `info` as the default minimum severity."""
        return replace(self, min_severity=self.min_severity or Severity.INFO)

    def rule_options(self) -> Mapping[str, Mapping[str, object]]:
        """Return the options of each rule by its id."""
        return {rule: dict(options) for rule, options in self.options}

    def with_rule_option(self, rule: str, name: str, value: object) -> "Settings":
        """Return these settings with another value of one option of a rule."""
        by_rule = {known: dict(options) for known, options in self.options}
        by_rule.setdefault(rule, {})[name] = value
        options = tuple(
            (known, tuple(sorted(by_rule[known].items()))) for known in sorted(by_rule)
        )
        return replace(self, options=options)

    def for_file(self, path: Path) -> "Settings":
        """Return these settings with the `per_file_ignores` of `path` added to `ignore`."""
        shared = replace(
            self, per_file_ignores=(), exclude=(), formats=(), front_matter=(), root=None
        )
        if not self.per_file_ignores or self.root is None:
            return shared
        full = path.resolve()
        root = Path(self.root).resolve()
        relative = full.relative_to(root).as_posix() if full.is_relative_to(root) else full.name
        added = tuple(
            name
            for glob, ignored in self.per_file_ignores
            if fnmatchcase(relative, glob) or fnmatchcase(full.name, glob)
            for name in ignored
            if name not in self.ignore
        )
        return replace(shared, ignore=self.ignore + added)


def is_known_rule(name: str) -> bool:
    """Return whether `name` is the id of an editkit rule, or may be that of an engine rule."""
    engine, slash, rule = name.partition("/")
    if slash:
        return engine in engine_names() and bool(rule)
    return name in rule_ids() or name in rule_names()


def rule_names() -> tuple[str, ...]:
    """Return the ids of editkit's rules, whether a check or an engine reports them."""
    return (*rule_ids(), *engines_of_rules(), *OWN_RULES)


def check_selector(name: str) -> str:
    """Return the current id of a rule, or `name` if it is a family.

    Raises InputError with the nearest name for any other.
    """
    name = current_id(name)
    if name in _FAMILIES or is_known_rule(name):
        return name
    raise InputError(
        f"Unknown rule or family “{name}”{nearest(name, (*_FAMILIES, *rule_names()))}."
    )


def check_pack(name: str) -> str:
    """Return `name` if it is a pack or pack file; otherwise raise InputError with the nearest."""
    if name in builtin_packs() or is_pack_file(name):
        return name
    raise InputError(f"Unknown pack “{name}”{nearest(name, builtin_packs())}.")


def check_encoding(label: str) -> str | None:
    """Return the usual name of an encoding, None for `auto`; raise InputError for no encoding."""
    return None if label == "auto" else encoding_name(label)


def check_lang(tag: str) -> str:
    """Return a BCP 47 language tag in the usual letter case: `en-GB`, `zh-Hant-TW`.

    Raises InputError if it does not have the syntax of a tag.

    >>> check_lang("EN-gb"), check_lang("zh-hant-tw"), check_lang("ca-ES-Valencia")
    ('en-GB', 'zh-Hant-TW', 'ca-ES-valencia')
    """
    if _TAG.fullmatch(tag):
        first, *others = tag.lower().split("-")
        if "x" in (first, *others):  # private subtags have no usual case
            return tag
        return "-".join((first, *map(_cased_subtag, others)))
    raise InputError(f"“{tag}” is not a language tag such as en-GB.")


def exclude_in(
    folder: str | os.PathLike[str], patterns: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the value of `Settings.exclude` for patterns relative to `folder`."""
    return ((os.path.realpath(folder), patterns),) if patterns else ()


def _cased_subtag(subtag: str) -> str:
    """Return a subtag after the first: a region in capitals, a script capitalized."""
    if len(subtag) == 2:  # noqa: PLR2004  (ISO 3166-1)
        return subtag.upper()
    return subtag.capitalize() if len(subtag) == 4 and subtag.isalpha() else subtag  # noqa: PLR2004  (ISO 15924)


def nearest(name: str, known: tuple[str, ...]) -> str:
    """Return a clause that names the known word nearest to `name`, or "" if none is near.

    >>> nearest("grammer", ("grammar", "term"))
    '; the nearest is “grammar”'
    """
    from difflib import get_close_matches  # noqa: PLC0415  (only needed for an error)

    close = get_close_matches(name, known, 1, 0.55)
    return f"; the nearest is “{close[0]}”" if close else ""
