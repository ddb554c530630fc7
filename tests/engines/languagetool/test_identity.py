from pathlib import Path

import pytest

from editkit.engines.languagetool import own_rules, provision
from editkit.engines.languagetool.identity import Identity, identity
from editkit.engines.languagetool.install import install
from editkit.engines.languagetool.provision import EngineSettings
from tests.engines.conftest import Repository, Stranger, http, processes

BARE = EngineSettings()


@pytest.mark.usefixtures("fake_java")
def test_an_installation_is_known_by_its_jar_and_java(
    cache: Path, fake_java: Path, tmp_path: Path
) -> None:
    jar = tmp_path / "LanguageTool-6.8" / "languagetool-server.jar"
    known = [identity(BARE), identity(BARE)]
    jar.write_bytes(b"another")
    known.append(identity(BARE))
    (fake_java / "release").write_text('JAVA_VERSION="22"\n')
    known.append(identity(BARE))

    assert known[0] == known[1]
    assert None not in known
    assert len(set(known)) == 3
    assert processes(cache) == []


def test_pinned_jars_are_known_by_their_lock(
    repository: Repository, fake_java: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del fake_java
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing-installed"))
    monkeypatch.setattr(provision, "read_lock", lambda: repository.lock)
    install(repository.lock, lambda _done, _all: None)

    rules = own_rules.digest()
    assert identity(BARE) == Identity(f"{repository.lock.digest} with rules {rules} on Java 21")
    monkeypatch.setattr(own_rules, "digest", lambda: "others")
    assert identity(BARE) == Identity(f"{repository.lock.digest} with rules others on Java 21")


@pytest.mark.usefixtures("cache")
def test_without_java_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITKIT_JAVA", "/nowhere")

    known = identity(BARE)

    assert known is not None
    assert known.lacking
    assert "/nowhere" in known.name


def test_what_is_yet_to_be_fetched_cannot_be_told(
    fake_java: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del fake_java
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing-installed"))

    offline = identity(EngineSettings(offline=True))

    assert identity(BARE) is None
    assert offline is not None
    assert offline.lacking


def test_a_server_is_asked_for_its_version() -> None:
    answer = '{{"software": {{"name": "LanguageTool", "version": "{}"}}}}'
    known = []
    for version in ("6.8", "6.9", "?"):
        with Stranger(http(200, answer.format(version))) as server:
            known.append(identity(EngineSettings(url=server.url)))
            assert server.asked == 1

    assert [k and k.name.split()[-1] for k in known] == ["6.8", "6.9", None]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://", "ftp://example.org"])
def test_a_server_that_does_not_answer_cannot_be_told(url: str) -> None:
    assert identity(EngineSettings(url=url)) is None


def test_a_server_elsewhere_is_not_asked_when_offline() -> None:
    known = identity(EngineSettings(url="http://192.0.2.1", offline=True))

    assert known is not None
    assert known.lacking
