"""Command `editkit engines`."""

import click

from editkit.cli.progress import progress


@click.group("engines", invoke_without_command=True)
@click.option("--offline", is_flag=True, help="Never access the network.")
@click.pass_context
def command(context: click.Context, *, offline: bool) -> None:
    """Show which grammar engines are installed, what is missing, and how to get it."""
    if context.invoked_subcommand:
        context.obj = offline
        return
    from editkit.core.engine_provider import EngineAccess  # noqa: PLC0415  (help needs no engine)
    from editkit.engines.registry import AUTO, candidates  # noqa: PLC0415  (as above)
    from editkit.engines.selection import engine_statuses  # noqa: PLC0415  (as above)

    statuses = engine_statuses(EngineAccess(offline=offline))
    for status in statuses:
        state = (
            click.style("ready", fg="green")
            if status.is_ready
            else click.style("not ready", fg="red")
        )
        click.echo(f"{status.name} {status.version or '-'}  {state}")
        for line in (*status.details, *status.problems):
            click.echo(f"  {line}")
    ready = {status.name for status in statuses if status.is_ready}
    chosen = next((name for name in candidates(AUTO) if name in ready), "none")
    click.echo(f"Without --engine, a run has {chosen} now.")


@command.command()
@click.option("--offline", is_flag=True, help="Only check whether it is installed.")
@click.pass_context
def install(context: click.Context, *, offline: bool) -> None:
    """Download LanguageTool for English (45 MB) to the cache, or repair it."""
    from editkit.core.engine_provider import EngineAccess  # noqa: PLC0415  (help needs no engine)
    from editkit.engines.registry import load_all  # noqa: PLC0415  (as above)

    providers, _ = load_all()
    with progress(1) as bar:
        access = EngineAccess(offline=bool(offline or context.obj), on_download=bar.on_download)
        lines = [each.install(access) for each in providers if each.needs_download]
    click.echo("\n".join(lines))
