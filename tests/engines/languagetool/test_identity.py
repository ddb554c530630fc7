"""Identity of the available LanguageTool."""

from pathlib import Path

import pytest

from editkit.core.engine_provider import EngineIdentity
from editkit.engines.languagetool import own_rules, provision
from editkit.engines.languagetool.identity import current_identity
from editkit.engines.languagetool.install import install
from editkit.engines.languagetool.provision import EngineSettings
from tests.engines.conftest import FakeServer, Repository, http_response, server_processes

BARE = EngineSettings()


@pytest.mark.usefixtures("fake_java")
def test_the_identity_of_an_installation_depends_on_jar_and_java(
    cache: Path, fake_java: Path, tmp_path: Path
) -> None:
    jar = tmp_path / "LanguageTool-6.8" / "languagetool-server.jar"
    known = [current_identity(BARE), current_identity(BARE)]
    jar.write_bytes(b"another")
    known.append(current_identity(BARE))
    (fake_java / "release").write_text('JAVA_VERSION="22"\n')
    known.append(current_identity(BARE))

    assert known[0] == known[1]
    assert None not in known
    assert len(set(known)) == 3
    assert server_processes(cache) == []


def test_the_identity_of_pinned_jars_is_their_lock(
    repository: Repository, fake_java: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del fake_java
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing-installed"))
    monkeypatch.setattr(provision, "read_lock", lambda: repository.lock)
    install(repository.lock, lambda _done, _all: None)

    rules = own_rules.digest()
    assert current_identity(BARE) == EngineIdentity(
        f"{repository.lock.digest} with rules {rules} on Java 21"
    )
    monkeypatch.setattr(own_rules, "digest", lambda: "others")
    assert current_identity(BARE) == EngineIdentity(
        f"{repository.lock.digest} with rules others on Java 21"
    )


@pytest.mark.usefixtures("cache")
def test_without_java_it_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    known = current_identity(BARE)

    assert known is not None
    assert known.is_unavailable
    assert "/nowhere" in known.name


def test_before_the_download_the_identity_is_unknown(
    fake_java: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del fake_java
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing-installed"))

    offline = current_identity(EngineSettings(offline=True))

    assert current_identity(BARE) is None
    assert offline is not None
    assert offline.is_unavailable


def test_the_version_is_requested_from_a_server() -> None:
    answer = '{{"software": {{"name": "LanguageTool", "version": "{}"}}}}'
    known = []
    for version in ("6.8", "6.9", "?"):
        with FakeServer(http_response(200, answer.format(version))) as server:
            known.append(current_identity(EngineSettings(url=server.url)))
            assert server.connections == 1

    assert [k and k.name.split()[-1] for k in known] == ["6.8", "6.9", None]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://", "ftp://example.org"])
def test_the_identity_of_an_unreachable_server_is_unknown(url: str) -> None:
    assert current_identity(EngineSettings(url=url)) is None


def test_a_remote_server_is_not_used_when_offline() -> None:
    known = current_identity(EngineSettings(url="http://192.0.2.1", offline=True))

    assert known is not None
    assert known.is_unavailable
