"""Write the table of English words with their class and their commonness.

    python scripts/build_lexicon.py en-lexicon.txt frequency_dictionary_en_82_765.txt

The first is Eric Brill's lexicon, as TextBlob carries it (`textblob/en`); the second is
symspellpy's list of Google Books counts. The result, `editkit/text/tables/lexicon-en.txt.gz`,
has a word a line: the word, a letter for its likeliest class (n noun, j adjective, v verb,
g -ing form, p participle, f anything else), and a digit, 0 for the commonest words.
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
LEFT_OUT = {"NNP", "NNPS", "FW", "SYM", "UH"}
RAREST = 9


def main(lexicon: str, counts: str) -> None:
    """Read both lists and write the words that are in both."""
    pairs = (line.split() for line in Path(counts).read_text(encoding="utf-8").split("\n"))
    count = {pair[0]: int(pair[1]) for pair in pairs if len(pair) == len(("word", "count"))}
    most = math.log2(max(count.values()))
    lines = []
    for line in Path(lexicon).read_text(encoding="utf-8").split("\n"):
        word, _, tag = line.partition(" ")
        tag = tag.partition("|")[0]
        if re.fullmatch(r"[a-z]+", word) and word in count and tag not in LEFT_OUT:
            rarity = min(int((most - math.log2(count[word])) / 2), RAREST)
            lines.append(f"{word} {CLASSES.get(tag, 'f')}{rarity}")
    packed = gzip.compress((HEADER + "\n".join(sorted(lines)) + "\n").encode(), 9, mtime=0)
    TARGET.write_bytes(packed)


if __name__ == "__main__":
    main(*sys.argv[1:])
