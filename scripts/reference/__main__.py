"""Write the generated parts of the reference: `uv run python -m scripts.reference`."""

from scripts.reference import FOLDER, updated


def main() -> None:
    """Update the pages of docs/reference."""
    for path in FOLDER.glob("*.md"):
        page = path.read_text(encoding="utf-8")
        path.write_text(updated(page), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
