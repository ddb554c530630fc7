"""Command `editkit engines`."""

from typing import TYPE_CHECKING

import click

from editkit.cli.parameters.help import HelpGroup
from editkit.cli.progress import progress
from editkit.core.engine import EngineError
from editkit.core.errors import INTERRUPTIONS, describe

if TYPE_CHECKING:
    from editkit.core.engine_provider import EngineAccess, EngineProvider


@click.group(
    cls=HelpGroup,
    name="engines",
    invoke_without_command=True,
    help="Show grammar engines: what is installed, what is missing, how to install it.",
)
@click.option("--offline", is_flag=True, help="Never access the network.")
@click.pass_context
def command(context: click.Context, *, offline: bool) -> None:
    """Run `editkit engines`."""
    if context.invoked_subcommand:
        context.obj = offline
        return
    from editkit.config import Configuration  # noqa: PLC0415  (help needs no engine)
    from editkit.core.engine_provider import EngineAccess  # noqa: PLC0415  (as above)
    from editkit.engines.registry import AUTO, candidates, load_all  # noqa: PLC0415  (as above)
    from editkit.engines.selection import engine_statuses  # noqa: PLC0415  (as above)

    options = Configuration().for_folder().options_of_engines
    statuses = engine_statuses(EngineAccess(offline=offline, options=options))
    for status in statuses:
        state = (
            click.style("ready", fg="green")
            if status.is_ready
            else click.style("not ready", fg="red")
        )
        click.echo(f"{status.name} {status.version or '-'}  {state}")
        for line in (*status.details, *status.problems):
            click.echo(f"  {line}")
    listed = {status.name for status in statuses}
    for notice in load_all()[1]:
        if notice.engine not in listed:  # otherwise it is the problem of a status
            click.echo(notice.message)
    ready = {status.name for status in statuses if status.is_ready}
    chosen = next((name for name in candidates(AUTO) if name in ready), "none")
    click.echo(f"Default engine: {chosen}")


@command.command(
    help="Download LanguageTool for English (45 MB) and the engines of plug-ins.",
    short_help="Download LanguageTool (45 MB) and plug-in engines.",
)
@click.option("--offline", is_flag=True, help="Only check whether it is installed.")
@click.pass_context
def install(context: click.Context, *, offline: bool) -> int:
    """Run `editkit engines install` and return its exit code."""
    from editkit.config import Configuration  # noqa: PLC0415  (help needs no engine)
    from editkit.core.engine_provider import EngineAccess  # noqa: PLC0415  (as above)
    from editkit.engines.registry import load_all  # noqa: PLC0415  (as above)

    providers, _ = load_all()
    options = Configuration().for_folder().options_of_engines
    with progress(1) as bar:
        access = EngineAccess(
            offline=bool(offline or context.obj), on_download=bar.on_download, options=options
        )
        installed = [_installed(each, access) for each in providers if each.needs_download]
    for line, is_fault in installed:
        click.echo(line, err=is_fault)
    return 2 if any(is_fault for _, is_fault in installed) else 0


def _installed(provider: "EngineProvider", access: "EngineAccess") -> tuple[str, bool]:
    """Return a line about the installation of an engine, and whether it failed."""
    try:
        return provider.install(access), False
    except INTERRUPTIONS:
        raise
    except BaseException as error:  # noqa: BLE001  (the other engines are installed)
        reason = str(error) if isinstance(error, EngineError) else describe(error) + "."
        return f"{provider.title}: {reason}", True
