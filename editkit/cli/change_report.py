"""What `apply --report` does."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from editkit.core.errors import InputError
from editkit.core.fix import Splice
from editkit.fixing.atomic_write import write_atomically
from editkit.linting.rule_index import rules
from editkit.reviewing.change_report import Article, Made, render
from editkit.reviewing.decisions import Decision, Verdict
from editkit.reviewing.plan import Applied


def spare(path: str, decisions: str, files: Sequence[str]) -> None:
    """Raise InputError where the report would be written over what is needed."""
    real = os.path.realpath(path)
    if real in {os.path.realpath(file) for file in (decisions, *files)}:
        raise InputError("This file is needed; name another one with --report.", uri=path)


def write_report(path: str, files: Sequence[Applied], *, done: bool) -> None:
    """Write what was changed into the HTML file at `path`; raise InputError where it cannot be."""
    articles = [_article(applied) for applied in files]
    summaries = {rule.id: rule.summary for rule in rules()}
    today = datetime.now().astimezone().date()
    page = render(articles, summaries, day=today, done=done)
    write_atomically(Path(path), page.encode())


def _article(applied: Applied) -> Article:
    if applied.error is not None:
        return Article(applied.path, refused=str(applied.error))
    made = (_made(each) for each in applied.decisions if each.made and each.edits)
    return Article(applied.path, applied.raw, tuple(made))


def _made(decision: Decision) -> Made:
    splices = tuple(Splice(edit.span, edit.replacement) for edit in decision.edits)
    return Made(decision.rule, splices, decision.verdict is Verdict.REWRITTEN)
