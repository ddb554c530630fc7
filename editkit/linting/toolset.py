"""Toolsets: the checks, glossary and engines for one set of settings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from editkit import checks
from editkit.config import Settings
from editkit.config.settings import PACK_RULE
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.errors import INTERRUPTIONS
from editkit.core.glossary import Glossary
from editkit.core.issue import Issue
from editkit.core.plugins import PluginError
from editkit.core.result import EngineReport, Notice
from editkit.core.setup import Setup
from editkit.core.taxonomy import Family
from editkit.engines.registry import candidates, engines_of_rules
from editkit.linting.compact_result import CommonResult
from editkit.linting.plugins import checked_issues, make_check, plugin_notices

if TYPE_CHECKING:
    from editkit.linting.engine_worker import WorkerPool
    from editkit.linting.locate import LocateInFile
    from editkit.text.allowed_words import AllowedWords

RunCheck = Callable[[Check, LintContext], Iterator[Issue]]

ENGINE_FAMILIES = frozenset(Family) - {
    Family.TERM,
    Family.CONSISTENCY,
    Family.SOURCE,
    Family.WEB,
}
"""The families of issues that engines report; if none is enabled, no engine is started."""


def _run_alone(check: Check, context: LintContext) -> Iterator[Issue]:
    return check.run(context)


@dataclass(slots=True, eq=False)
class Toolset:
    """The checks and engines of one `Settings`; `notices` were raised while opening them.

    `run_check` runs one check on one document. `locate_in_file` locates a span of another
    document. `allowed_words` are never reported as misspelled. `rules` are the ids of the checks.
    """

    settings: Settings
    setup: Setup
    checks: tuple[Check, ...]
    engines: tuple[Engine, ...] = ()
    worker_pools: tuple["WorkerPool", ...] = ()
    reports: tuple[EngineReport, ...] = ()
    notices: tuple[Notice, ...] = ()
    run_check: RunCheck = _run_alone
    locate_in_file: "LocateInFile | None" = None
    allowed_words: "AllowedWords | None" = None
    rules: frozenset[str] = field(init=False)
    _checks_by_lang: dict[str, tuple[Check, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.rules = frozenset(check.rule.id for check in self.checks)

    @property
    def common_result(self) -> CommonResult:
        """What the results of all files have in common, unless an engine fails."""
        return CommonResult(self.reports, self.notices)

    def run_checks(
        self, document: Document, original: Document | None = None
    ) -> tuple[list[Issue], list[Notice]]:
        """Return the issues of editkit's own checks, and a notice for each check that failed.

        `original` is the text that `document` was translated from.
        """
        issues: list[Issue] = []
        failures: list[Notice] = []
        context = LintContext(document, self.setup, original)
        for check in self._checks_of(document.lang):
            try:
                if check.can_report(context):
                    issues += checked_issues(document, self.run_check(check, context))
            except INTERRUPTIONS:
                raise
            except BaseException as error:  # noqa: BLE001  (one check must not stop the others)
                why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
                message = f"The check {check.rule.id} failed: {why}."
                failures.append(Notice(message, document.uri, rule=check.rule.id))
        return issues, failures

    def _checks_of(self, lang: str) -> tuple[Check, ...]:
        """Return the checks that apply to texts in `lang`."""
        found = self._checks_by_lang.get(lang)
        if found is None:
            found = tuple(check for check in self.checks if check.rule.applies_to(lang))
            self._checks_by_lang[lang] = found
        return found

    def is_allowed(self, document: Document, issue: Issue) -> bool:
        """Return whether an issue is about the spelling of words that a word list allows."""
        if self.allowed_words is None:
            return False
        is_spelling = issue.family is Family.SPELLING or issue.rule.startswith("misspelt-")
        return is_spelling and self.allowed_words.is_allowed(document.text, issue.span)

    def close(self) -> None:
        """Close the engines and end their worker threads."""
        for pool in self.worker_pools:
            pool.close()
        for engine in self.engines:
            engine.close()


def build_toolset(settings: Settings, glossary: Glossary | None = None) -> Toolset:
    """Return a toolset whose engines are not open yet.

    `glossary` replaces the glossary files of the settings. Raises InputError for a
    glossary, pack or word list that cannot be read.
    """
    notices: tuple[Notice, ...] = ()
    if glossary is None:
        glossary, notices = _load_glossary(settings)
    packs, pack_notices = _load_packs(settings)
    setup = Setup(
        glossary, settings.lang, settings.rule_options(), packs, frozenset(settings.select)
    )
    active_checks, check_notices = _make_checks(settings, setup)
    allowed_words = _load_allowed_words(settings)
    all_notices = (
        *notices,
        *pack_notices,
        *_ignored_server_notices(settings),
        *plugin_notices(),
        *check_notices,
    )
    return Toolset(
        settings, setup, active_checks, notices=all_notices, allowed_words=allowed_words
    )


def enabled_rules(settings: Settings) -> Iterator[str]:
    """Yield the ids of the rules whose checks run with `settings`."""
    for rule, family in checks.families().items():
        if settings.is_enabled(rule, family):
            yield rule


def _make_checks(settings: Settings, setup: Setup) -> tuple[tuple[Check, ...], list[Notice]]:
    """Return the enabled checks, and a notice for each plug-in's check that cannot be used."""
    made: list[Check] = []
    notices: list[Notice] = []
    for rule in enabled_rules(settings):
        if (plugin_rule := checks.plugin_rules().get(rule)) is None:
            made.append(checks.load(rule)(setup))
            continue
        try:
            made.append(make_check(plugin_rule, setup))
        except PluginError as error:
            notices.append(Notice(str(error), rule=rule))
    return tuple(made), notices


