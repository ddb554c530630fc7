"""Reference in docs/reference: its generated parts are current, and it leaves nothing out."""

import re
import tomllib
from pathlib import Path

import pytest

import editkit
from editkit.config.key_reference import KEYS
from editkit.config.settings import Settings
from editkit.config.value_readers import SettingError
from editkit.config.values import FIELDS, settings_values
from editkit.termbase.rows import PACK_COLUMNS
from scripts.reference import BLOCKS, FOLDER, block_names, updated
from scripts.reference.api import documented_names
from scripts.reference.tables import table

PACKAGE = Path(editkit.__file__).parent
PLUGIN_KEYS = {"engines"}
"""Keys whose example is of a plug-in that is not installed."""


def page(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def test_the_generated_parts_are_current() -> None:
    pages = {path.stem: page(path.stem) for path in FOLDER.glob("*.md")}
    names = [name for text in pages.values() for name in block_names(text)]

    assert sorted(names) == sorted(BLOCKS)
    old = [name for name, text in pages.items() if updated(text) != text]
    assert old == [], "run python -m scripts.reference"


def test_each_key_of_a_configuration_is_documented() -> None:
    assert sorted(KEYS) == sorted(FIELDS)


@pytest.mark.parametrize("name", sorted(KEYS.keys() - PLUGIN_KEYS))
def test_the_example_of_a_key_is_valid_and_no_default(name: str, tmp_path: Path) -> None:
    [(key, value)] = tomllib.loads(KEYS[name].example).items()

    read = settings_values({key: value}, tmp_path)

    assert key == name
    assert read[FIELDS[name]] != getattr(Settings(), FIELDS[name])


def test_the_example_of_an_engine_has_the_right_shape(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="Unknown engine “example”"):
        settings_values(tomllib.loads(KEYS["engines"].example), tmp_path)


def test_each_variable_of_editkit_is_documented() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    variables = set(re.findall(r"[\"'`]((?:EDITKIT|LTP)_\w+)[\"'`]", code))

    documented = set(re.findall(r"`((?:EDITKIT|LTP)_\w+)`", page("environment")))

    assert len(variables) > 7
    assert documented == variables


def test_each_column_of_a_glossary_is_documented() -> None:
    assert set(re.findall(r"(?m)^\| `(\w+)` \| [`<]", page("glossary"))) == {*PACK_COLUMNS}


def test_each_public_name_is_documented() -> None:
    assert documented_names() | {"__version__"} == {*editkit.__all__}


def test_bars_in_cells_do_not_end_them() -> None:
    [_, _, row] = table(("a", "b"), [("`NAME|FILE` or <b>", "one | two")])

    assert row == "| <code>NAME&#124;FILE</code> or &lt;b> | one &#124; two |"
