"""Build the table of UTS #39 confusables from the Unicode Consortium's confusables.txt.

    python scripts/build_confusables.py path/to/confusables.txt

The result, `editkit/text/data/confusables.txt`, has one line for each character: the character, a
tab, and its prototype.
"""

import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "editkit" / "text" / "data" / "confusables.txt"
HEADER = """\
# UTS #39 confusables, {version}: a character, a tab, its prototype.
# Made by scripts/build_confusables.py from confusables.txt, Copyright 1991-2020 Unicode, Inc.
# Unicode data files are used under the terms of use at https://www.unicode.org/terms_of_use.html
"""


def main(source: str) -> None:
    """Read `source` and write the table."""
    lines = Path(source).read_text(encoding="utf-8-sig").split("\n")
    version = next(line for line in lines if line.startswith("# Version:"))[2:].lower()
    rows = [line.partition("#")[0].split(";")[:2] for line in lines if line and line[0] != "#"]
    pairs = sorted((_text(row[0]), _text(row[1])) for row in rows if len(row) > 1)
    table = "".join(f"{char}\t{prototype}\n" for char, prototype in pairs)
    TARGET.write_text(HEADER.format(version=version) + table, encoding="utf-8", newline="\n")


def _text(points: str) -> str:
    return "".join(chr(int(point, 16)) for point in points.split())


if __name__ == "__main__":
    main(*sys.argv[1:])
