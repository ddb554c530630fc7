"""Write the list of English words from SCOWL word lists, one word a line.

    python scripts/build_words.py /usr/share/dict/american-english /usr/share/dict/british-english

Those two are Debian's `wamerican` and `wbritish` (SCOWL size 60). The result,
`editkit/text/tables/words-en.txt.gz`, holds the words in lower case that are no
names, without possessives, so that a list of them tells a word from a slip.
"""

import gzip
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "editkit" / "languages" / "en" / "data" / "words.txt.gz"
HEADER = "# English words from SCOWL, Copyright 2000-2011 by Kevin Atkinson; see NOTICE\n"


def main(*sources: str) -> None:
    """Read the word lists and write the words of all of them."""
    found = {w for s in sources for w in Path(s).read_text(encoding="utf-8").split("\n")}
    words = sorted(w for w in found if re.fullmatch(r"[a-z]{2,}|[ai]", w))
    packed = gzip.compress((HEADER + "\n".join(words) + "\n").encode(), 9, mtime=0)
    TARGET.write_bytes(packed)


if __name__ == "__main__":
    main(*sys.argv[1:])
