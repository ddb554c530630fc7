"""Articles that are compared with each other, and their issues."""

from pathlib import Path

from editkit.cache.store import ResultCache
from editkit.config import Configuration
from editkit.core.result import FileResult
from editkit.linting.files.discover_settings import find_files
from editkit.linting.session import Session

MANY = "We drove an Off-Track car.\n\nThe Off-Track won.\n"


FEW = "\n\nIn May,\nan Off Track lost.\n"


ONE_RULE = {"select": ("inconsistent-variant",)}


def articles(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / f"{name.replace('_', '/')}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def lint(
    *paths: Path, together: bool = True, cache: ResultCache | None = None
) -> dict[str, FileResult]:
    files = find_files(map(str, paths), Configuration(ONE_RULE)).files
    with Session(cache=cache) as run:
        return {Path(r.uri).name: r for r in run.run(files, together=together)}


def flagged(results: dict[str, FileResult]) -> dict[str, list[str]]:
    return {
        name: [placed.location.span.of(part.document.raw) for placed in part.issues]
        for name, result in results.items()
        for part in result.documents
    }
