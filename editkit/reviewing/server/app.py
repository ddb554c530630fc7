"""HTTP endpoints of the review server."""

import json
from collections.abc import Callable, Mapping
from typing import TypeVar

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from editkit.core.errors import INTERRUPTIONS, EditkitError, InputError, describe
from editkit.core.rule import Rule
from editkit.reviewing.server.conflict import ConflictError
from editkit.reviewing.server.guard import RequestGuard
from editkit.reviewing.server.session import ReviewSession

Result = TypeVar("Result")
_MAX_REQUEST_BYTES = 64_000_000
"""5,000 decisions take about one million bytes."""


def create_app(
    session: ReviewSession, rules: Mapping[str, Rule], token: str, port: int
) -> ASGIApp:
    """Return the ASGI application; `port` is the port that the server listens on.

    Calls of the session run in a thread. Errors are JSON objects with a message under
    `error`.
    """

    async def page(_: Request) -> Response:
        return HTMLResponse(await _in_thread(session.render_page, token, rules))

    async def decisions(_: Request) -> Response:
        return _Json(await _in_thread(session.state))

    async def save(request: Request) -> Response:
        body = await _json_body(request)
        if "decisions" not in body:
            raise InputError("“decisions” is missing.")
        return await _respond(session.save, body.get("revision"), body["decisions"])

    async def check(request: Request) -> Response:
        return await _respond(session.check, await _json_body(request))

    async def apply(request: Request) -> Response:
        return await _respond(session.apply, (await _json_body(request)).get("revision"))

    async def undo(request: Request) -> Response:
        return await _respond(session.undo, (await _json_body(request)).get("revision"))

    async def lint(_: Request) -> Response:
        return await _respond(session.relint)

    app = Starlette(
        routes=[
            Route("/", page, methods=["GET"]),
            Route("/api/decisions", decisions, methods=["GET"]),
            Route("/api/decisions", save, methods=["PUT"]),
            Route("/api/check", check, methods=["POST"]),
            Route("/api/apply", apply, methods=["POST"]),
            Route("/api/undo", undo, methods=["POST"]),
            Route("/api/lint", lint, methods=["POST"]),
        ],
        exception_handlers={
            InputError: _bad_request,
            ConflictError: _conflict,
            HTTPException: _http_error,
            Exception: _server_error,
        },
    )
    return RequestGuard(app, token, port)


class _Json(JSONResponse):
    """JSON in ASCII: a file name may contain lone surrogates, which UTF-8 cannot encode."""

    def render(self, content: object) -> bytes:
        return json.dumps(content).encode()


async def _respond(action: Callable[..., Mapping[str, object]], *arguments: object) -> Response:
    return _Json(await _in_thread(action, *arguments))


async def _in_thread(action: Callable[..., Result], *arguments: object) -> Result:
    """Call `action` in a thread; a panic of a Rust extension becomes an `Exception`."""

    def call() -> Result:
        try:
            return action(*arguments)
        except (Exception, *INTERRUPTIONS):
            raise
        except BaseException as error:
            raise EditkitError(describe(error)) from error

    return await run_in_threadpool(call)


async def _json_body(request: Request) -> Mapping[str, object]:
    """Return the JSON object in a request; raise InputError if there is none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_REQUEST_BYTES:
            raise HTTPException(413, "This request is too large.")
    try:
        value = json.loads(body.decode())
    except (ValueError, RecursionError):
        raise InputError("This request is not JSON.") from None
    if not isinstance(value, dict):
        raise InputError("This request is no JSON object.")
    return {str(key): each for key, each in value.items()}


async def _bad_request(_: Request, error: Exception) -> Response:
    return _Json({"error": str(error)}, 400)


async def _conflict(_: Request, error: Exception) -> Response:
    details = error.details if isinstance(error, ConflictError) else {}
    return _Json({"error": str(error), **details}, 409)


async def _http_error(_: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 400
    detail = error.detail if isinstance(error, HTTPException) else str(error)
    return _Json({"error": detail}, code)


async def _server_error(_: Request, error: Exception) -> Response:
    reason = str(error) if isinstance(error, EditkitError) else describe(error)
    return _Json({"error": f"The server failed: {reason}."}, 500)
