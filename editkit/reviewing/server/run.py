"""Serves a review until Ctrl-C."""

import secrets
import socket
from collections.abc import Callable, Mapping
from contextlib import closing, suppress

import uvicorn

from editkit.core.errors import InputError
from editkit.reviewing.server.app import application
from editkit.reviewing.server.session import Desk

HOST = "127.0.0.1"
_PATIENCE = 5
"""Seconds that requests have to end once the server is to."""


def serve(
    desk: Desk, rationales: Mapping[str, str], port: int, opened: Callable[[str], None]
) -> None:
    """Serve the page of a review on loopback until Ctrl-C or SIGTERM.

    `port` 0 is any that is free. `opened` is told the address once there is no
    more to wait for. Raises InputError where the port is taken.
    """
    with closing(_listening(port)) as listener:
        port = listener.getsockname()[1]
        token = secrets.token_urlsafe()
        server = uvicorn.Server(
            uvicorn.Config(
                application(desk, rationales, token, port),
                http="h11",
                ws="none",
                lifespan="off",
                log_level="critical",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=_PATIENCE,
            )
        )
        # The socket takes connections from now on; they wait until the server runs.
        opened(f"http://{HOST}:{port}/?token={token}")
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
    desk.close()


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise InputError(
            f"Port {port} cannot be had: {error.strerror}; name another with --port."
        ) from None
