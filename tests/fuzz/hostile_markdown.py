"""Strategy for hostile Markdown: short sources of words, marks and line ends."""

from hypothesis import strategies as st

WORDS = (
    *("Harb0ur  Motor", "Harbour\u00a0Motor", "Port Motor", "HarbourMotor", "harbour motor"),
    *("Harb0ur\\\nMotor", "Harb0ur  \nMotor", "Harbour\nMotor", "power exchange station", "BK 6O"),
    *("VELOX aS", "coop", "l", "1", "|", "02", "a", "an apple", "the the", "teh", "x", "it", "A"),
    *("5 %", "3 kms", "$ 5", "“quoted”", '"quoted"', "'it'", "don t", "...", "--", "1,000", "§"),
    *("The end.", "Why ?", "however ,", "e.g.", "30 km", "U.S", "；", "，", "中文", "ﬁ", "é"),
)
MARKS = (
    *("*", "**", "_", "__", "~~", "~", "`", "``", "```", "[", "]", "](", "](x)", ")", "![", "<"),
    *("<b>", "</b>", "<br>", "<a href='x  y'>", "<!--", "-->", "<!---->", "<!-- a -- b -->", ">"),
    *("<https://a.b>", "&amp;", "&lt;", "&#42;", "\\", "\\*", "|", "\\|", "$", "$$", "{{", "}}"),
    *("{{<", ">}}", "{%", "%}", ":::", "[^1]", "[x]: y", "![a](b)", "www.x.org", "a@b.cd", "@"),
    *("[x][y]", "^", "<?", "?>", "<![CDATA[", "]]>", "<input disabled>", "=", "#", "{#id}"),
    *(
        "{.Harb0ur}",
        "{: .a  b}",
        ":teh:",
        ":teh",
        "[[Harb0ur  Motor]]",
        "[[a|",
        "]]",
        "[[",
        "[@teh, p.  5]",
    ),
    *(
        r"\(teh\)",
        r"\(",
        r"\)",
        r"\[ a_b  c \]",
        "%%",
        "%% teh  the %%",
        "{{ teh }}",
        "{% teh %}",
        "@teh",
    ),
    *(
        "</p>",
        "<p class='teh'>",
        "<td>",
        "<li>",
        "<h2>",
        "<code>",
        "</code>",
        "<pre>",
        "{teh}`",
        ":teh:`",
    ),
)
LINES = (
    *("\n", "\n", "\n\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n# ", "\n    ", "\n```\n", "\n~~~\n"),
    *(
        "\n| a | b |\n|--|:-:|\n| ",
        "\n---\n",
        "\n===\n",
        "\n--",
        "\n$$\n",
        "\n:::note ",
        "\r\n",
        "\\\n",
    ),
    *(
        "  \n",
        "\n[^1]: ",
        "\n[x]: ",
        "\n<div>\n",
        "\n!!! note\n    ",
        "\n(teh)=\n",
        "\n::: {.teh  the}\n",
        "\n\\[\n",
        "\n\\begin{a}\n",
        "\n\\end{a}\n",
        "\n{% raw %}\n",
        "\n{% endraw %}\n",
        "\n%%\n",
        "\n<p>",
        "\n<!--\n",
        "\n\t",
        "\n* ",
        "\n+ ",
        "\n  - ",
        "\r",
    ),
)
SPACES = ("", "", " ", " ", " ", "  ", "\u3000", "\u00a0", "\t", "\u200b")
PIECES = (*WORDS, *MARKS, *LINES)


def hostile_markdown() -> st.SearchStrategy[bytes]:
    """Draw sources in which marks are as frequent as words, in UTF-8."""
    words, marks, lines, spaces = map(st.sampled_from, (WORDS, MARKS, LINES, SPACES))
    pieces = st.tuples(words | words | marks | marks | lines, spaces).map("".join)
    return st.lists(pieces, min_size=1, max_size=14).map("".join).map(str.encode)
