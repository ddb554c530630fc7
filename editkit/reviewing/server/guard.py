"""Request guard: rejects requests without the page's token, or from another host or origin."""

import hmac
from collections.abc import Iterable
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "X-Editkit-Token"  # noqa: S105  (a header's name)
_RESPONSE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>editkit review</title></head>
<body><h1>This page cannot be shown</h1><p>{error}</p>
<p>Run <code>editkit review --serve</code> again if its window is closed.</p></body>
</html>
"""


class RequestGuard:
    """ASGI middleware that rejects requests without the token or from another site.

    Checking `Host` prevents DNS rebinding, checking `Origin` cross-site requests. Every
    response forbids caching and framing.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app, self._token = app, token
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reject a request or pass it to the application."""
        if scope["type"] != "http":  # there are no web sockets here
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_RESPONSE_HEADERS)
            await send(message)

        error = self._rejection(scope)
        response = _refusal(scope, error) if error else self._app
        await response(scope, receive, send_with_headers)

    def _rejection(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.getlist("host")
        if len(host) != 1 or host[0] not in self._hosts:
            return "This server answers to 127.0.0.1 and localhost only."
        if any(origin != f"http://{host[0]}" for origin in headers.getlist("origin")):
            return "This request comes from another site."
        if not self._is_valid_token(_tokens(scope, headers)):
            return "Wrong token. Open the address that editkit printed."
        return None

    def _is_valid_token(self, tokens: Iterable[str]) -> bool:
        found = list(tokens)
        return len(found) == 1 and hmac.compare_digest(found[0].encode(), self._token.encode())


def _refusal(scope: Scope, error: str) -> Response:
    """Return the answer to a rejected request: a page for a browser, JSON for the API."""
    if scope["path"] != "/":
        return JSONResponse({"error": error}, 403)
    return HTMLResponse(_PAGE.format(error=error), 403)


def _tokens(scope: Scope, headers: Headers) -> list[str]:
    """Return the tokens of a request; the page has its token in the URL, the API in a header."""
    if scope["path"] == "/":
        return parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
    return headers.getlist(TOKEN_HEADER)
