"""Full-width marks with more than one reading: in addresses, numbers and codes."""

from editkit.core.lazy_pattern import lazy_pattern
from editkit.languages.zh.fullwidth_runs import WideRun

_MARKS = frozenset(".,;:!?")
_ODD_SEQUENCE = lazy_pattern(r"(?!\?!|!\?)[,.;:!?]{2}")
_OPERATOR = lazy_pattern(r"//|[\\=:]")
_HOST = lazy_pattern(r"(?:\blocalhost|\w\.\w{1,20})\Z")
_PORT = lazy_pattern(r"\d{2,5}\b")
_THOUSANDS = lazy_pattern(r"\d{3}(?!\d)")
_FIRST_GROUP = lazy_pattern(r"(?<!\d)\d{1,3}\Z")
_YEAR = lazy_pattern(r"(?:19|20)\d\d(?!\d)")
_SHORT_ASIDE = lazy_pattern(r"(?:s|es|ies|\w|[IVX]{2,4}|)[)）]")
_SENTENCE = lazy_pattern(r"[\"“(]?[A-Z][a-z]")
_SINGLE_QUOTE = lazy_pattern(r"'\w")


def is_inside_number(run: WideRun) -> bool:
    """Return whether a mark is in a number, a time or a ratio: no space belongs after it."""
    if not _is_between_digits(run):
        return False
    if run.wide == "：":
        return not run.after_matches(_YEAR)
    return run.wide in {"．", "。"} or _may_separate_thousands(run)


def is_inside_name(run: WideRun) -> bool:
    """Return whether a stop is likely the one in `node．js`."""
    return run.wide == "．" and run.before.isalnum() and run.after.islower()


def is_in_operator(run: WideRun) -> bool:
    """Return whether a mark likely belongs to what follows: `http：//`, `！=`, `std：：string`."""
    return run.wide[-1] in "：！" and run.after_matches(_OPERATOR)


def is_tight_aside(run: WideRun) -> bool:
    """Return whether brackets belong to the word before them: `file（s）`, `f（x）`, `run（）`."""
    is_short = _SHORT_ASIDE.match(run.text, run.start + 1)
    return run.wide[0] == "（" and run.before.isalpha() and is_short is not None


def has_other_reading(run: WideRun, plain: str) -> bool:
    """Return whether a run, `plain` in ordinary characters, may be more than punctuation.

    It may be part of an address (`http：//`), of a number (`1，200`) or of code (`std：：string`,
    `!=`), or what was meant is unclear (`，.`, `'` after a comma).
    """
    wide, last = run.wide, run.wide[-1]
    sequence = plain + (run.after if run.after in _MARKS else "")
    if _ODD_SEQUENCE.search(sequence) or _belongs_to_word(run):
        return True
    if last == "；" and run.after_matches(_SENTENCE):  # a full stop may be meant
        return True
    if last in "，、：；" and run.after_matches(_SINGLE_QUOTE):
        return True
    if wide == "％":
        return not run.before.isdigit()
    if wide == "。":
        return _is_between_digits(run) or (run.before.isalnum() and run.after.islower())
    return _may_separate_thousands(run) or _is_odd_colon(run)


def _belongs_to_word(run: WideRun) -> bool:
    return is_tight_aside(run) or is_inside_name(run) or is_in_operator(run)


def _may_separate_thousands(run: WideRun) -> bool:
    return run.wide == "，" and run.before_matches(_FIRST_GROUP) and run.after_matches(_THOUSANDS)


def _is_odd_colon(run: WideRun) -> bool:
    if run.wide != "：":
        return False
    if run.before.isdigit():
        return run.after_matches(_YEAR)
    return run.after_matches(_PORT) and run.before_matches(_HOST)


def _is_between_digits(run: WideRun) -> bool:
    return run.before.isdigit() and run.after.isdigit()
