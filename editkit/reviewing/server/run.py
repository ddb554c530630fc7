"""Runner of the review server (uvicorn on loopback)."""

import socket
from collections.abc import Callable, Mapping
from contextlib import closing, suppress

import uvicorn
from starlette.types import ASGIApp

from editkit.core.errors import InputError
from editkit.core.rule import Rule
from editkit.reviewing.server.app import create_app
from editkit.reviewing.server.connections import MAX_CONNECTIONS, TimedProtocol
from editkit.reviewing.server.session import ReviewSession

HOST = "127.0.0.1"
_SHUTDOWN_SECONDS = 5
"""Time that running requests have to finish when the server stops."""


def serve(
    session: ReviewSession,
    rules: Mapping[str, Rule],
    token: str,
    port: int,
    on_ready: Callable[[str], None],
) -> None:
    """Serve the page of a review on loopback until Ctrl-C or SIGTERM; requests need `token`.

    Port 0 selects a free port. Calls `on_ready` with the URL when the page can be
    opened. Raises InputError if the port is in use.
    """
    with closing(_listen(port)) as listener:
        port = listener.getsockname()[1]
        server = make_server(create_app(session, rules, token, port))
        # The socket already accepts connections; they wait until the server runs.
        on_ready(f"http://{HOST}:{port}/?token={token}")
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
    session.close()


def make_server(app: ASGIApp) -> uvicorn.Server:
    """Return a server of `app` with limits for its connections."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=TimedProtocol,
            ws="none",
            lifespan="off",
            log_level="critical",
            access_log=False,
            server_header=False,
            limit_concurrency=MAX_CONNECTIONS,
            timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
        )
    )


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise InputError(
            f"Port {port} cannot be used: {error.strerror}; name another with --port."
        ) from None
