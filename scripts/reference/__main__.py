"""Write the generated parts of the documentation: `uv run python -m scripts.reference`."""

from scripts.reference import DOCS, FOLDER, updated
from scripts.reference.transcripts import clean_folder, has_transcripts, transcribed


def main() -> None:
    """Update the pages of docs/reference, and the transcripts of all pages."""
    for path in DOCS.rglob("*.md"):
        # Its commands read files that are no text; tests/test_format_manuals.py runs them.
        if path.parent == DOCS / "formats":
            continue
        page = path.read_text(encoding="utf-8")
        if path.parent == FOLDER:
            page = updated(page)
        if has_transcripts(page):
            with clean_folder() as folder:
                page = transcribed(page, folder)
        path.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
