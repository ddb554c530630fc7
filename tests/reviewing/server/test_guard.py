"""Request guard of the review server: token, host, origin and response headers."""

import pytest

from tests.reviewing.server.conftest import PORT, TOKEN, Review

HERE = f"127.0.0.1:{PORT}"


def test_the_page_is_served_with_the_token(review: Review) -> None:
    response = review.client.get("/", params={"token": TOKEN})

    assert response.status_code == 200
    assert "The ferry left" in response.text
    assert response.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong", f"?token={TOKEN}&token=x"])
def test_the_page_is_not_served_without_the_token(query: str, review: Review) -> None:
    response = review.client.get(f"/{query}")

    assert (response.status_code, "ferry" in response.text) == (403, False)
    assert response.headers["content-type"].startswith("text/html")
    assert "Wrong token. Open the address that editkit printed." in response.text


REQUESTS = [
    ("GET", "/api/decisions"),
    ("PUT", "/api/decisions"),
    ("POST", "/api/apply"),
    ("POST", "/api/lint"),
    ("GET", "/none"),
]


@pytest.mark.parametrize(("method", "path"), REQUESTS)
@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", TOKEN[:-1], "r\u00efght"])
def test_a_wrong_token_is_refused(method: str, path: str, token: str, review: Review) -> None:
    headers = {b"X-Editkit-Token": token.encode()}
    response = review.client.request(method, f"{path}?token={TOKEN}", headers=headers)

    assert response.status_code == 403
    assert list(response.json()) == ["error"]


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", "", f"{HERE}."]
)
def test_another_host_name_is_refused(host: str, review: Review) -> None:
    assert review.request("GET", "/api/decisions", Host=host).status_code == 403
    assert review.request("GET", "/api/decisions", Host=f"localhost:{PORT}").status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        f"https://{HERE}",
        f"http://localhost:{PORT}",
        "http://127.0.0.1",
    ],
)
def test_another_origin_is_refused(origin: str, review: Review) -> None:
    assert review.request("POST", "/api/lint", {}, Origin=origin).status_code == 403
    assert review.request("POST", "/api/lint", {}, Origin=f"http://{HERE}").status_code == 200


@pytest.mark.parametrize("path", ["/?token=right", "/?token=wrong", "/api/decisions", "/none"])
def test_no_response_may_be_cached_framed_or_sniffed(path: str, review: Review) -> None:
    headers = review.request("GET", path).headers

    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/none", 404),
        ("GET", "/../d.json", 404),
        ("GET", "/a.txt", 404),
        ("GET", "/%2e%2e/a.txt", 404),
        ("DELETE", "/api/decisions", 405),
        ("GET", "/api/apply", 405),
    ],
)
def test_there_are_no_other_endpoints(method: str, path: str, code: int, review: Review) -> None:
    response = review.request(method, path)

    assert response.status_code == code
    assert list(response.json()) == ["error"]
