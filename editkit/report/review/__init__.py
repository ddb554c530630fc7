"""The review page: one HTML file in which a person accepts, rejects and rewrites edits."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from editkit.core.result import FileResult
from editkit.report.review.embed import as_json, policy
from editkit.report.review.facts import facts
from editkit.report.review.marks import flat
from editkit.report.review.model import sources
from editkit.report.review.view import article, notices, rules

if TYPE_CHECKING:
    from jinja2 import Template

_SCRIPTS = ("source.js", "diff.js", "state.js", "panel.js", "paint.js", "review.js")
_NONE: Mapping[str, str] = MappingProxyType({})


def render(
    results: Sequence[FileResult],
    *,
    title: str | None = None,
    rationales: Mapping[str, str] = _NONE,
) -> str:
    """Return the page for `results`, which needs no other file and no network.

    It holds the sources whole, so that it can make the edits itself, and shows
    files that could not be read by their notices. `rationales` says, by rule
    id, why a rule is there.
    """
    read = sources(results)
    script = "\n".join(_part(name) for name in _SCRIPTS)
    style = _part("review.css")
    page = _template().render(
        title=flat(title or _title(results)),
        policy=policy(script, style),
        script=script,
        style=style,
        facts=as_json(facts(read, rationales)),
        articles=[article(source) for source in read],
        rules=rules(read),
        notices=notices(results),
    )
    return page.encode("utf-8", "replace").decode()  # a lone surrogate of a file name


def _title(results: Sequence[FileResult]) -> str:
    return results[0].uri if len(results) == 1 else f"{len(results)} files"


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (start-up time)

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_part("page.html"))
