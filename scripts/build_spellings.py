"""Write the pairs of British and American spellings from SCOWL's word lists.

    python scripts/build_spellings.py /usr/share/dict/scowl

That folder is Debian's `scowl`. The result, `editkit/text/tables/spellings.txt`,
has a pair a line: the British spelling, the American one, and how far apart
they are. `variety`: neither is right in the other country. `ize`: -ise, which
is British alone, beside -ize, which is American and, as at Oxford, British.
`word`: one of them is right in both, so that only the two together say anything.
`british`: the American one is another word in British English, and says nothing.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = (
    Path(__file__).parent.parent
    / "editkit"
    / "languages"
    / "en"
    / "data"
    / "regional-spelling.txt"
)
HEADER = (
    "# British and American spellings, from SCOWL, Copyright 2000-2011 by Kevin Atkinson; "
    "see NOTICE\n"
)
LARGEST = 60
CHANGES = (
    "our or, re er, ring ering, red ered, ogu og, ogue og, ll l, l ll, pp p, tt t, ss s, "
    "ence ense, encing ensing, ys yz, is iz, ae e, oe e, grey gray, mould mold, moult molt, "
    "plough plow, aluminium aluminum, jeweller jewelr, scept skept, artef artif, cosi cozi, "
    "cosy cozy, sulph sulf, eing ing, eable able, gement gment, manoeuvr maneuver, "
    "manoeuvre maneuver, moustache mustache, pyjama pajama, gramme gram, draught draft, "
    "ette et, tor ter, iality ialty, ialities ialties, practis practic, aeroplane airplane"
)
BRITISH_ONLY = (
    "licence license, licences licenses, metre meter, metres meters, practise practice, "
    "practises practices, programme program, programmes programs, storey story, "
    "storeys stories, tyre tire, tyres tires"
)

NO_PAIRS = frozenset({"costumire", "fayre", "preformative", "prised"})


def main(folder: str) -> None:
    """Read the lists and write the pairs."""
    lists = Path(folder)
    american = _words(lists, "american")
    british = _words(lists, "british")
    common = _words(lists, "english")
    oxford = _words(lists, "british_z")
    either = _words(lists, "variant_1") - american
    also_british = _words(lists, "british_variant_1")
    pairs = [f"{pair} british" for pair in BRITISH_ONLY.split(", ")]
    for old in sorted(british - american - common - NO_PAIRS):
        for new in sorted(_changed(old) & (american - british - common)):
            if new in {*_each(old, "is iz")} or (new in oxford and old not in oxford):
                kind = "ize"
            elif old in either or new in also_british:
                kind = "word"
            else:
                kind = "variety"
            pairs.append(f"{old} {new} {kind}")
    TARGET.write_text(HEADER + "\n".join(sorted(pairs)) + "\n", encoding="utf-8")


def _changed(word: str) -> set[str]:
    """Return what one change makes of a word, and what another makes of that."""
    once = set(_each(word))
    return once | {again for changed in once for again in _each(changed)}


def _each(word: str, changes: str = CHANGES) -> Iterator[str]:
    for change in changes.split(", "):
        old, new = change.split()
        for found in re.finditer(old, word):
            yield word[: found.start()] + new + word[found.end() :]


def _words(folder: Path, name: str) -> set[str]:
    files = folder.glob(f"{name}-words.*")
    return {
        word
        for file in files
        if int(file.suffix[1:]) <= LARGEST
        for word in file.read_text(encoding="iso-8859-1").split()
        if re.fullmatch(r"[a-z]+", word)
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
