"""Only the page that the server has sent is heard."""

import pytest

from tests.reviewing.server.conftest import PORT, TOKEN, Review

HERE = f"127.0.0.1:{PORT}"


def test_the_page_is_had_with_the_token(review: Review) -> None:
    answer = review.client.get("/", params={"token": TOKEN})

    assert answer.status_code == 200
    assert "The ferry left" in answer.text
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong", f"?token={TOKEN}&token=x"])
def test_the_page_is_not_had_without(query: str, review: Review) -> None:
    answer = review.client.get(f"/{query}")

    assert (answer.status_code, "ferry" in answer.text) == (403, False)
    assert "token" in answer.json()["error"]


REQUESTS = [
    ("GET", "/api/decisions"),
    ("PUT", "/api/decisions"),
    ("POST", "/api/apply"),
    ("POST", "/api/lint"),
    ("GET", "/none"),
]


@pytest.mark.parametrize(("method", "path"), REQUESTS)
@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", TOKEN[:-1], "r\u00efght"])
def test_nothing_is_done_for_a_wrong_token(
    method: str, path: str, token: str, review: Review
) -> None:
    headers = {b"X-Editkit-Token": token.encode()}
    answer = review.client.request(method, f"{path}?token={TOKEN}", headers=headers)

    assert answer.status_code == 403
    assert list(answer.json()) == ["error"]


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", "", f"{HERE}."]
)
def test_another_name_of_this_machine_is_refused(host: str, review: Review) -> None:
    assert review.ask("GET", "/api/decisions", Host=host).status_code == 403
    assert review.ask("GET", "/api/decisions", Host=f"localhost:{PORT}").status_code == 200


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
def test_a_page_of_another_site_is_refused(origin: str, review: Review) -> None:
    assert review.ask("POST", "/api/lint", {}, Origin=origin).status_code == 403
    assert review.ask("POST", "/api/lint", {}, Origin=f"http://{HERE}").status_code == 200


@pytest.mark.parametrize("path", ["/?token=right", "/?token=wrong", "/api/decisions", "/none"])
def test_no_answer_is_kept_or_framed_or_sniffed(path: str, review: Review) -> None:
    headers = review.ask("GET", path).headers

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
def test_there_is_nothing_else(method: str, path: str, code: int, review: Review) -> None:
    answer = review.ask(method, path)

    assert answer.status_code == code
    assert list(answer.json()) == ["error"]
