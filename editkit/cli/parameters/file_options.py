"""Options about the files of a command: which are left out, and how they are read."""

from collections.abc import Sequence
from typing import Any

import click

from editkit.config.settings import check_encoding, exclude_in
from editkit.core.errors import InputError
from editkit.linting.files.discover_settings import Search

no_ignore_option = click.option(
    "--no-ignore", is_flag=True, help="Also read files that .gitignore or .ignore excludes."
)


def _parse_encoding(_: click.Context, parameter: click.Parameter, label: str | None) -> object:
    try:
        return None if label is None else (check_encoding(label),)
    except InputError as error:
        raise click.BadParameter(str(error), param=parameter) from None


FILE_OPTIONS = (
    click.option(
        "--encoding",
        callback=_parse_encoding,
        metavar="NAME",
        help="Encoding of the files, such as GB18030 [default: auto].",
    ),
    click.option(
        "--exclude",
        multiple=True,
        metavar="PATTERN",
        help="Skip paths that match, as in a .gitignore; repeatable.",
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Also skip files given as PATH if they are excluded or ignored.",
    ),
    no_ignore_option,
    click.option(
        "--stdin-filename",
        metavar="NAME",
        help="Treat standard input (-) as this file: format, settings, name.",
    ),
)


def take_search(options: dict[str, Any], paths: Sequence[str]) -> Search:
    """Remove the options of a search for `paths` from `options` and return them.

    Raises UsageError if the standard input has a name, and is none of `paths`.
    """
    stdin_name = options.pop("stdin_filename")
    if stdin_name is not None and "-" not in paths:
        raise click.UsageError("--stdin-filename needs - as a PATH.")
    return Search(
        reads_ignore_files=not options.pop("no_ignore"),
        force_exclude=options.pop("force_exclude"),
        stdin_name=stdin_name,
    )


def take_file_fields(options: dict[str, Any]) -> dict[str, Any]:
    """Remove the options that set fields of `Settings` and return these fields."""
    fields: dict[str, Any] = {}
    if excluded := exclude_in(".", options.pop("exclude")):
        fields["exclude"] = excluded
    if (encoding := options.pop("encoding")) is not None:
        [fields["encoding"]] = encoding
    return fields
