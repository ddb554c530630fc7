"""Build the pairs of British and American spellings from SCOWL's word lists.

    python scripts/build_spellings.py /usr/share/dict/scowl

That folder is in Debian's package `scowl`. The result,
`editkit/languages/en/data/regional-spelling.txt`, has one pair per line: the British spelling, the
American one, and the kind of difference. `variety`: each is wrong in the other country. `ize`:
-ise is British only, -ize is American and also British (Oxford). `word`: one of them is correct in
both, so only both together are inconsistent. `british`: the American one is a different word in
British English.
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
MAX_SIZE = 60
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

NOT_VARIANTS = frozenset({"costumire", "fayre", "preformative", "prised"})


def main(folder: str) -> None:
    """Write the pairs."""
    lists = Path(folder)
    american = _words(lists, "american")
    british = _words(lists, "british")
    common = _words(lists, "english")
    oxford = _words(lists, "british_z")
    either = _words(lists, "variant_1") - american
    also_british = _words(lists, "british_variant_1")
    if not (american and british and common):
        raise SystemExit(f"There are no SCOWL word lists in {folder}; nothing is written.")
    pairs = [f"{pair} british" for pair in BRITISH_ONLY.split(", ")]
    for old in sorted(british - american - common - NOT_VARIANTS):
        for new in sorted(_with_changes(old) & (american - british - common)):
            if new in {*_single_changes(old, "is iz")} or (new in oxford and old not in oxford):
                kind = "ize"
            elif old in either or new in also_british:
                kind = "word"
            else:
                kind = "variety"
            pairs.append(f"{old} {new} {kind}")
    TARGET.write_text(HEADER + "\n".join(sorted(pairs)) + "\n", encoding="utf-8")


def _with_changes(word: str) -> set[str]:
    """Return the results of one or two changes of a word."""
    once = set(_single_changes(word))
    return once | {twice for changed in once for twice in _single_changes(changed)}


def _single_changes(word: str, changes: str = CHANGES) -> Iterator[str]:
    for change in changes.split(", "):
        old, new = change.split()
        for found in re.finditer(old, word):
            yield word[: found.start()] + new + word[found.end() :]


def _words(folder: Path, name: str) -> set[str]:
    files = folder.glob(f"{name}-words.*")
    return {
        word
        for file in files
        if int(file.suffix[1:]) <= MAX_SIZE
        for word in file.read_text(encoding="iso-8859-1").split()
        if re.fullmatch(r"[a-z]+", word)
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
