"""Help, `rules`, and start and end of the command line."""

import subprocess
import sys

import click
import pytest

import editkit as package
from editkit.cli import COMMANDS, group
from editkit.cli.group import run_command
from tests.capabilities import needs
from tests.cli.conftest import Editkit


@pytest.mark.live
def test_help_lists_every_command_without_loading_click(editkit: Editkit) -> None:
    out = editkit("--help").out

    assert all(f"\n  {name} " in out for name in COMMANDS)
    program = (
        "import sys; from editkit.cli import run; run(['-h']); sys.exit('click' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_help_is_the_same_with_and_without_click(
    editkit: Editkit, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["--help"]) == 0
    assert capfd.readouterr().out == editkit("--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(editkit: Editkit, name: str) -> None:
    ran = editkit(name, "--help")

    assert ran.code == 0
    assert ran.out.startswith(f"Usage: editkit {name} ")


@pytest.mark.parametrize("name", ["cache", "config", "engines", "glossary"])
def test_summaries_of_subcommands_are_complete(editkit: Editkit, name: str) -> None:
    summaries = editkit(name, "--help").out.partition("\nCommands:\n")[2]

    assert summaries
    assert "..." not in summaries


def test_every_option_is_explained() -> None:
    context = click.Context(group.editkit)
    commands = [group.editkit.get_command(context, name) for name in COMMANDS]
    commands += [each for one in commands for each in getattr(one, "commands", {}).values()]
    options = [
        (command.name, option.name)
        for command in commands
        if command
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]

    assert len(commands) > len(COMMANDS)
    assert options == []


def test_version(editkit: Editkit) -> None:
    assert package.__version__ in editkit("--version").out


def test_rules_are_listed_by_family(editkit: Editkit) -> None:
    out = editkit("rules").out

    assert out.startswith("term\n")
    assert "  repeated-word " in out
    assert "  unused-suppression " in out


def test_a_rule_explains_itself_with_examples(editkit: Editkit) -> None:
    out = editkit("rules", "misspelled-word").out

    assert out.startswith("misspelled-word (spelling, minor, stable)\n")
    assert "flagged: “" in out
    assert "\nExamples:\n" in out


def test_engine_rules_are_listed_with_their_measured_precision(editkit: Editkit) -> None:
    few, out = editkit("rules").out, editkit("rules", "--all").out

    assert out.startswith(few.rstrip("\n"))
    assert "\nharper\n" in out
    line = next(line for line in out.split("\n") if line.startswith("  COMMA_COMPOUND_SENTENCE "))
    assert line.split()[1:3] == ["typography", "off"]


def test_an_engine_rule_shows_its_measurements(editkit: Editkit) -> None:
    known = editkit("rules", "languagetool/COMMA_COMPOUND_SENTENCE").out
    rare = editkit("rules", "harper/NoSuchRule").out

    assert "\nConfidence: off.\n" in known
    assert "did not occur in the texts" in rare


def test_an_unknown_rule_names_the_nearest(editkit: Editkit) -> None:
    ran = editkit("rules", "repeated-wrod")

    assert ran.code == 2
    assert "Unknown rule “repeated-wrod”; the nearest is “repeated-word”." in ran.err


@pytest.mark.live
@needs("devices")
def test_a_full_disk_is_one_sentence(editkit: Editkit) -> None:
    assert editkit("lint", "--engine", "none", "a.txt").code == 1
    command = [sys.executable, "-m", "editkit", "lint", "--engine", "none", "a.txt"]

    with open("/dev/full", "w") as full:  # noqa: PTH123  (a device)
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert ran.returncode == 2
    assert ran.stderr == "editkit: Cannot write the output: No space left on device.\n"
