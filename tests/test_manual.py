from editkit.linting.suppression.rule_index import builtin_rules
from scripts.manual.related_rules import grouped_rules
from scripts.write_manual import FOLDER, PACKS, pack_pages, rule_pages


def test_the_manual_matches_the_rules() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert written == rule_pages(), "run scripts/write_manual.py"


def test_the_manual_matches_the_packs() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in PACKS.glob("*.md")}

    assert written == pack_pages(), "run scripts/write_manual.py"


def test_every_rule_has_related_rules_that_exist() -> None:
    without = {"unused-suppression"}

    assert grouped_rules() == {rule.id for rule in builtin_rules()} - without