def needs_engines(settings: Settings) -> bool:
    """Return whether any enabled family or rule is reported by an engine."""
    if settings.engine == "none":
        return False
    has_families = any(settings.is_enabled("", family) for family in ENGINE_FAMILIES)
    if has_families or not settings.select:
        return has_families
    known = {*checks.rule_ids(), *(family.value for family in Family)}
    names = [name for name in settings.select if name not in known]
    return any("/" in name or name in engines_of_rules() for name in names)


def _ignored_server_notices(settings: Settings) -> Iterator[Notice]:
    """Yield a notice if a project configuration names a server that is not contacted."""
    if settings.ignored_server is None or settings.offline or not needs_engines(settings):
        return
    if "languagetool" not in candidates(settings.engine):
        return
    from editkit.config.files import user_config_file  # noqa: PLC0415  (few configurations name a server)

    user_file = user_config_file()
    where = f", or languagetool-url in {user_file}" if user_file else ""
    message = (
        f"No text was sent to the LanguageTool server “{settings.ignored_server.url}”, because a "
        "configuration beside an article may not name a server on another machine; to use it, "
        f"set --languagetool-url, EDITKIT_LANGUAGETOOL_URL{where}."
    )
    yield Notice(message, settings.ignored_server.file)


def _load_allowed_words(settings: Settings) -> "AllowedWords | None":
    if not settings.words:
        return None
    from editkit.languages.en.word_list import is_english  # noqa: PLC0415  (most runs have no list)
    from editkit.termbase.word_list import read_words  # noqa: PLC0415  (as above)
    from editkit.text.allowed_words import AllowedWords  # noqa: PLC0415  (as above)

    words = (word for path in settings.words for word in read_words(path))
    return AllowedWords(words, is_english)


def _load_glossary(settings: Settings) -> tuple[Glossary, tuple[Notice, ...]]:
    if not settings.glossaries:
        return Glossary(), ()
    from editkit.termbase import load, merge  # noqa: PLC0415  (most of it is for other formats)

    loaded = [load(path) for path in settings.glossaries]
    notices = tuple(notice for each in loaded for notice in each.notices)
    return merge(each.glossary for each in loaded), notices


def _load_packs(settings: Settings) -> tuple[Glossary, tuple[Notice, ...]]:
    """Return the merged packs, including rows whose low confidence hides them by default."""
    if not settings.packs or not settings.is_enabled(PACK_RULE, Family.STYLE):
        return Glossary(), ()
    from editkit.config.packs import is_pack_file  # noqa: PLC0415  (as above)

    has_files = any(map(is_pack_file, settings.packs))
    return (_read_packs if has_files else _cached_builtin_packs)(settings.packs)


def _read_packs(names: tuple[str, ...]) -> tuple[Glossary, tuple[Notice, ...]]:
    from editkit.config.packs import pack_path  # noqa: PLC0415  (as above)
    from editkit.termbase import load, merge  # noqa: PLC0415  (as above)

    loaded = [load(pack_path(name), term_optional=True) for name in names]
    notices = tuple(notice for each in loaded for notice in each.notices)
    return merge(each.glossary for each in loaded), notices


_cached_builtin_packs = lru_cache(maxsize=4)(_read_packs)
"""The packs that are part of editkit do not change while it runs; pack files may."""
