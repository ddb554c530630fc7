r"""Inline constructs of Markdown dialects: attributes, citations, emoji, roles, wiki links, math.

The patterns are for the bytes of a block, and each reads a limited number of them.
"""

from editkit.core.lazy_pattern import lazy_pattern

_ATTRIBUTE = (
    rb"(?:[.#][^\s{}\"'=]+|-|[A-Za-z_][\w:.-]*=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[^\s{}\"'`<>]+))"
)
_OBJECTS = (
    rb"!?\[\[[^\[\]|\n]{1,300}\]\](?![(\[])",  # [[target]], ![[embedded]]
    rb"\[\[[^\[\]\n]{1,100}\]\]\([^()\s]{0,500}\)",  # [[1]](address)
    rb"!\[\[[^\[\]\n]{1,300}\]\]",
    rb"\[[^\[\]@]{0,100}(?<![\w.])@\{?\w[^\[\]]{0,300}\](?![(\[:])",  # [see @doe99, p. 5]
    rb"(?<![\w.@/\\\x80-\xff])@[A-Za-z0-9_](?:[\w:.#%&+?~/-]{0,100}\w)?",
    rb"(?<![A-Za-z0-9:/]):(?=[^:]*[A-Za-z])[A-Za-z0-9_+-]{1,60}:(?![A-Za-z0-9:/`])",  # :smile:
    rb"\\begin\{(?P<name>[A-Za-z]{1,30}\*?)\}(?s:.){0,3000}?\\end\{(?P=name)\}",
    rb"\\(?:ref|eqref|autoref|pageref|label|cite[a-z]{0,10})\{[^{}\n]{0,100}\}",
    rb"\\@ref\([^()\s]{1,100}\)",
)
_INVISIBLE = (
    rb"\{:?[ \t]*" + _ATTRIBUTE + rb"(?:[ \t]+" + _ATTRIBUTE + rb")*[ \t]*\}",  # {.a #b c=d}
    rb"\{:{1,2}[^{}\n]{1,200}\}",  # {:toc}
    rb"(?<![\w\x80-\xff`])(?::[A-Za-z][\w.+-]{0,60}){1,4}:(?=`)",  # :role:`text`
    rb"\{[A-Za-z][\w.:+-]{0,60}\}(?=`)",  # {role}`text`
    rb"(?<![%\d])%%(?!%)(?:[^%]|%(?!%)){1,2000}?%%(?!%)",  # %% comment %%
)
_MATH = rb"\\\((?:[^\\]|\\[^()]){1,500}?\\\)|\\\[(?:[^\\]|\\[^\[\]]){1,2000}?\\\]"  # \(a\), \[a\]
_WIKI_TARGET = rb"\[\[[^\[\]|\n]{1,300}\|(?=[^\[\]\n]{1,300}\]\](?![(\[]))"  # [[target|text]]

INLINE = b"|".join(
    (
        rb"(?P<object>" + b"|".join(_OBJECTS) + b")",
        rb"(?P<invisible>" + b"|".join(_INVISIBLE) + b")",
        rb"(?P<math>" + _MATH + b")",
        rb"(?P<wiki>" + _WIKI_TARGET + b")",
    )
)
"""Pattern of a construct: an object in its sentence, one without visible text, possible math, or
the target of a wiki link whose text follows."""

_SIGN = lazy_pattern(rb"\\[A-Za-z]|(?<!\\)[\^_={}]")
_WORDS = lazy_pattern(rb"[A-Za-z]{2,}\s+[A-Za-z]{2,}")


def is_math(source: bytes) -> bool:
    r"""Return whether `\(…\)` or `\[…\]` is a formula and not text in escaped brackets.

    A formula has signs. Without any, `\(x\)` is one, but not `\(see below\)`, `\[sic\]`
    or `\[1\]`.
    """
    inside = source[2:-2]
    if _SIGN.search(inside):
        return True
    return source.startswith(rb"\(") and not _WORDS.search(inside)
