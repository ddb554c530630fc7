"""Run `editkit lint` with only the findings of a grammar engine.

    scripts/engine_alone.py lint --engine harper article.txt

Without editkit's checks, packs, own rules, disabled rules, filtering, and grouping. With this
command, the evaluation programs measure the engine of `--engine` (default: LanguageTool) instead
of editkit.
"""

import sys

from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines import findings
from editkit.engines.harper import engine as harper
from editkit.engines.languagetool import engine as languagetool
from editkit.engines.severity_table import SeverityEntry, SeverityTable
from editkit.linting import grouping, toolset

_CONFIDENCE = Confidence.HIGH
_KIND = (Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MAJOR)


def _all_rules() -> SeverityTable:
    entries = (
        SeverityEntry(name, "other:", *_KIND, _CONFIDENCE) for name in ("languagetool", "harper")
    )
    return SeverityTable({(entry.engine, entry.rule): entry for entry in entries})


if __name__ == "__main__":
    findings.default_table = _all_rules
    findings.with_equal_fixes = iter
    grouping.MIN_PLACES = sys.maxsize
    findings._is_noise = lambda _document, _block, found: found.is_own_rule  # noqa: SLF001
    languagetool.DISABLED_RULES = harper.REPLACED_RULES = ()
    toolset.checks.families = dict  # none of editkit's own checks
    from editkit.__main__ import main

    sys.argv += ["--no-cache", "--pack", "none", "--min-severity", "info"]
    sys.exit(main())
