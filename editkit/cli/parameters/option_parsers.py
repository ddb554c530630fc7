"""Option parsers: click callbacks that validate values as configurations do."""

import click

from editkit.config.settings import check_lang, check_pack, check_selector
from editkit.core.errors import InputError


def parse_selectors(
    _: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> object:
    """Return the rules and families of comma-separated lists."""
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    try:
        return tuple(check_selector(name) for name in names)
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None


def parse_packs(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> object:
    """Return the style packs; None if there is no such option."""
    if not values:
        return None
    try:
        return tuple(check_pack(name) for name in values if name != "none")
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None


def parse_lang(_: click.Context, parameter: click.Parameter, value: str | None) -> object:
    """Return a language tag."""
    try:
        return value and check_lang(value)
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None


def parse_server_url(_: click.Context, parameter: click.Parameter, value: str | None) -> object:
    """Return the address of a LanguageTool server."""
    if value is None:
        return None
    from editkit.core.engine import EngineError  # noqa: PLC0415  (most runs name no server)
    from editkit.engines.languagetool.provision import server_url  # noqa: PLC0415  (as above)

    try:
        return server_url(value)
    except EngineError as error:
        raise click.BadParameter(str(error), param=parameter) from None


def parse_formats(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> object:
    """Return the pairs of a glob and a format."""
    from editkit.config.file_formats import parse_format_of  # noqa: PLC0415  (rarely used)

    try:
        return tuple(map(parse_format_of, values))
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None
