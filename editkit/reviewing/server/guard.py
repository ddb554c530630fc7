"""Lets nobody in but the page that the server has sent."""

import hmac
from collections.abc import Iterable
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "X-Editkit-Token"  # noqa: S105  (a header's name)
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Refuses requests without the token, and those that another site has made a browser send.

    A name that a foreign site has resolve to this machine shows in `Host`, a
    page of a foreign site in `Origin`. Every answer forbids to be kept or framed.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app, self._token = app, token
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":  # there are no web sockets here
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        fault = self._fault(scope)
        answer = JSONResponse({"error": fault}, 403) if fault else self._app
        await answer(scope, receive, sent)

    def _fault(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.getlist("host")
        if len(host) != 1 or host[0] not in self._hosts:
            return "This server answers to 127.0.0.1 and localhost only."
        if any(origin != f"http://{host[0]}" for origin in headers.getlist("origin")):
            return "This request comes from another site."
        if not self._known(_tokens(scope, headers)):
            return "The token is wrong; open the address that editkit has printed."
        return None

    def _known(self, tokens: Iterable[str]) -> bool:
        given = list(tokens)
        return len(given) == 1 and hmac.compare_digest(given[0].encode(), self._token.encode())


def _tokens(scope: Scope, headers: Headers) -> list[str]:
    """Return the tokens of a request; only the page itself has it in its address."""
    if scope["path"] == "/":
        return parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
    return headers.getlist(TOKEN)
