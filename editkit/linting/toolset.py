"""Toolsets: the checks, glossary and engines for one set of settings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editkit import checks
from editkit.config import Settings
from editkit.core.check import Check
from editkit.core.context import LintContext
from editkit.core.document import Document
from editkit.core.engine import Engine
from editkit.core.errors import INTERRUPTIONS, describe
from editkit.core.glossary import Glossary
from editkit.core.issue import Issue
from editkit.core.plugins import PluginError
from editkit.core.result import EngineReport, Notice
from editkit.core.setup import Setup
from editkit.core.taxonomy import Family
from editkit.engines.registry import engines_of_rules
from editkit.languages.prose_view import code_of, prose_view
from editkit.linting.compact_result import CommonResult
from editkit.linting.files.load_files import load_allowed_words, load_glossaries, load_packs
from editkit.linting.plugins import checked_issues, make_check, plugin_notices
from editkit.linting.previews import is_preview, preview_notices
from editkit.linting.server_notices import ignored_server_notices

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

        Code within the prose is hidden from them, but not from those of web boilerplate, which
        has addresses. `original` is the text that `document` was translated from.
        """
        issues: list[Issue] = []
        failures: list[Notice] = []
        code = code_of(document, self.setup)
        whole = LintContext(document, self.setup, original)
        prose = LintContext(prose_view(document, self.setup), self.setup, original)
        for check in self._checks_of(document.lang):
            reads_code = check.rule.family is Family.WEB
            context = whole if reads_code else prose
            try:
                if check.can_report(context):
                    found = checked_issues(document, self.run_check(check, context))
                    kept = code.without_protected if reads_code else code.without_issues
                    issues += kept(found)
            except INTERRUPTIONS:
                raise
            except BaseException as error:  # noqa: BLE001  (one check must not stop the others)
                message = f"The check {check.rule.id} failed: {describe(error)}."
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
        is_spelling = issue.family is Family.SPELLING or issue.rule.startswith("misspelled-")
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
        glossary, notices = load_glossaries(settings)
    packs, pack_notices = load_packs(settings)
    setup = Setup(
        glossary,
        settings.lang,
        settings.rule_options(),
        packs,
        frozenset(settings.select),
        settings.preview,
    )
    active_checks, check_notices = _make_checks(settings, setup)
    allowed_words = load_allowed_words(settings)
    server_notices = ignored_server_notices(settings) if needs_engines(settings) else ()
    all_notices = (
        *notices,
        *pack_notices,
        *server_notices,
        *preview_notices(settings),
        *plugin_notices(),
        *check_notices,
    )
    return Toolset(
        settings, setup, active_checks, notices=all_notices, allowed_words=allowed_words
    )


def enabled_rules(settings: Settings) -> Iterator[str]:
    """Yield the ids of the rules whose checks run with `settings`."""
    for rule, family in checks.families().items():
        if settings.is_enabled(rule, family) and (settings.preview or not is_preview(rule)):
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
