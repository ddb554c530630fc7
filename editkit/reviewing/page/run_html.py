"""HTML of text runs and diffs; a template takes three times as long for many short runs."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from editkit.reviewing.page.marks import TextRun
from editkit.reviewing.page.view import DiffRun


def text_html(runs: Iterable[TextRun]) -> Markup:
    """Return the HTML of text runs, with marks for hidden characters."""
    return Markup("".join(map(_run_html, runs)))  # noqa: S704  (all texts are escaped)


def diff_html(runs: Iterable[DiffRun]) -> Markup:
    """Return the HTML of a diff, with deleted and inserted text as elements."""
    return Markup("".join(map(_diff_run_html, runs)))  # noqa: S704  (all texts are escaped)


def _run_html(run: TextRun) -> str:
    text = escape(run.text)
    if run.mark:
        return f'<span class="mark" data-mark="{escape(run.mark)}">{text}</span>'
    return f"<small>{text}</small>" if run.dimmed else text


def _diff_run_html(run: DiffRun) -> str:
    text = "".join(map(_run_html, run.text_runs))
    return f"<{run.tag}>{text}</{run.tag}>" if run.tag else text
