"""Runs `editkit lint` as if a grammar engine were all that there is.

    scripts/engine_alone.py lint --engine harper article.txt

No check of ours, no pack, no rule that we have off, and nothing left out or made
one. Put before the programs that measure editkit, it measures the engine that
`--engine` names, LanguageTool unless it does.
"""

import sys

from editkit.core.taxonomy import Confidence, Family, Severity
from editkit.engines import findings
from editkit.engines.harper import engine as harper
from editkit.engines.languagetool import engine as languagetool
from editkit.engines.severity_table import Entry, Rulebook
from editkit.linting import toolset

_SURE = Confidence.HIGH
_KIND = (Family.GRAMMAR, "linguistic-conventions/grammar", Severity.MAJOR)


def _everything() -> Rulebook:
    entries = (Entry(name, "other:", *_KIND, _SURE, _SURE) for name in ("languagetool", "harper"))
    return Rulebook({(entry.engine, entry.rule): entry for entry in entries})


if __name__ == "__main__":
    findings.rulebook = _everything
    findings.gathered = iter
    findings._is_noise = lambda _document, _block, found: found.own is not None  # noqa: SLF001
    languagetool.DISABLED = harper._TOLD_OF = ()  # noqa: SLF001
    toolset.checks.names = tuple
    from editkit.__main__ import main

    sys.argv += ["--no-cache", "--pack", "none", "--min-severity", "info"]
    sys.exit(main())
