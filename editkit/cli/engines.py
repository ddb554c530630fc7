"""`editkit engines`: which grammar engines are there."""

import click

from editkit.cli.progress import progress
from editkit.core.engine import EngineError


@click.group("engines", invoke_without_command=True)
@click.option("--offline", is_flag=True, help="Never touch the network.")
@click.pass_context
def command(context: click.Context, *, offline: bool) -> None:
    """Show the grammar engines: what is there, what is missing, and how to get it."""
    if context.invoked_subcommand:
        context.obj = offline
        return
    from editkit.engines.languagetool.provision import EngineSettings  # noqa: PLC0415  (help needs no engine)
    from editkit.engines.status import engine_status  # noqa: PLC0415  (as above)

    statuses = engine_status(EngineSettings(offline=offline))
    for status in statuses:
        state = (
            click.style("ready", fg="green")
            if status.ready
            else click.style("not ready", fg="red")
        )
        click.echo(f"{status.name} {status.version or '-'}  {state}")
        for line in (*status.parts, *status.lacks):
            click.echo(f"  {line}")
    ready = next(status.name for status in statuses if status.ready)
    click.echo(f"Without --engine, a run has {ready} now.")


@command.command()
@click.option("--offline", is_flag=True, help="Only look whether it is there.")
@click.pass_context
def install(context: click.Context, *, offline: bool) -> None:
    """Fetch LanguageTool for English (45 MB) into the cache, or repair it there."""
    from editkit.engines.languagetool.install import home_of, missing  # noqa: PLC0415  (help needs no engine)
    from editkit.engines.languagetool.install import install as fill  # noqa: PLC0415  (as above)
    from editkit.engines.languagetool.lock import read_lock  # noqa: PLC0415  (as above)
    from editkit.engines.languagetool.provision import HOW_TO_GET  # noqa: PLC0415  (as above)

    lock = read_lock()
    home = home_of(lock)
    if missing(lock, home):
        if offline or context.obj:
            raise EngineError(f"LanguageTool is not in the cache; {HOW_TO_GET}.")
        with progress(1) as bar:
            fill(lock, bar.fetched)
    click.echo(f"LanguageTool {lock.version} is in {home}")
