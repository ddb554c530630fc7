"""Hostile Markdown and code, for `growth.py`."""

from growth_pattern import GLOSSARY, Pattern, nested, numbered, repeat, word

_TABLE = "| a | b |\n|---|---|\n"

MARKDOWN = (
    numbered("headings", "# The {w} Heading\n\n"),
    repeat("setext headings", "Heading\n===\n\n"),
    repeat("list", "- item\n"),
    repeat("loose list", "- item\n\n"),
    repeat("numbered list", "1. item\n"),
    Pattern(
        "nested list", lambda n: "".join("  " * (k % 40) + "- a\n" for k in range(n)), GLOSSARY
    ),
    nested("nested list items", "- ", "a", ""),
    nested("nested quotations", "> ", "a", ""),
    repeat("quotation lines", "> a\n"),
    repeat("table rows", "| a | b |\n|---|---|\n| Harb0ur Motor | c |\n\n"),
    Pattern("one table", lambda n: _TABLE + "| the the | c |\n" * n, GLOSSARY),
    Pattern(
        "table of terms", lambda n: _TABLE + "| Harbour Motor | Harb0ur Motor |\n" * n, GLOSSARY
    ),
    Pattern(
        "table of names",
        lambda n: _TABLE + "".join(f"| The {word(k)} Bay Fund | Port Motor |\n" for k in range(n)),
        GLOSSARY,
    ),
    Pattern("wide table", lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b" * n, GLOSSARY),
    repeat("emphasis", "*a* **b** "),
    repeat("marks inside words", "a**b"),
    repeat("single marks inside words", "a*b"),
    repeat("opening marks", "*a "),
    repeat("closing marks", "a* "),
    repeat("mixed marks", "*a _b "),
    repeat("strikethrough", "~~a "),
    nested("nested emphasis", "*", "a", "*"),
    repeat("links", "[a](b) "),
    repeat("open links", "[a]( "),
    nested("nested links", "[", "a", "](b)"),
    numbered("definitions", "[{w}]: /{n}\n\n[{w}] "),
    numbered("footnotes", "a[^{n}]\n\n[^{n}]: The the.\n\n"),
    repeat("images", "![a](b) "),
    repeat("code spans", "`a` "),
    Pattern(
        "longer backticks", lambda n: "".join("`" * (k % 200) + " " for k in range(n)), GLOSSARY
    ),
    repeat("open comments", "a <!-- "),
    repeat("comments", "a <!-- b --> "),
    repeat("tags", "a <i>b</i> "),
    repeat("open tags", "<a b "),
    repeat("code tags", "<code>a "),
    repeat("entities", "&amp; "),
    repeat("escapes", "\\* "),
    repeat("math", "$a$ "),
    repeat("dialect open wiki links", "[[a|"),
    repeat("dialect open citations", "[a @b "),
    repeat("dialect open formulas", "\\(a_"),
    repeat("dialect open templates", "{% raw %}\n"),
    repeat("dialect constructs", ":a: {.b} [[c|d]] [@e] \\(f\\) %% g %% "),
    repeat("dialect blocks", ":::note\nThe the.\n:::\n\n!!! tip\n    The the.\n\n"),
    repeat("html block cells", "<tr><td>the the</td></tr>\n"),
    repeat("html block open tags", "<div a='\n"),
    repeat("display math", "$$\na\n"),
    repeat("template tags", "{{ a }} "),
    repeat("open template tags", "{{ "),
    repeat("containers", ":::note\na\n:::\n"),
    repeat("hard breaks", "a\\\n"),
    repeat("fences", "```\na\n```\n"),
    repeat("open fences", "```a\n"),
    repeat("fixes in markup", "**the the** _Harb0ur Motor_ ", min_length=5_000),
    nested("nested underscores", "_", "a", "_"),
)

CODE = (
    numbered("identifiers", "a {w}_{n} and {w}.yaml, "),
    numbered("a list of types", "{w}Request{n},{w}Response,"),
    repeat("a long identifier", "a_b"),
    repeat("a long path", "/a.b"),
    repeat("open placeholders", "%(a ${b {c "),
    repeat("open literals", "set to “a default ' "),
    repeat("assignments", ' a="'),
    numbered("used in code", "`{w}-{n}` {w}-{n} "),
)
