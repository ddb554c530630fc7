"""Words next to the name of a country, place or body that say how it is used."""

GLOSSING_WORDS = (
    "or|now|formerly|previously|once|also|aka|alias|officially|known|called|named|renamed|as|then"
    "|today|historically|romanized|spelled|written|pronounced|abbreviated|hereinafter|hereafter"
    "|referred|to|short|for|is|was|in|by|its|the|old|new|former|name|became|from|Chinese|English"
    "|pinyin|Cantonese|Mandarin|Portuguese|French|Ukrainian|Russian|Turkish|not|than|rather"
)
"""Words between two names of one thing of which one explains the other."""

IN_THE_PAST = (
    "century|centuries|dynasty|dynasties|colonial|colony|empire|imperial|ancient|medieval"
    "|prewar|wartime|treaty|emperor|then-|former|formerly"
)
"""Words of a sentence about the past, where a former name is the right one."""

LARGE_NUMBERS = "hundred|thousand|million|billion|trillion|mn|bn"
"""Numerals before the name of a currency."""

NAME_OF_PEOPLE_AFTER = "duck|opera|man|cuisine|sauce|pepper|peppercorns?|beer|tea|sandwich|breast"
"""Nouns with which the name of a place is the name of a dish, a drink or the like."""
