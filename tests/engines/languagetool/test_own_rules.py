"""Examples and files of editkit's own LanguageTool rules."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from editkit.config import Settings
from editkit.config.settings import check_selector
from editkit.core.document import Document
from editkit.core.engine_provider import EngineAccess
from editkit.core.setup import Setup
from editkit.core.taxonomy import Status
from editkit.engines.languagetool import own_rules
from editkit.engines.languagetool.own_rules_xml import (
    CLASS_PATH_LOCATION,
    _parse_rule,
    build_grammar_file,
    own_rules_by_id,
)
from editkit.engines.languagetool.rules import to_findings
from editkit.engines.selection import open_engines
from editkit.linting.toolset import needs_engines
from tests.capabilities import needs
from tests.engines.conftest import end_servers, java_processes

OWN = own_rules_by_id()
CASES = [(name, example) for name, own in OWN.items() for example in own.rule.examples]


@pytest.fixture
def shared_cache(jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("EDITKIT_CACHE", str(tmp_path))
    (tmp_path / jars.name).symlink_to(jars)
    yield tmp_path
    end_servers(tmp_path)


@needs("links")
@pytest.mark.live
@pytest.mark.java
@pytest.mark.usefixtures("shared_cache")
def test_every_example_on_the_real_server() -> None:
    (engine,) = open_engines("languagetool", Setup(), EngineAccess(offline=True)).engines
    documents = [Document.plain(example.text, lang=example.lang) for _, example in CASES]

    outcomes = list(engine.run(documents))

    engine.close()
    reported = []
    for outcome, document in zip(outcomes, documents, strict=True):
        assert isinstance(outcome, tuple)
        mine = [issue for issue in outcome if issue.rule in OWN]
        text = document.text
        for issue in reversed(mine):
            (edit,) = issue.fixes[0].edits
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        marks = tuple(issue.span.of(document.text) for issue in mine)
        reported.append(({issue.rule for issue in mine}, marks, text))
    assert reported == [
        ({name} if case.flagged else set(), case.flagged, case.fixed or case.text)
        for name, case in CASES
    ]


def test_a_rule_has_the_name_of_its_file_and_a_description() -> None:
    for rule in (own.rule for own in OWN.values()):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
        assert rule.id in own_rules.names()
        assert len(rule.summary) < 90, rule.id
        assert len(rule.rationale) > 90, rule.id
        assert {bool(example.flagged) for example in rule.examples} == {True, False}, rule.id


def test_each_pattern_has_its_own_example() -> None:
    for name in OWN:
        rules = etree.fromstring(own_rules.rule_file(name).read_bytes())
        patterns = rules.findall("rulegroup/rule")

        assert patterns, name
        assert all(each.find("example[@correction]") is not None for each in patterns), name


def test_the_grammar_file_has_all_rules() -> None:
    groups = etree.fromstring(build_grammar_file()).findall("category/rulegroup")

    assert [group.get("id") for group in groups] == list(OWN)
    assert len({group.get("prio") for group in groups}) == 1


@pytest.mark.live
def test_the_rules_precede_the_jars_and_other_rules_need_another_server(
    cache: Path, fake_java: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del fake_java
    folders = []
    monkeypatch.setenv("EDITKIT_LANGUAGETOOL_IDLE", "60")
    for digest in (own_rules.digest(), "others"):
        monkeypatch.setattr(own_rules, "digest", lambda fixed=digest: fixed)
        (engine,) = open_engines("languagetool", Setup(), EngineAccess()).engines
        engine.close()
        folders.append({path.parent for path in cache.glob("server-*/state.json")})

    command = java_processes(cache)[0].cmdline()
    first, jar = command[command.index("-cp") + 1].split(os.pathsep)
    assert [len(found) for found in folders] == [1, 2]
    assert jar.endswith("languagetool-server.jar")
    assert Path(first, CLASS_PATH_LOCATION).read_bytes() == build_grammar_file()


def test_selecting_a_rule_starts_its_engine() -> None:
    for name in OWN:
        assert check_selector(name) == name
        assert needs_engines(Settings(select=(name,))), name
    assert not needs_engines(Settings(select=("term",)))


def test_the_digest_changes_with_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_patterns_in_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = own_rules.rule_file("have-for-be").read_text(encoding="utf-8")
    first, second, *others = raw.split("<rule>")
    changed = "<rule>".join((f'{first}<rule status="preview">{second}', *others))
    (tmp_path / "have-for-be.xml").write_text(changed, encoding="utf-8")
    monkeypatch.setattr(own_rules, "rule_file", lambda name: tmp_path / f"{name}.xml")
    monkeypatch.setattr(own_rules, "names", lambda: ("have-for-be",))

    own = _parse_rule("have-for-be")

    assert own.class_of("1").status is Status.PREVIEW
    assert own.class_of("2").status is Status.STABLE
    assert own.rule.status is Status.STABLE
    assert b"status=" not in build_grammar_file()
    whole = changed.replace("<own ", '<own status="preview" ')
    (tmp_path / "have-for-be.xml").write_text(whole, encoding="utf-8")
    assert _parse_rule("have-for-be").class_of("2").status is Status.PREVIEW
    assert _parse_rule("have-for-be").rule.status is Status.PREVIEW


def test_findings_have_the_status_of_their_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    own = replace(OWN["have-for-be"], preview_patterns=frozenset({"2"}))
    monkeypatch.setitem(OWN, "have-for-be", own)
    rule = {"id": "have-for-be", "issueType": "grammar", "category": {"id": "EDITKIT"}}
    matches = [
        {"message": "m", "offset": 0, "length": 4, "rule": {**rule, "subId": sub_id}}
        for sub_id in ("1", "2")
    ]

    found = [finding.finding_class for finding in to_findings(matches, "They go.", 0)]

    assert [each and each.status for each in found] == [Status.STABLE, Status.PREVIEW]
