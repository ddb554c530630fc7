"""`editkit review --serve`: serves on loopback only and writes only the decisions file."""

import re
import signal
import socket
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil
import pytest

from tests.capabilities import needs
from tests.cli.conftest import Editkit
from tests.serving import SERVE, request_json, run_server

ONE_RULE = ("--select", "repeated-word")  # to load all rules takes most of the start


def others() -> list[str]:
    """Return the non-loopback addresses of this machine."""
    found = (each for every in psutil.net_if_addrs().values() for each in every)
    own = [each.address for each in found if each.family == socket.AF_INET]
    return [address for address in own if not address.startswith("127.")]


@pytest.mark.live
@needs("signals")
@pytest.mark.usefixtures("editkit")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped_and_writes_only_the_decisions(
    number: signal.Signals, tmp_path: Path
) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    with run_server(tmp_path, *ONE_RULE) as (process, url):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", url)
        with urlopen(url) as page:  # noqa: S310  (loopback)
            assert b"left at at noon" in page.read()
        kept = request_json(url, "/api/decisions")
        saved = request_json(url, "/api/decisions", {**kept}, "PUT")
        process.send_signal(number)
        out, err = process.communicate(timeout=60)

    assert saved == {"revision": 1}
    assert out == ""
    assert "1 edit and 0 notes in 1 file; decisions: editkit-decisions.json" in err
    assert "Traceback" not in err
    if number is signal.SIGINT:
        assert process.returncode == 0
    after = {path.name for path in tmp_path.iterdir()}
    assert after - before == {"editkit-decisions.json"}
    with pytest.raises(OSError, match="refused"):
        urlopen(url)  # noqa: S310  (as above)


@pytest.mark.live
@needs("signals")
@pytest.mark.usefixtures("editkit")
def test_it_listens_on_loopback_only_and_two_have_different_tokens(tmp_path: Path) -> None:
    other = ("--decisions", "other.json")
    with (
        run_server(tmp_path, *ONE_RULE) as (_, first),
        run_server(tmp_path, *other) as (_, second),
    ):
        port = int(first.split(":")[2].split("/")[0])
        for address in others():
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((address, port), 2)
        with pytest.raises(HTTPError, match="403"):
            request_json(
                first.split("token=")[0] + "token=" + second.split("token=")[1], "/api/decisions"
            )


def test_a_port_in_use_is_reported(editkit: Editkit) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = editkit(*SERVE, "--port", str(port))

    assert (ran.code, ran.out) == (2, "")
    assert f"Port {port} cannot be used: " in ran.err
    assert "--port" in ran.err


def test_a_missing_package_is_named(editkit: Editkit, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("editkit.reviewing.server", "uvicorn"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    ran = editkit(*SERVE)

    assert (ran.code, ran.out) == (2, "")
    assert "uvicorn. Run: pip install 'editkit[review]'" in ran.err


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("review", "a.txt"), "Use -o FILE to write the page, or --serve"),
        (("review", "a.txt", "-o", "p.html", "--serve"), "Use -o FILE to write the page, or"),
        (("review", "a.txt", "-o", "p.html", "--port", "80"), "need --serve"),
        (("review", "a.txt", "-o", "p.html", "--decisions", "d"), "need --serve"),
        (("review", "a.txt", "-o", "p.html", "--no-open"), "need --serve"),
        ((*SERVE, "--port", "70000"), "--port"),
        ((*SERVE, "--decisions", "a.txt"), "This file is an article"),
        ((*SERVE, "--decisions", "glossary.csv"), "glossary.csv:1: This is not JSON"),
        ((*SERVE, "--root", "none"), "No such folder"),
        (("review", "-", "--serve"), "Standard input"),
        (("review", "none.txt", "--serve"), "No such file"),
    ],
)
def test_usage_errors_are_reported_before_serving(
    given: tuple[str, ...], message: str, editkit: Editkit
) -> None:
    ran = editkit(*given)

    assert (ran.code, ran.out) == (2, "")
    assert message in " ".join(ran.err.split())


@needs("links")
def test_an_article_is_not_overwritten_with_decisions(editkit: Editkit, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to("a.txt")

    ran = editkit(*SERVE, "--decisions", "link.json")

    assert (ran.code, ran.out) == (2, "")
    assert "link.json: This file is an article. Use another one for --decisions." in ran.err
