"""The review page: one HTML file in which a person accepts, rejects and rewrites edits."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from editkit.core.result import FileResult
from editkit.reviewing.page.embed import as_json, policy, squeezed, template
from editkit.reviewing.page.facts import facts
from editkit.reviewing.page.marks import flat
from editkit.reviewing.page.model import sources
from editkit.reviewing.page.originals import Original, originals_of
from editkit.reviewing.page.served import Served
from editkit.reviewing.page.view import article, notices

if TYPE_CHECKING:
    from jinja2 import Template

_SCRIPTS = (
    *("dom.js", "source.js", "diff.js", "words.js", "item.js", "state.js", "record.js"),
    *("paint.js", "panel.js", "filter.js", "move.js", "decide.js", "rewrite.js", "extras.js"),
    *("views.js", "report.js", "download.js", "keys.js"),
)
_SERVE, _START = "serve.js", "start.js"
_NO_ORIGINALS: Mapping[str, Sequence[Original]] = MappingProxyType({})
_NONE: Mapping[str, str] = MappingProxyType({})
__all__ = ["Original", "Served", "render", "script_names"]


def render(
    results: Sequence[FileResult],
    *,
    title: str | None = None,
    rationales: Mapping[str, str] = _NONE,
    originals: Mapping[str, Sequence[Original]] = _NO_ORIGINALS,
    served: Served | None = None,
) -> str:
    """Return the page for `results`, which needs no other file and no network.

    It holds the sources whole, so that it can make the edits itself, and shows
    files that could not be read by their notices. `rationales` says, by rule
    id, why a rule is there; `originals`, by the path of a file, what its
    paragraphs were translated from, where its segments do not say that. A page
    that is `served` keeps its decisions with the server it came from.
    """
    read = sources(results)
    beside = [originals.get(source.file.uri) or originals_of(source) for source in read]
    script = "\n".join(_part(name) for name in script_names(served=served is not None))
    style = _part("review.css")
    page = _template().render(
        title=flat(title or _title(results)),
        policy=policy(script, style, served=served is not None),
        script=script,
        style=style,
        facts=as_json(facts(read, rationales, beside, served)),
        articles=[article(source) for source in read],
        beside=any(beside),
        notices=notices(results),
    )
    return page.encode("utf-8", "replace").decode()  # a lone surrogate of a file name


def script_names(*, served: bool) -> tuple[str, ...]:
    """Return the files that are the page's script, in the order in which they run."""
    return (*_SCRIPTS, *((_SERVE,) if served else ()), _START)


def _title(results: Sequence[FileResult]) -> str:
    return results[0].uri if len(results) == 1 else f"{len(results)} files"


def _part(name: str) -> str:
    folder = files(__package__) / "js" if name.endswith(".js") else files(__package__)
    text = folder.joinpath(name).read_text("utf-8")
    return text if name.endswith(".html") else squeezed(text, style=name.endswith(".css"))


@cache
def _template() -> "Template":
    return template(_part("page.html"))
