"""Review page: one HTML file for accepting, rejecting and rewriting proposed edits."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from editkit.core.result import FileResult
from editkit.core.rule import Rule
from editkit.reviewing.decisions import DocumentKey
from editkit.reviewing.page.collection_pause import collection_paused
from editkit.reviewing.page.embed import (
    compile_template,
    content_security_policy,
    minify_style,
    report_style,
    to_safe_json,
)
from editkit.reviewing.page.marks import escape_hidden
from editkit.reviewing.page.model import sources
from editkit.reviewing.page.originals import Original, document_originals
from editkit.reviewing.page.page_data import page_data
from editkit.reviewing.page.run_html import diff_html, text_html
from editkit.reviewing.page.script_minifier import minify_script
from editkit.reviewing.page.server_state import ServerState
from editkit.reviewing.page.view import article, notices
from editkit.reviewing.report_details import NO_HEAD, ReportHead

if TYPE_CHECKING:
    from jinja2 import Template

_SCRIPTS = (
    *("dom.js", "source.js", "diff.js", "words.js", "item.js", "state.js", "record.js"),
    *("paint.js", "card.js", "panel.js", "triage.js", "search.js", "filter.js", "move.js"),
    *("decide.js", "bulk.js", "drafts.js", "rewrite.js", "extras.js", "check.js"),
    *("views.js", "report_rows.js", "report.js", "download.js", "begin.js", "keys.js"),
)
_FILES_SCRIPTS = ("files.js", "zip.js")
_TABLES_SCRIPT, _START_SCRIPT = "tables.js", "start.js"
_SERVE_SCRIPTS = ("banner.js", "serve.js", "recheck.js")
_NO_ORIGINALS: Mapping[DocumentKey, Sequence[Original]] = MappingProxyType({})
_NO_RULES: Mapping[str, Rule] = MappingProxyType({})
__all__ = ["Original", "ServerState", "render", "script_names"]


@collection_paused()
def render(
    results: Sequence[FileResult],
    *,
    title: str | None = None,
    rules: Mapping[str, Rule] = _NO_RULES,
    originals: Mapping[DocumentKey, Sequence[Original]] = _NO_ORIGINALS,
    served: ServerState | None = None,
    head: ReportHead = NO_HEAD,
) -> str:
    """Return the page for `results`; it needs no other file and no network.

    The page contains the whole sources, so that it can make the edits itself. Files that
    could not be read appear as notices. `rules` has the rules by id,
    for their titles and reasons. `originals` maps a document to its paragraphs in the
    original language (by default, those of the document). With `served`, the page saves its
    decisions to the server. `head` is that of the change report.
    """
    review_sources = sources(results)
    paragraph_originals = [
        originals.get(source.key) or document_originals(source) for source in review_sources
    ]
    data = page_data(review_sources, rules, paragraph_originals, served, head)
    has_files = len(review_sources) > 1
    names = script_names(
        served=served is not None,
        has_tables="encodings" in data,
        has_files=has_files,
    )
    script = _script(names)
    style = "".join(map(_load, style_names(served=served is not None, has_files=has_files)))
    style += report_style()
    page = _template().render(
        title=escape_hidden(title or _title(results)),
        policy=content_security_policy(script, style, served=served is not None),
        script=script,
        style=style,
        facts=to_safe_json(data),
        text=text_html,
        diff=diff_html,
        articles=[article(source) for source in review_sources],
        has_originals=any(paragraph_originals),
        notices=notices(results),
        served=served is not None,
    )
    return page.encode("utf-8", "replace").decode()  # a lone surrogate of a file name


def script_names(
    *, served: bool, has_tables: bool = True, has_files: bool = True
) -> tuple[str, ...]:
    """Return the files of the page's script, in the order in which they run.

    Only a page with files that are not in Unicode `has_tables` of their encodings, and only one
    with several documents `has_files` to move between and to put into an archive.
    """
    files_scripts = _FILES_SCRIPTS if has_files else ()
    tables = (_TABLES_SCRIPT,) if has_tables else ()
    served_scripts = _SERVE_SCRIPTS if served else ()
    return (*_SCRIPTS, *files_scripts, *tables, *served_scripts, _START_SCRIPT)


def style_names(*, served: bool, has_files: bool) -> tuple[str, ...]:
    """Return the files of the page's style, without that of its change report."""
    return (
        "review.css",
        *(("files.css",) if has_files else ()),
        *(("served.css",) if served else ()),
    )


def _title(results: Sequence[FileResult]) -> str:
    return results[0].uri if len(results) == 1 else f"{len(results)} files"


@cache
def _script(names: Sequence[str]) -> str:
    return minify_script("\n".join(map(_load, names)))


@cache
def _load(name: str) -> str:
    folder = files(__package__) / "js" if name.endswith(".js") else files(__package__)
    text = folder.joinpath(name).read_text("utf-8")
    return minify_style(text) if name.endswith(".css") else text


@cache
def _template() -> "Template":
    return compile_template(_load("page.html"))
