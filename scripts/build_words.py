"""Build the list of English words from SCOWL word lists, one word per line.

    python scripts/build_words.py /usr/share/dict/american-english /usr/share/dict/british-english

Those two are in Debian's packages `wamerican` and `wbritish` (SCOWL size 60). The result,
`editkit/languages/en/data/words.txt.gz`, has the lower-case words without names and possessives,
to distinguish words from typos.
"""

import gzip
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "editkit" / "languages" / "en" / "data" / "words.txt.gz"
HEADER = "# English words from SCOWL, Copyright 2000-2011 by Kevin Atkinson; see NOTICE\n"


def main(*sources: str) -> None:
    """Write the words of all lists."""
    found = {w for s in sources for w in Path(s).read_text(encoding="utf-8").split("\n")}
    if not found:
        raise SystemExit("Name the SCOWL word lists to read; nothing is written.")
    words = sorted(w for w in found if re.fullmatch(r"[a-z]{2,}|[ai]", w))
    compressed = gzip.compress((HEADER + "\n".join(words) + "\n").encode(), 9, mtime=0)
    TARGET.write_bytes(compressed)


if __name__ == "__main__":
    main(*sys.argv[1:])
