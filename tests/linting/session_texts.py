"""Texts and settings for sessions."""

from editkit.config import Settings
from editkit.linting.files.source_file import SourceFile

FEW_RULES = Settings(select=("repeated-word", "harper/All"))
"""All that the fake engine and the short texts need; to load all rules takes longer."""


def texts(count: int) -> list[tuple[Settings, SourceFile]]:
    words = b"The the plant."
    return [(FEW_RULES, SourceFile(f"{n:03}", data=words, format="plain")) for n in range(count)]
