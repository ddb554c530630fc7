"""Options shared by the commands that lint, and the request that they form."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TextIO, TypeVar

import click

from editkit.cli.parameters.file_options import FILE_OPTIONS, take_file_fields, take_search
from editkit.cli.parameters.option_parsers import (
    parse_formats,
    parse_lang,
    parse_packs,
    parse_selectors,
    parse_server_url,
)
from editkit.config import Configuration
from editkit.config.settings import COLORS
from editkit.core.taxonomy import Confidence, Severity
from editkit.engines.registry import engine_choices
from editkit.linting.files.discover_settings import Search

P = ParamSpec("P")
R = TypeVar("R")


format_of_option = click.option(
    "--format-of",
    "formats",
    multiple=True,
    callback=parse_formats,
    metavar="GLOB=FORMAT",
    help="Read matching files in a format, such as '*.log=plain'; repeatable.",
)
_SHARED_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    click.option(
        "-g",
        "--glossary",
        "glossaries",
        multiple=True,
        metavar="FILE",
        help="Glossary to check against (CSV, TSV, XLSX, TBX); repeatable.",
    ),
    click.option(
        "--words",
        multiple=True,
        metavar="FILE",
        help="Words never to flag, one per line; repeatable.",
    ),
    click.option(
        "--pack",
        "packs",
        multiple=True,
        callback=parse_packs,
        metavar="NAME|FILE",
        help="Phrase pack to use instead of the configured ones, 'none' for none; repeatable "
        "[default: zh-en].",
    ),
    format_of_option,
    click.option(
        "--lang",
        callback=parse_lang,
        metavar="TAG",
        help="Language of the articles [default: en-US].",
    ),
    click.option(
        "--engine", type=click.Choice(engine_choices()), help="Grammar engine [default: auto]."
    ),
    click.option(
        "--languagetool-url",
        callback=parse_server_url,
        metavar="URL",
        help="LanguageTool server to send the texts to.",
    ),
    click.option("--offline", is_flag=True, default=None, help="Never access the network."),
    click.option(
        "--select",
        multiple=True,
        callback=parse_selectors,
        metavar="NAMES",
        help="Run only these rules and families (comma-separated).",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=parse_selectors,
        metavar="NAMES",
        help="Skip these rules and families (comma-separated).",
    ),
    click.option(
        "--min-severity",
        type=click.Choice([s.value for s in Severity]),
        help="Hide issues below this severity [default: minor; review: info].",
    ),
    click.option(
        "--min-confidence",
        type=click.Choice([c.value for c in Confidence]),
        help="Hide issues below this confidence [default: hide low-confidence issues of engines "
        "and packs; review: low].",
    ),
    click.option(
        "--preview/--no-preview",
        default=None,
        help="Also run rules in preview [default: no].",
    ),
    *FILE_OPTIONS,
    click.option(
        "--no-cache",
        "cache",
        flag_value=False,
        default=None,
        help="Do not use the result cache.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        help="Worker processes, with --engine none only [default: 1].",
    ),
    click.option("--baseline", metavar="FILE", help="File of known issues to ignore."),
    click.option("-q", "--quiet", is_flag=True, help="Print issues only."),
    click.option(
        "-v",
        "--verbose",
        is_flag=True,
        help="Show the configuration, glossary and engine of each folder.",
    ),
    click.option(
        "--color",
        type=click.Choice(COLORS),
        help="Colorize output [default: auto].",
    ),
)
_CONFIGURATION_FIELDS = (
    "glossaries",
    "words",
    "formats",
    "lang",
    "engine",
    "languagetool_url",
    "offline",
    "select",
    "ignore",
    "preview",
    "color",
    "cache",
    "baseline",
)
together_option = click.option(
    "--together", is_flag=True, help="Also compare the articles with one another."
)


@dataclass(frozen=True, slots=True)
class LintRequest:
    """The parsed shared options of a command: paths, configuration and run options."""

    paths: tuple[str, ...]
    configuration: Configuration
    quiet: bool
    jobs: int
    verbose: bool
    search: Search


def lint_options(command: Callable[Concatenate[LintRequest, P], R]) -> Callable[P, R]:
    """Add `PATH...` and the shared options to a command, as its first argument.

    Also sets click's color flag: `NO_COLOR` and `FORCE_COLOR` apply if neither `--color`
    nor the configuration does.
    """

    @wraps(command)
    def wrapped(*args: P.args, **options: P.kwargs) -> R:
        rest: dict[str, Any] = dict(options)
        request = _take_request(rest)
        click.get_current_context().color = _forced_color(request.configuration.for_folder().color)
        return command(request, *args, **rest)

    for option in reversed(_SHARED_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def use_color(stream: TextIO) -> bool:
    """Return whether output to `stream` is colored."""
    forced = click.get_current_context().color
    return stream.isatty() if forced is None else forced


def _take_request(options: dict[str, Any]) -> LintRequest:
    """Remove the shared options from `options` and return them."""
    values = {field: options.pop(field) for field in _CONFIGURATION_FIELDS}
    fields = {field: value for field, value in values.items() if value not in (None, ())}
    if (packs := options.pop("packs")) is not None:
        fields["packs"] = packs
    for name, kind in (("min_severity", Severity), ("min_confidence", Confidence)):
        if (value := options.pop(name)) is not None:
            fields[name] = kind(value)
    configuration = Configuration({**fields, **take_file_fields(options)})
    paths = options.pop("paths")
    return LintRequest(
        paths,
        configuration,
        options.pop("quiet"),
        options.pop("jobs"),
        options.pop("verbose"),
        take_search(options, paths),
    )


def _forced_color(setting: str) -> bool | None:
    if setting != "auto":
        return setting == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
