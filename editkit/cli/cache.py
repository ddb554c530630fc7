"""Command `editkit cache`: shows and empties the result cache."""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from editkit.cli.parameters.help import HelpGroup
from editkit.text.counts import format_count

if TYPE_CHECKING:
    from editkit.cache.store import CacheEntry

_GROUP_HELP = """\
Show or delete cached results.

Grammar engines in the same folder are not included.
"""
_INFO_HELP = """\
Show the folder, number, size and age of cached results.
"""
_CLEAR_HELP = """\
Delete cached results.

Exit status: 0, or 2 if a file cannot be deleted.
"""


@click.group("cache", cls=HelpGroup, help=_GROUP_HELP)
def command() -> None:
    """Do nothing; the subcommands do the work."""


@command.command("info", help=_INFO_HELP)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Output format [default: text].",
)
def info(output_format: str) -> None:
    """Run `editkit cache info`."""
    from editkit.cache.store import MAX_AGE_DAYS, user_cache  # noqa: PLC0415  (help needs no cache)

    cache = user_cache()
    entries = cache.entries()
    oldest = datetime.fromtimestamp(entries[0].used, UTC) if entries else None
    if output_format == "json":
        report = {
            "schema": "editkit.cache/1",
            "path": str(cache.folder),
            "entries": len(entries),
            "bytes": _size(entries),
            "limit_bytes": cache.limit,
            "oldest_use": oldest and oldest.isoformat(timespec="seconds"),
            "max_age_days": MAX_AGE_DAYS,
        }
        click.echo(json.dumps(report, ensure_ascii=False, indent=2).encode())
        return
    click.echo(f"folder   {cache.folder}")
    click.echo(f"entries  {len(entries)}")
    click.echo(f"size     {_megabytes(_size(entries))} of {_megabytes(cache.limit)}")
    click.echo(f"oldest   {_used(oldest)}; deleted when unused for {MAX_AGE_DAYS} days")


@command.command("clear", help=_CLEAR_HELP)
def clear() -> int:
    """Run `editkit cache clear` and return its exit code."""
    from editkit.cache.store import user_cache  # noqa: PLC0415  (help needs no cache)

    cache = user_cache()
    deleted = cache.clear()
    size = _megabytes(_size(deleted))
    click.echo(f"{cache.folder}: {format_count(len(deleted), 'cached result')} deleted, {size}")
    if left := cache.entries():
        count = format_count(len(left), "cached result")
        click.echo(f"editkit: {count} cannot be deleted.", err=True)
        return 2
    return 0


def _size(entries: "list[CacheEntry]") -> int:
    return sum(entry.size for entry in entries)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _used(oldest: datetime | None) -> str:
    return f"last used {oldest:%Y-%m-%d}" if oldest else "none"
