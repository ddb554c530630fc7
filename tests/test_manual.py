from scripts.write_manual import FOLDER, PACKS, packs, pages


def test_the_manual_says_what_the_rules_say() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert written == pages(), "run scripts/write_manual.py"


def test_the_manual_says_what_the_packs_say() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in PACKS.glob("*.md")}

    assert written == packs(), "run scripts/write_manual.py"
