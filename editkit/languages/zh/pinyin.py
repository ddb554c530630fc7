"""Detection of Hanyu Pinyin."""

import re
from functools import cache

_FINALS = {
    "": "a o e ai ei ao ou an en ang eng er",
    "b p": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d t": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un",
    "n l": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue",
    "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh ch sh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z c s": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "y": "a o e ao ou an in ang ing ong i u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
_MAX_SYLLABLES = 4


def is_pinyin(word: str) -> bool:
    """Return whether `word` consists of one to four syllables of Hanyu Pinyin without tones.

    Syllables are built from the table of initials and finals of GB/T 16159.

    >>> is_pinyin("Shaanxi"), is_pinyin("Zhengzhou"), is_pinyin("Harbour")
    (True, True, False)
    """
    return bool(_pattern().fullmatch(word))


@cache
def _pattern() -> re.Pattern[str]:
    syllables = {
        initial + final
        for initials, finals in _FINALS.items()
        for initial in initials.split(" ")
        for final in finals.split()
    }
    longest_first = sorted(syllables, key=lambda s: (-len(s), s))
    return re.compile(f"(?:{'|'.join(longest_first)}){{1,{_MAX_SYLLABLES}}}", re.IGNORECASE)
