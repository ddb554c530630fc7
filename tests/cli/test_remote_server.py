"""Remote LanguageTool servers: only the user, not a file next to an article, may set one."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import platformdirs
import pytest

from editkit.config import Settings
from editkit.config.files import user_config_file
from editkit.core.result import EngineReport, EngineState
from editkit.linting.server_notices import remote_server_notices
from tests.cli.conftest import Editkit

LINT = ("lint", "--no-cache", "secret.txt")


class Server(ThreadingHTTPServer):
    """A LanguageTool server at an address that editkit treats as remote."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.2", 0), LanguageToolHandler)
        self.requested: list[str] = []
        self.url = f"http://127.0.0.2:{self.server_port}"


class LanguageToolHandler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        languages = [{"code": "en", "longCode": "en-US"}]
        info = {"software": {"name": "LanguageTool", "version": "6.8-fake"}}
        self.send_json(languages if self.path.endswith("languages") else info)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_json({"matches": []})

    def send_json(self, value: object) -> None:
        self.server.requested.append(self.path)
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
        """Log nothing."""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("EDITKIT_LANGUAGETOOL_URL", "LTP_JAR_DIR_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EDITKIT_JAVA", str(tmp_path / "none"))  # so that Harper is used instead
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "none"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "secret.txt").write_text("The the secret merger.\n", encoding="utf-8")
    with Server() as opened:
        thread = threading.Thread(target=opened.serve_forever)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("file", "table"), [("editkit.toml", ""), ("pyproject.toml", "[tool.editkit]\n")]
)
@pytest.mark.parametrize("engine", ["auto", "languagetool", "both"])
@pytest.mark.parametrize("command", [LINT, ("fix", "--no-cache", "secret.txt")])
def test_a_configuration_next_to_an_article_cannot_set_a_remote_server(
    editkit: Editkit,
    server: Server,
    tmp_path: Path,
    file: str,
    table: str,
    engine: str,
    command: tuple[str, ...],
) -> None:
    toml = f'{table}languagetool-url = "{server.url}"\nengine = "{engine}"\n'
    (tmp_path / file).write_text(toml, encoding="utf-8")

    ran = editkit(*command)

    assert server.requested == []
    assert ran.code == 1
    output = ran.out + ran.err
    assert f"{file}: No text is sent to the LanguageTool server “{server.url}”" in output
    assert "--languagetool-url, EDITKIT_LANGUAGETOOL_URL, or languagetool-url in" in output
    assert f"languagetool-url in {user_config_file()}." in output
    assert output.count("No text is sent") == 1


def test_the_notice_is_part_of_the_report_each_time(
    editkit: Editkit, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITKIT_CACHE_SIZE", "10")
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "editkit.toml").write_text(f'languagetool-url = "{server.url}"\n')

    for _ in range(2):
        report = json.loads(editkit("lint", "secret.txt", "--format", "json").out)
        [notice] = [n for n in report["notices"] if n["path"] == "editkit.toml"]
        assert server.url in notice["message"]
    assert server.requested == []


@pytest.mark.parametrize(
    "options", [("--engine", "none"), ("--engine", "harper"), ("--offline",), ("--select", "term")]
)
def test_without_a_server_request_there_is_no_notice(
    editkit: Editkit, server: Server, tmp_path: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "editkit.toml").write_text(f'languagetool-url = "{server.url}"\n')

    assert "No text is sent" not in editkit(*LINT, *options).out
    assert server.requested == []


@pytest.mark.parametrize("how", ["option", "environment", "own configuration"])
@pytest.mark.parametrize("configured_url", [None, "http://nobody.example"])
def test_the_user_may_set_a_remote_server(
    editkit: Editkit,
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
    configured_url: str | None,
) -> None:
    if configured_url:
        (tmp_path / "editkit.toml").write_text(f'languagetool-url = "{configured_url}"\n')
    options: tuple[str, ...] = ()
    if how == "option":
        options = ("--languagetool-url", server.url)
    elif how == "environment":
        monkeypatch.setenv("EDITKIT_LANGUAGETOOL_URL", server.url)
    else:
        own = tmp_path / "config" / "editkit" / "editkit.toml"
        own.parent.mkdir(parents=True)
        own.write_text(f'languagetool-url = "{server.url}"\n')
        assert own == user_config_file()

    ran = editkit(*LINT, *options)

    assert "/v2/check" in server.requested
    assert "No text is sent" not in ran.out + ran.err
    host = server.url.removeprefix("http://")
    sent = f"The text is sent to the LanguageTool server “{host}”, without encryption."
    assert (ran.out + ran.err).count(sent) == 1


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://user:pass@lt.example.org:81/x", "“lt.example.org:81”, encrypted."),
        ("lt.example.org/v2/check", "“lt.example.org”, without encryption."),
        ("http://localhost:8081", None),
        ("http://127.0.0.1:8081", None),
        (None, None),
    ],
)
def test_the_notice_names_the_host_and_whether_it_is_encrypted(
    url: str | None, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITKIT_LANGUAGETOOL_URL", raising=False)
    ran = (EngineReport("languagetool", "6.8", EngineState.RAN),)
    missing = (EngineReport("languagetool", None, EngineState.MISSING),)
    settings = Settings(languagetool_url=url)

    messages = [notice.message for notice in remote_server_notices(settings, ran)]

    found = [message.partition("server ")[2] for message in messages]
    assert found == ([expected] if expected else [])
    assert not list(remote_server_notices(settings, missing))


def test_a_configuration_next_to_an_article_may_set_a_local_server(
    editkit: Editkit, server: Server, tmp_path: Path
) -> None:
    del server
    (tmp_path / "editkit.toml").write_text('languagetool-url = "http://localhost:9"\n')

    ran = editkit(*LINT)

    assert "No text is sent" not in ran.out
    assert "“http://localhost:9” does not answer" in ran.out


def test_an_invalid_url_is_an_error(editkit: Editkit) -> None:
    ran = editkit(*LINT, "--languagetool-url", "ftp://a.example")

    assert ran.code == 2
    assert "“ftp://a.example” is not the address of a LanguageTool server" in ran.err


def test_the_user_configuration_applies_if_an_article_has_none(
    editkit: Editkit, server: Server, tmp_path: Path
) -> None:
    del server
    own = tmp_path / "config" / "editkit" / "editkit.toml"
    own.parent.mkdir(parents=True)
    own.write_text('engine = "none"\nignore = ["repeated-word"]\n')

    assert editkit(*LINT).code == 0
    (tmp_path / "editkit.toml").write_text('engine = "none"\n')
    assert editkit(*LINT).code == 1


@pytest.mark.parametrize("found", [RuntimeError("no home"), Path("~/.config/editkit")])
def test_without_a_home_folder_no_configuration_is_trusted(
    editkit: Editkit,
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    found: Path | Exception,
) -> None:
    """Without a home, platformdirs raises an error or, before 4.14, returns a relative path."""

    def homeless(*_: object, **__: object) -> Path:
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(platformdirs, "user_config_path", homeless)
    toml = f'languagetool-url = "{server.url}"\n'
    (tmp_path / "~/.config/editkit").mkdir(parents=True)
    (tmp_path / "~/.config/editkit/editkit.toml").write_text(toml)
    (tmp_path / "editkit.toml").write_text(toml)

    ran = editkit(*LINT)

    assert ran.code == 1
    assert "set --languagetool-url, EDITKIT_LANGUAGETOOL_URL." in ran.out
    assert server.requested == []
