"""Recorded responses of LanguageTool, and the issues that they become."""

import threading
from typing import Any

from editkit.core.engine import EngineError
from tests.engines.tables import all_enabled

TABLE = all_enabled("languagetool")


def match(
    offset: int, length: int, rule: str = "MORFOLOGIK_RULE_EN_US", *replacements: str
) -> dict[str, Any]:
    category, kind = {
        "MORFOLOGIK_RULE_EN_US": ("TYPOS", "misspelling"),
        "EN_UNPAIRED_QUOTES": ("PUNCTUATION", "typographical"),
        "MD_BASEFORM": ("GRAMMAR", "grammar"),
        "WECHAT": ("PROPER_NOUNS", "uncategorized"),
        "SOMETHING_NEW": ("NEW", "uncategorized"),
        "WORDY": ("REDUNDANCY", "style"),
        "UPPERCASE_SENTENCE_START": ("CASING", "typographical"),
        "missing-article": ("EDITKIT", "grammar"),
        "doubled-determiner": ("EDITKIT", "grammar"),
        "EN_MULTITOKEN_SPELLING_TWO": ("TYPOS", "misspelling"),
    }[rule]
    return {
        "message": f"about {rule}",
        "offset": offset,
        "length": length,
        "replacements": [{"value": value} for value in replacements],
        "rule": {"id": rule, "issueType": kind, "category": {"id": category}},
    }


class RecordedConnection:
    """A connection with recorded matches of some texts; counts parallel requests."""

    url, version, exhausted = "recorded", "6.8", False

    def __init__(self, answers: dict[str, list[dict[str, Any]]]) -> None:
        self.matches = answers
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.active = self.max_active = 0
        self._lock = threading.Lock()

    def check(self, text: str, **parameters: str) -> list[dict[str, Any]]:
        with self._lock:
            self.requests.append((text, parameters))
            self.active += 1
            self.max_active = max(self.max_active, self.active)
        threading.Event().wait(0.01)
        with self._lock:
            self.active -= 1
        if "DIE" in text:
            raise EngineError("lost")
        return self.matches.get(text, [])

    def close(self) -> None:
        pass


class EnglishTags:
    """The language tags of a server with two English dialects."""

    def tag(self, lang: str) -> str:
        if not lang.startswith("en"):
            raise EngineError(f"no “{lang}”")
        return lang if lang in {"en-US", "en-GB"} else "en"
