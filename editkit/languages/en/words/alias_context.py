"""Words next to the name of a country, place or body that say how it is used."""

GLOSSING_WORDS = (
    "and|or|versus|vs|not|than|rather|now|formerly|previously|once|then|today|historically"
    "|also|aka|alias|officially|known|called|named|renamed|became|as|romanized|spelled|written"
    "|pronounced|abbreviated|hereinafter|hereafter|referred|to|short|for|is|was|in|by|from|its"
    "|the|old|new|former|name|Chinese|English|pinyin|Cantonese|Mandarin|Portuguese|French"
    "|Ukrainian|Russian|Turkish"
)
"""Words between two names of one thing where a text explains or compares the names."""

IN_THE_PAST = (
    "century|centuries|dynasty|dynasties|colonial|colony|empire|imperial|ancient|medieval"
    "|prewar|wartime|treaty|emperor|then-|former|formerly"
)
"""Words of a sentence about the past, where a former name is the right one."""

LARGE_NUMBERS = "hundred|thousand|million|billion|trillion|mn|bn"
"""Numerals before the name of a currency."""

DISHES_AND_ARTS = "duck|opera|man|cuisine|sauce|pepper|peppercorns?|beer|tea|sandwich|breast"
"""Nouns with which the name of a place is the name of a dish, a drink or the like."""
