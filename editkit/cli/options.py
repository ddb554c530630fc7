"""The options that mean the same wherever they stand, and the settings made of them."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TextIO, TypeVar

import click

from editkit.config import Configuration
from editkit.config.settings import COLORS, ENGINES, check_lang, check_pack, check_selector
from editkit.core.errors import InputError
from editkit.core.taxonomy import Confidence, Severity

P = ParamSpec("P")
R = TypeVar("R")


def _names(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> object:
    found = [name.strip() for value in values for name in value.split(",") if name.strip()]
    try:
        return tuple(check_selector(name) for name in found)
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None


def _packs(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> object:
    if not values:
        return None
    try:
        return tuple(check_pack(name) for name in values if name != "none")
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None


def _lang(_: click.Context, parameter: click.Parameter, value: str | None) -> object:
    try:
        return value and check_lang(value)
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None


def _server(_: click.Context, parameter: click.Parameter, value: str | None) -> object:
    if value is None:
        return None
    from editkit.core.engine import EngineError  # noqa: PLC0415  (most runs name no server)
    from editkit.engines.languagetool.provision import server_url  # noqa: PLC0415  (as above)

    try:
        return server_url(value)
    except EngineError as error:
        raise click.BadParameter(str(error), param=parameter) from None


_OPTIONS = (
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
        help="Words that are always right, one a line; repeatable.",
    ),
    click.option(
        "--pack",
        "packs",
        multiple=True,
        callback=_packs,
        metavar="NAME|FILE",
        help="Pack of calques in place of those set (zh-en); repeatable; none for no pack.",
    ),
    click.option(
        "--lang",
        callback=_lang,
        metavar="TAG",
        help="Language of the articles, such as en-GB; en-US unless set.",
    ),
    click.option("--engine", type=click.Choice(ENGINES), help="Grammar engine; auto unless set."),
    click.option(
        "--languagetool-url",
        callback=_server,
        metavar="URL",
        help="LanguageTool server to send the texts to, on any machine.",
    ),
    click.option("--offline", is_flag=True, default=None, help="Never touch the network."),
    click.option(
        "--select",
        multiple=True,
        callback=_names,
        metavar="NAMES",
        help="Only these rules and families, comma-separated.",
    ),
    click.option("--ignore", multiple=True, callback=_names, metavar="NAMES", help="Not these."),
    click.option(
        "--min-severity",
        type=click.Choice([s.value for s in Severity]),
        help="Leave out what weighs less; minor unless set, info for review.",
    ),
    click.option(
        "--min-confidence",
        type=click.Choice([c.value for c in Confidence]),
        help="Leave out what is less sure; unless set, low of engines and packs but for review.",
    ),
    click.option(
        "--no-cache",
        "cache",
        flag_value=False,
        default=None,
        help="Keep and use no results.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        help="Processes that check files, where no engine does; 1 unless set.",
    ),
    click.option(
        "--baseline", metavar="FILE", help="File of the issues that are not to be reported."
    ),
    click.option("-q", "--quiet", is_flag=True, help="Nothing but the issues."),
    click.option("--color", type=click.Choice(COLORS), help="auto looks at the terminal."),
)
_FIELDS = (
    "glossaries",
    "words",
    "lang",
    "engine",
    "languagetool_url",
    "offline",
    "select",
    "ignore",
    "color",
    "cache",
    "baseline",
)
together_option = click.option(
    "--together", is_flag=True, help="Compare the articles with each other, too."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command was asked to do: the paths, where their settings come from, how."""

    paths: tuple[str, ...]
    configuration: Configuration
    quiet: bool
    jobs: int


def linting(command: Callable[Concatenate[Asked, P], R]) -> Callable[P, R]:
    """Give a command `PATH...` and the shared options; it receives them as its first argument.

    Says to click whether to color, which `NO_COLOR` and `FORCE_COLOR` decide
    where neither `--color` nor the configuration does.
    """

    @wraps(command)
    def wrapped(*args: P.args, **given: P.kwargs) -> R:
        rest: dict[str, Any] = dict(given)
        asked = _asked(rest)
        click.get_current_context().color = _color(asked.configuration.at().color)
        return command(asked, *args, **rest)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def colored(stream: TextIO) -> bool:
    """Whether what goes to `stream` is to be colored."""
    wanted = click.get_current_context().color
    return stream.isatty() if wanted is None else wanted


def _asked(given: dict[str, Any]) -> Asked:
    """Take the shared options out of `given`."""
    values = {field: given.pop(field) for field in _FIELDS}
    fields = {field: value for field, value in values.items() if value not in (None, ())}
    if (packs := given.pop("packs")) is not None:
        fields["packs"] = packs
    for name, kind in (("min_severity", Severity), ("min_confidence", Confidence)):
        if (value := given.pop(name)) is not None:
            fields[name] = kind(value)
    configuration = Configuration(fields)
    return Asked(given.pop("paths"), configuration, given.pop("quiet"), given.pop("jobs"))


def _color(wanted: str) -> bool | None:
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
