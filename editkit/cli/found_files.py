"""Files of a lint command, and with `--verbose` what each folder of them is checked with."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from editkit.cli.notices import print_stderr
from editkit.cli.parameters.options import LintRequest
from editkit.config import Configuration, Settings
from editkit.config.origins import without_credentials
from editkit.core.errors import InputError
from editkit.engines.registry import candidates
from editkit.linting.files.discover_settings import FoundFiles, find_files
from editkit.linting.files.source_file import STDIN, SourceFile, named_file, read


def find_request_files(request: LintRequest) -> FoundFiles:
    """Return the files that a command is about; with `--verbose`, describe their folders.

    Raises InputError for an invalid configuration.
    """
    found = find_files(request.paths, request.configuration, request.search)
    if request.verbose:
        seen: set[tuple[str, Settings]] = set()
        for settings, file in found.files:
            folder = "." if file.uri == STDIN else str(Path(file.uri).parent)
            if (folder, settings) not in seen:
                seen.add((folder, settings))
                print_stderr(_description(request.configuration, folder, settings))
    return found


def with_original(
    files: Sequence[tuple[Settings, SourceFile]], path: str
) -> list[tuple[Settings, SourceFile]]:
    """Return the one file under check with its original, which is at `path`.

    Raises InputError if the original cannot be read or there are several files.
    """
    if len(files) != 1:
        raise InputError(f"An original belongs to one article, and {len(files)} are checked.")
    original = "\n\n".join(part.text for part in read(named_file(path), "und").documents)
    [(settings, file)] = files
    return [(settings, replace(file, original=original))]


def _description(configuration: Configuration, folder: str, settings: Settings) -> str:
    found = configuration.find(folder)
    files = {
        "glossary": settings.glossaries,
        "words": settings.words,
        "packs": settings.packs,
        "baseline": (settings.baseline,) if settings.baseline else (),
    }
    named = (f"{kind} {', '.join(map(_shown, names))}" for kind, names in files.items() if names)
    engine = f"engine {settings.engine}"
    if settings.server and "languagetool" in candidates(settings.engine):
        engine += f" (LanguageTool at {without_credentials(settings.server)})"
    configured = _shown(str(found.file)) if found.file else "none"
    return f"{folder}: configuration {configured}; {'; '.join((*named, engine))}"


def _shown(path: str) -> str:
    """Return a path relative to the current folder if it is inside."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path
