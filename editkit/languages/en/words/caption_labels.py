"""Labels that begin captions, credits and other lines that are no prose."""

from editkit.core.lazy_pattern import lazy_pattern

CAPTION_LABEL = lazy_pattern(
    r"(?i)[\[(\"“]?(?:sources?|photo\w*|pictures?|images?|figures?|tables?|captions?|authors?|"
    r"editors?|by|copyright|©|tel|contacts?|address|e-?mail|keywords?|translat\w+|report\w*|"
    r"share)\b|\w+(?:[ ,]+\w+){0,5}:|\w+(?:, \w+)* \([^)]*\) [-–—]"
)
"""Start of a caption, a credit, a label with a colon, or a dateline."""
