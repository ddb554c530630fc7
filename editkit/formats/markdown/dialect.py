"""Dialect of a Markdown file: what is code and what is prose in it besides CommonMark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """The options for reading a file.

    `mdx`: it may have imports, exports, JSX and expressions. `front_matter`: the keys whose values
    in front matter are prose.
    """

    mdx: bool = False
    front_matter: frozenset[str] = frozenset()


COMMON = Dialect()
