"""Command `editkit engines`."""

import click

from editkit.cli.progress import progress
from editkit.core.engine import EngineError


@click.group("engines", invoke_without_command=True)
@click.option("--offline", is_flag=True, help="Never access the network.")
@click.pass_context
def command(context: click.Context, *, offline: bool) -> None:
    """Show which grammar engines are installed, what is missing, and how to get it."""
    if context.invoked_subcommand:
        context.obj = offline
        return
    from editkit.engines.languagetool.provision import EngineSettings  # noqa: PLC0415  (help needs no engine)
    from editkit.engines.status import engine_status  # noqa: PLC0415  (as above)

    statuses = engine_status(EngineSettings(offline=offline))
    for status in statuses:
        state = (
            click.style("ready", fg="green")
            if status.is_ready
            else click.style("not ready", fg="red")
        )
        click.echo(f"{status.name} {status.version or '-'}  {state}")
        for line in (*status.details, *status.problems):
            click.echo(f"  {line}")
    ready = next(status.name for status in statuses if status.is_ready)
    click.echo(f"Without --engine, a run has {ready} now.")


@command.command()
@click.option("--offline", is_flag=True, help="Only check whether it is installed.")
@click.pass_context
def install(context: click.Context, *, offline: bool) -> None:
    """Download LanguageTool for English (45 MB) to the cache, or repair it."""
    from editkit.engines.languagetool.install import install as fill  # noqa: PLC0415  (as above)
    from editkit.engines.languagetool.install import install_folder, missing_jars  # noqa: PLC0415  (help needs no engine)
    from editkit.engines.languagetool.lock import read_lock  # noqa: PLC0415  (as above)
    from editkit.engines.languagetool.provision import INSTALL_HINT  # noqa: PLC0415  (as above)

    lock = read_lock()
    home = install_folder(lock)
    if missing_jars(lock, home):
        if offline or context.obj:
            raise EngineError(f"LanguageTool is not in the cache; {INSTALL_HINT}.")
        with progress(1) as bar:
            fill(lock, bar.on_download)
    click.echo(f"LanguageTool {lock.version} is in {home}")
