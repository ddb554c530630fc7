from scripts.write_manual import FOLDER, PACKS, pack_pages, rule_pages


def test_the_manual_matches_the_rules() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert written == rule_pages(), "run scripts/write_manual.py"


def test_the_manual_matches_the_packs() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in PACKS.glob("*.md")}

    assert written == pack_pages(), "run scripts/write_manual.py"
