"""editkit's rules in LanguageTool's language do to their examples what they say."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from editkit.config import Settings
from editkit.config.settings import check_selector
from editkit.core.check import Setup
from editkit.core.document import Document
from editkit.engines.languagetool import own_rules
from editkit.engines.languagetool.own_rules_xml import PLACE, OwnRule, compose, own_rules_by_id
from editkit.engines.languagetool.provision import EngineSettings
from editkit.engines.registry import open_engines
from editkit.linting.toolset import engines_wanted
from tests.engines.conftest import end_servers, javas

OWN = own_rules_by_id()
CASES = [(name, example) for name, own in OWN.items() for example in own.rule.examples]


@pytest.fixture
def shelf(jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path))
    (tmp_path / jars.name).symlink_to(jars)
    yield tmp_path
    end_servers(tmp_path)


@pytest.mark.live
@pytest.mark.usefixtures("shelf")
def test_every_example_on_the_real_server() -> None:
    (engine,) = open_engines("languagetool", Setup(), EngineSettings(offline=True)).engines
    documents = [Document.plain(example.text, lang=example.lang) for _, example in CASES]

    outcomes = list(engine.run(documents))

    engine.close()
    told = []
    for outcome, document in zip(outcomes, documents, strict=True):
        assert isinstance(outcome, tuple)
        mine = [issue for issue in outcome if issue.rule in OWN]
        text = document.text
        for issue in reversed(mine):
            (edit,) = issue.fixes[0].edits
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        marks = tuple(issue.span.of(document.text) for issue in mine)
        told.append(({issue.rule for issue in mine}, marks, text))
    assert told == [
        ({name} if case.flagged else set(), case.flagged, case.fixed or case.text)
        for name, case in CASES
    ]


@pytest.mark.parametrize("own", OWN.values(), ids=OWN)
def test_rule_is_named_by_its_file_and_explains_itself(own: OwnRule) -> None:
    rule = own.rule

    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert rule.id in own_rules.names()
    assert len(rule.summary) < 90
    assert len(rule.rationale) > 90
    assert {bool(example.flagged) for example in rule.examples} == {True, False}


@pytest.mark.parametrize("name", OWN)
def test_each_pattern_has_an_example_of_its_own(name: str) -> None:
    patterns = etree.parse(own_rules.file(name)).getroot().findall("rulegroup/rule")

    assert patterns
    assert all(each.find("example[@correction]") is not None for each in patterns)


def test_the_rules_are_composed_as_they_are_written() -> None:
    groups = etree.fromstring(compose()).findall("category/rulegroup")

    assert [group.get("id") for group in groups] == list(OWN)
    assert len({group.get("prio") for group in groups}) == 1


def test_a_server_has_the_rules_ahead_of_its_jars_and_is_not_shared_with_others(
    cache: Path, fake_java: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del fake_java
    folders = []
    for digest in (own_rules.digest(), "others"):
        monkeypatch.setattr(own_rules, "digest", lambda told=digest: told)
        (engine,) = open_engines("languagetool", Setup(), EngineSettings(idle=60)).engines
        engine.close()
        folders.append({path.parent for path in cache.glob("server-*/state.json")})

    command = javas(cache)[0].cmdline()
    first, jar = command[command.index("-cp") + 1].split(os.pathsep)
    assert [len(found) for found in folders] == [1, 2]
    assert jar.endswith("languagetool-server.jar")
    assert Path(first, PLACE).read_bytes() == compose()


@pytest.mark.parametrize("name", OWN)
def test_rule_can_be_selected_alone_and_has_its_engine_started(name: str) -> None:
    assert check_selector(name) == name
    assert engines_wanted(Settings(select=(name,)))
    assert not engines_wanted(Settings(select=("term",)))


def test_another_rule_is_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = []
    for text in ("<a/>", "<b/>"):
        (tmp_path / "some-rule.xml").write_text(text)
        monkeypatch.setattr(own_rules, "FOLDER", tmp_path)
        own_rules.names.cache_clear()
        own_rules.digest.cache_clear()
        digests.append(own_rules.digest())
    monkeypatch.undo()
    own_rules.names.cache_clear()
    own_rules.digest.cache_clear()

    assert digests[0] != digests[1]
    assert own_rules.digest() not in digests
