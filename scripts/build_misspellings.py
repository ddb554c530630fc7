"""Build the list of known misspellings from the dictionary of typos.

    cargo init --name lists && cargo add typos-dict@0.14 && cargo vendor
    python scripts/build_misspellings.py vendor/typos-dict/src/word_codegen.rs \
        /usr/share/dict/scowl

The first file is the dictionary of the spelling checker typos, as published on crates.io. The
folder is in Debian's package `scowl`. The result, `editkit/languages/en/data/misspellings.txt.gz`,
has one misspelling per line, sorted, with its correction. A word of any SCOWL list (names and rare
words too), of the lexicon, or made of such words is not a misspelling, and `livin` is spoken
English. A misspelling with several corrections is listed only if one is closer or much more
frequent than the others.
"""

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import OSA

from editkit.languages.en.lexicon import MAX_RARITY, look_up
from editkit.languages.en.spelling.regional_spelling import regional_spelling
from editkit.languages.en.word_list import all_english, is_english
from editkit.languages.en.words.affixes import PREFIX
from editkit.languages.zh.pinyin import is_pinyin

DATA = Path(__file__).parent.parent / "editkit" / "languages" / "en" / "data"
TARGET = DATA / "misspellings.txt.gz"
HEADER = "# Known misspellings from typos, by its contributors, MIT or Apache-2.0; see NOTICE\n"
ROW = re.compile(r'Ascii\(\s*"([a-z]{4,})"\s*\),\s*&\[([^\]]*)\]')
MIN_HALF_LENGTH = 4
MAX_CORRECTION_RARITY = {4: 4, 5: 6}
"""Greatest rarity of the correction of a word, by its length: most short strings are names."""
MAX_RARITY_OF_LONG = 7
MIN_RARITY_MARGIN = 2
"""How much more frequent the best of several corrections must be: 16 times."""


def main(dictionary: Path, scowl: Path) -> None:
    """Write the misspellings that have one likely correction."""
    words = {
        word.lower()
        for file in scowl.iterdir()
        for word in file.read_text(encoding="latin-1").split()
    }
    rows = ROW.findall(dictionary.read_text(encoding="utf-8"))
    if not (rows and words):
        raise SystemExit("Name the dictionary and the folder to read; nothing is written.")
    lines = sorted(
        f"{wrong} {right}"
        for wrong, rights in rows
        if wrong not in words and not _is_plausible(wrong)
        for right in _best(wrong, re.findall(r'"([^"]+)"', rights))
    )
    text = HEADER + "\n".join(lines) + "\n"
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{len(lines)} misspellings\n")


def _is_plausible(word: str) -> bool:
    """Return whether a word may be intended: rare, regional, Chinese, or made of other words."""
    if is_english(word) or look_up(word) or regional_spelling(word) or is_pinyin(word):
        return True
    prefix = PREFIX.match(word)
    if prefix and is_english(word[prefix.end() :]):
        return True
    return any(
        is_english(word[:at]) and is_english(word[at:])
        for at in range(MIN_HALF_LENGTH, len(word) - MIN_HALF_LENGTH + 1)
    )


def _best(wrong: str, corrections: list[str]) -> Iterator[str]:
    """Yield the correction, if there is one that is likely."""
    ranked = sorted(
        (OSA.distance(wrong, right), _rarity(right), right)
        for right in corrections
        if right.isalpha() and right.islower() and all_english(right)
        if right != f"{wrong}g"
    )
    if not ranked or ranked[0][1] > MAX_CORRECTION_RARITY.get(len(wrong), MAX_RARITY_OF_LONG):
        return
    (distance, rarity, best), *others = ranked
    if all(d > distance or r >= rarity + MIN_RARITY_MARGIN for d, r, _ in others):
        yield best


def _rarity(word: str) -> int:
    found = look_up(word)
    return found.rarity if found else MAX_RARITY + 1


if __name__ == "__main__":
    if len(sys.argv) != 3:  # noqa: PLR2004  (the program and two arguments)
        raise SystemExit(__doc__)
    main(*map(Path, sys.argv[1:]))
