"""The requests that the page makes, and what they are answered."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from editkit.core.errors import InputError
from editkit.reviewing.server.guard import Guard
from editkit.reviewing.server.session import ConflictError, Desk

_LARGEST = 64_000_000
"""Bytes of a request; 5,000 decisions take about one million."""


def application(desk: Desk, rationales: Mapping[str, str], token: str, port: int) -> ASGIApp:
    """Return the server's application; `port` is the one it is reached at.

    What is asked of the desk is done in a thread, and errors are JSON with one
    sentence under `error`.
    """

    async def page(_: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(desk.page, token, rationales))

    async def kept(_: Request) -> Response:
        return _Json(await run_in_threadpool(desk.kept))

    async def save(request: Request) -> Response:
        body = await _body(request)
        if "decisions" not in body:
            raise InputError("“decisions” is missing.")
        return await _answer(desk.save, body.get("revision"), body["decisions"])

    async def apply(request: Request) -> Response:
        return await _answer(desk.apply, (await _body(request)).get("revision"))

    async def check(_: Request) -> Response:
        return await _answer(desk.check)

    app = Starlette(
        routes=[
            Route("/", page, methods=["GET"]),
            Route("/api/decisions", kept, methods=["GET"]),
            Route("/api/decisions", save, methods=["PUT"]),
            Route("/api/apply", apply, methods=["POST"]),
            Route("/api/lint", check, methods=["POST"]),
        ],
        exception_handlers={
            InputError: _wrong,
            ConflictError: _conflict,
            HTTPException: _refused,
            Exception: _failed,
        },
    )
    return Guard(app, token, port)


class _Json(JSONResponse):
    """JSON in ASCII: a file name may hold what no other encoding can."""

    def render(self, content: object) -> bytes:
        return json.dumps(content).encode()


async def _answer(do: Callable[..., Mapping[str, object]], *given: object) -> Response:
    return _Json(await run_in_threadpool(do, *given))


async def _body(request: Request) -> Mapping[str, Any]:
    """Return the object in a request; raise InputError where there is none."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > _LARGEST:
            raise HTTPException(413, "This request is too large.")
    try:
        value = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise InputError("This request is not JSON.") from None
    if not isinstance(value, dict):
        raise InputError("This request is no JSON object.")
    return value


async def _wrong(_: Request, error: Exception) -> Response:
    return _Json({"error": str(error)}, 400)


async def _conflict(_: Request, error: Exception) -> Response:
    facts = error.facts if isinstance(error, ConflictError) else {}
    return _Json({"error": str(error), **facts}, 409)


async def _refused(_: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 400
    detail = error.detail if isinstance(error, HTTPException) else str(error)
    return _Json({"error": detail}, code)


async def _failed(_: Request, error: Exception) -> Response:
    return _Json({"error": f"The server failed: {type(error).__name__}: {error}."}, 500)
