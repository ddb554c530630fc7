"""Build the lexicon of English words with their word class and rarity.

    python scripts/build_lexicon.py en-lexicon.txt frequency_dictionary_en_82_765.txt

The first file is Eric Brill's lexicon from TextBlob (`textblob/en`); the second is symspellpy's
list of Google Books counts. The result, `editkit/languages/en/data/lexicon.txt.gz`, has one word
per line with a letter for its most likely class (n noun, j adjective, v verb, g -ing form, p
participle, f other) and a rarity digit, 0 for the most common words.
"""

import gzip
import math
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "editkit" / "languages" / "en" / "data" / "lexicon.txt.gz"
HEADER = "# Eric Brill's lexicon, Copyright 1993 MIT and UPenn; Google Books counts; see NOTICE\n"
CLASSES = {
    "NN": "n", "NNS": "n", "JJ": "j", "JJR": "j", "JJS": "j", "VBG": "g", "VBN": "p",
    "VB": "v", "VBD": "v", "VBP": "v", "VBZ": "v",
}  # fmt: skip
EXCLUDED_TAGS = {"NNP", "NNPS", "FW", "SYM", "UH"}
MAX_RARITY = 9


def main(lexicon: str, counts: str) -> None:
    """Write the words that are in both files."""
    pairs = (line.split() for line in Path(counts).read_text(encoding="utf-8").split("\n"))
    counts_by_word = {
        pair[0]: int(pair[1]) for pair in pairs if len(pair) == len(("word", "count"))
    }
    max_log = math.log2(max(counts_by_word.values()))
    lines = []
    for line in Path(lexicon).read_text(encoding="utf-8").split("\n"):
        word, _, tag = line.partition(" ")
        tag = tag.partition("|")[0]
        if re.fullmatch(r"[a-z]+", word) and word in counts_by_word and tag not in EXCLUDED_TAGS:
            rarity = min(int((max_log - math.log2(counts_by_word[word])) / 2), MAX_RARITY)
            lines.append(f"{word} {CLASSES.get(tag, 'f')}{rarity}")
    compressed = gzip.compress((HEADER + "\n".join(sorted(lines)) + "\n").encode(), 9, mtime=0)
    TARGET.write_bytes(compressed)


if __name__ == "__main__":
    main(*sys.argv[1:])
