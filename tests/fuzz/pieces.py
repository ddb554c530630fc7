"""Pieces of hostile texts: markup, marks, spaces, look-alikes, numbers, and glossary terms."""

GLOSSARY_TERMS = (
    "Harbour Motor",
    "Harbour",
    "VELOX αS HI",
    "I",
    "A",
    "|",
    "<b>",
    "*",
    "`x`",
    "a|b",
    "BK60",
    "O2",
    "co-op",
    "plant",
    "swap station",
)
"""Preferred terms; some are markup, or one character."""

FORBIDDEN_FORMS = {
    "Harbour Motor": "Harbour Motors Ltd|Port Motor",
    "plant": "factory|works",
    "swap station": "power exchange station",
}

WORDS = (
    *(
        "a",
        "an",
        "the",
        "The",
        "I",
        "of",
        "is",
        "are",
        "plans",
        "trams",
        "harbors",
        "Harbour",
        "Motor",
    ),
    *("Harb0ur  Motor", "harbour motor", "HarbourMotor", "Port Motor", "factories", "VELOX αs H1"),
    *(
        "U.S.",
        "e.g.",
        "Inc.",
        "12,268 billion",
        "1.5",
        "3,000",
        "2023-01-02",
        "10%",
        "RMB",
        "10 km",
    ),
    *(
        "天阙集团",
        "億",
        "12,268億",
        "it's",
        "isn’t",
        "“Plan B”",
        "x.org/a_b",
        "C:\\a",
        "naïve",
        "İstanbul",
    ),
    *("\U0001f600", "e\u0301", "\u200d", "\ufeff", "\u202e", "ß", "ﬁ", "Ⅻ", "１２"),
)
MARKS = (
    *(".", ",", ";", ":", "!", "?", "…", "...", "-", "–", "—", "'", '"', "’", "“", "”", "‘"),
    *(
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "«",
        "»",
        "、",
        "。",
        "，",
        "（",
        "）",
        "《",
        "》",
        "/",
        "&",
        "$",
        "€",
    ),
)
SPACES = (
    *(
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\r\n",
        "\r",
        "\u3000",
        "\u00a0",
        "\u2009",
        "\u202f",
    ),
    *("\u2003", "\u0085", "\u2028", "\u200b", "\x0b", "\x0c", "\x1c", "\u00ad", "\u2060"),
)
MARKDOWN = (
    *(
        "*",
        "**",
        "_",
        "__",
        "~~",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "* ",
    ),
    *(
        "    ",
        "\\",
        "\\\n",
        "  \n",
        "---\n",
        "===\n",
        "|",
        "| --- |\n",
        "![",
        "](",
        "[a]: x\n",
        "[^1]",
    ),
    *(
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "--",
        "<!---",
        "<br>",
        "<https://x.org>",
        "&amp;",
        "&#32;",
        "&nbsp;",
    ),
    *("$$\n", "$", "{{< a >}}", "{% raw %}", ":::note\n", "\n\n", "<div>\n", "</div>\n", "- [ ] "),
)
JSON_VALUES = (
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "NaN",
    '""',
    "[]",
    "{}",
    '"\\ud800"',
    "[[[[",
    '{"a":',
)


def glossary_csv() -> str:
    """Return a glossary of the terms above as CSV."""
    rows = (f"{_cell(term)},{_cell(FORBIDDEN_FORMS.get(term, ''))}\n" for term in GLOSSARY_TERMS)
    return "term,forbidden\n" + "".join(rows)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
