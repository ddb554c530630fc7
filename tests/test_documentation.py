"""Commands in the documentation: transcripts are run again, other commands are parsed."""

import re
import shlex
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from editkit import reviewing
from editkit.cli.group import editkit
from editkit.config.values import settings_values
from scripts.reference import DOCS
from scripts.reference.transcripts import clean_folder, has_transcripts, transcribed

ROOT = DOCS.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
PAGES = [path for path in PAGES if path.parent.name not in {"rules", "decisions", "evaluation"}]
TRANSCRIPTS = [path for path in PAGES if has_transcripts(path.read_text(encoding="utf-8"))]
# Their commands read files that are no text: tests/test_format_manuals.py.
TRANSCRIPTS = [path for path in TRANSCRIPTS if path.parent.name != "formats"]


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_output_in_a_page_is_what_editkit_prints(path: Path) -> None:
    page = path.read_text(encoding="utf-8")

    with clean_folder() as folder:
        assert transcribed(page, folder) == page, "run python -m scripts.reference"


def commands(page: str) -> Iterator[list[str]]:
    """Yield the arguments of each command of editkit in the `sh` blocks of a page."""
    for block in page.split("```sh\n")[1:]:
        for line in block.partition("```")[0].splitlines():
            for command in line.split(" && "):
                words = shlex.split(command, comments=True)
                words = words[2:] if words[:2] == ["uv", "run"] else words
                if words[:1] == ["editkit"]:
                    yield words[1:]


def parse(command: click.Command, args: list[str], parent: click.Context | None = None) -> None:
    """Parse arguments as click does, and those of subcommands; raise UsageError for wrong ones."""
    context = command.make_context(command.name, list(args), parent=parent)
    if isinstance(command, click.Group) and context._protected_args:  # noqa: SLF001  (no public way)
        rest = [*context._protected_args, *context.args]  # noqa: SLF001  (as above)
        _, subcommand, remaining = command.resolve_command(context, rest)
        assert subcommand is not None
        parse(subcommand, remaining, context)


def test_each_documented_command_has_valid_options() -> None:
    found = [(path, args) for path in PAGES for args in commands(path.read_text(encoding="utf-8"))]

    wrong = []
    for path, args in found:
        try:
            parse(editkit, args)
        except click.exceptions.Exit:  # --version, --help
            continue
        except click.UsageError as error:
            wrong.append((path.name, args, error.message))

    assert len(found) > 20
    assert wrong == []


LABELLED = ("tutorial/received-page.md", "reference/review-page.md")
PAGE_CODE = Path(reviewing.__file__).parent / "page"


def test_the_buttons_that_the_manual_names_are_on_the_page() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (PAGE_CODE / "page.html", *(PAGE_CODE / "js").glob("*.js"))
    )
    labels = {
        label
        for name in LABELLED
        for label in re.findall(r"\*\*([A-Z…][^*.]*)\*\*", (DOCS / name).read_text("utf-8"))
    }

    assert len(labels) > 15
    assert sorted(label for label in labels if label not in code) == []


def test_the_settings_in_the_documentation_are_valid(tmp_path: Path) -> None:
    found = [
        (path.name, block)
        for path in PAGES
        if path.name != "plugins.md"  # settings of a plug-in that is not installed
        for block in re.findall(r"(?s)```toml[^\n]*\n(.*?)```", path.read_text(encoding="utf-8"))
        if "[engines." not in block
    ]

    for name, block in found:
        table = tomllib.loads(textwrap.dedent(block))
        assert settings_values(table, tmp_path), name
    assert len(found) > 25
