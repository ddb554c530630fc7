"""Corrections across a line wrap keep the lines of the text, wherever lines have a prefix."""

from typing import Literal

import pytest

import editkit
from editkit.termbase.table import read_table

ROWS = b"term,forbidden\nbattery swap station,power exchange station\ndatacenter,data center\n"
GLOSSARY = read_table(ROWS, uri="g.csv").glossary


@pytest.mark.parametrize(
    ("file_format", "first", "other"),
    [
        ("plain", "", ""),
        ("markdown", "", ""),
        ("markdown", "> ", "> "),
        ("markdown", "- ", "  "),
        ("markdown", "> - ", ">   "),
        ("markdown", "> > ", "> > "),
    ],
)
def test_lines_are_kept(file_format: Literal["plain", "markdown"], first: str, other: str) -> None:
    text = f"{first}They built a power exchange\n{other}station and a data\n{other}center here.\n"

    fixed = editkit.normalize(text, glossary=GLOSSARY, format=file_format)

    lines = ("They built a battery swap", "station and a datacenter", "here.")
    assert fixed == f"{first}{lines[0]}\n{other}{lines[1]}\n{other}{lines[2]}\n"
