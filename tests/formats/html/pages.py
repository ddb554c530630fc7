"""Pages for tests of HTML: readers, and a generator of pages of any form."""

import random

from editkit.core.document import Document
from editkit.formats.html.format import Html

_WORDS = (
    "the ferry left quay R&amp;D &nbsp; &#233; A&B 5 6 it's “so” ☂🎉 {{name}} &copy &bogus; &lt;b"
).split()
_INLINE = "a b em span code kbd svg button x-note q".split()
_BLOCKS = "p div li td h1 pre table ul blockquote section".split()
_ODD = (
    "<!-- x > y -->",
    "<br>",
    "<br/>",
    "<img src=a alt='It''s'>",
    '<img alt="a &quot;b&quot;\n  c">',
    "<script>a < b && '<p>'</script>",
    "<style>p > a {}</style>",
    "<textarea placeholder='Type here'><b></textarea>",
    "<a title='x' title=\"y\">",
    "<span lang=fr>Il est",
    "<span translate=no>Do do",
    "<template><p>a</template>",
    "\r\n",
    "\n\t",
    "\r",
)
_BROKEN = ("<?php echo $a->b; ?>", "<![CDATA[ a > b ]]>", "</p>", "</x>", "<p", "<", "&", "< b")
"""What the parser of the standard library reads in another way in some versions of Python."""


def read(source: str, *, uri: str = "page.html", lang: str = "en") -> Document:
    [document] = Html().parse(source.encode(), uri=uri, lang=lang).documents
    return document


def blocks(source: str, *, uri: str = "page.html") -> list[str]:
    document = read(source, uri=uri)
    return [block.span.of(document.text) for block in document.blocks]


def any_page(seed: int, *, broken: bool) -> str:
    """Return a page that is the same for the same seed; tags need not match, or are `broken`."""
    chance = random.Random(seed)  # noqa: S311  (the same pages each time)
    made = ["<!DOCTYPE html>\n<html lang=en><title>On a quay</title>"] if seed % 2 else []
    for _ in range(chance.randrange(1, 60)):
        kind = chance.random()
        if kind < 0.5:
            made.append(" ".join(chance.choices(_WORDS, k=chance.randrange(1, 6))) + " ")
        elif kind < 0.8:
            name = chance.choice(_INLINE if kind < 0.65 else _BLOCKS)
            end = "/" if chance.random() < 0.4 else ""
            made.append(f"<{end}{name}>")
        else:
            made.append(chance.choice((*_ODD, *_BROKEN) if broken else _ODD))
    return "".join(made)
