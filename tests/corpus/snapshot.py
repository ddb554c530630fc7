"""Snapshot of what each rule reports on the corpus.

    uv run python -m tests.corpus.snapshot    # after a change that is meant to report other issues

Each article and each clean edition is linted with the article's glossary, without an engine and
with every severity and confidence shown.
"""

from collections import defaultdict
from pathlib import Path

from editkit import lint_paths
from tests.evaluate import articles

FILE = Path(__file__).with_name("snapshot.txt")


def snapshot() -> str:
    """Return one section per rule and one line per place: the article, the line, the text."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles():
        for path in (article.path, article.clean):
            [result] = lint_paths(
                [path],
                glossary=article.glossary,
                engine="none",
                min_severity="info",
                min_confidence="low",
            )
            for part in result.documents:
                for placed in (place for each in part.issues for place in each.places):
                    text = placed.issue.span.of(part.document.text).replace("\n", "⏎")
                    line = f"{path.name}:{placed.location.line} {text}"
                    found[placed.issue.rule].append(line)
    return "\n".join("\n".join((f"[{rule}]", *found[rule], "")) for rule in sorted(found))


if __name__ == "__main__":
    FILE.write_text(snapshot(), encoding="utf-8")
