"""Formats and reporters of plug-ins with faults."""

import pytest

from tests.plugins.conftest import Make
from tests.plugins.reports import entry_points, lint, messages, rules

pytestmark = pytest.mark.live

FORMAT = """
    from editkit.formats.plain import Plain

    class Odd(Plain):
        name = "{name}"
        suffixes = frozenset({suffixes})

        def parse(self, *_, **__):
            1 / 0
"""


def odd(name: str, *suffixes: str) -> str:
    return FORMAT.format(name=name, suffixes=list(suffixes))


SUFFIXES = "its suffixes are not a frozenset of lowercase suffixes such as .md"
FAULTS = {
    "raising": ("1 / 0", "ZeroDivisionError: division by zero"),
    "untyped": ("class Odd: name = 'untyped'", "“untyped:Odd” is no Format"),
    "abstract": ("from editkit.core.format import Format as Odd", "TypeError: Can't instantiate"),
    "plain": (odd("plain", ".odd"), "editkit itself uses its name"),
    "renamed": (odd("other", ".odd"), "its class has the name “other”"),
    "Cased": (odd("Cased", ".odd"), "its name is not in kebab case"),
    "doubled": (odd("doubled", ".md"), "editkit reads .md files, too"),
    "dotless": (odd("dotless", "odd"), SUFFIXES),
    "upper": (odd("upper", ".ODD"), SUFFIXES),
    "zz-later": (odd("zz-later", ".good"), "made-of-Cased reads .good files, too"),
}


@pytest.fixture(scope="module")
def notices(plugin: Make) -> list[str]:
    """Return the notices of one run with all unusable formats, and with a good one."""
    modules = {f"{name.replace('-', '_')}.py": source for name, (source, _) in FAULTS.items()}
    modules["good.py"] = odd("good", ".good")
    values = {name: f"{name.replace('-', '_')}:Odd" for name in (*FAULTS, "good")}
    formats = plugin(modules, entry_points("formats", **values))
    report = lint(formats, "--select", "repeated-word")
    assert rules(report) == ["repeated-word"]
    return messages(report)


@pytest.mark.parametrize("name", FAULTS)
def test_an_unusable_format_is_a_notice(notices: list[str], name: str) -> None:
    start = f"The plug-in “{name}” (formats of made-of-Cased 2.0) was skipped: "

    [notice] = [n for n in notices if n.startswith(start)]
    assert notice.removeprefix(start).startswith(FAULTS[name][1])
    assert len(notices) == len(FAULTS)


def test_a_format_that_fails_is_an_unreadable_file(plugin: Make) -> None:
    installed = plugin({"made.py": odd("good", ".good")}, entry_points("formats", good="made:Odd"))
    (installed.cwd / "b.good").write_text("It is.\n")

    ran = installed.editkit(
        "lint", "--select", "repeated-word", "--engine", "none", "a.txt", "b.good"
    )

    assert ran.returncode == 2
    assert "«The the»" in ran.stdout
    assert "b.good: not read: This file cannot be read: ZeroDivisionError" in ran.stdout


REPORTERS = {
    "dividing": ("return 1 / 0", "ZeroDivisionError: division by zero"),
    "silent": ("return None", "TypeError: 'NoneType' object is not iterable"),
    "binary": ("yield b'x'", "TypeError: a piece of the report is bytes, not str"),
}
REPORTER = """
    from editkit.core.reporter import Reporter

    class Odd(Reporter):
        name = "{name}"

        def render(self, results, options):
            {body}
"""


def test_a_reporter_that_fails_is_an_error(plugin: Make) -> None:
    modules = {
        f"{name}.py": REPORTER.format(name=name, body=body)
        for name, (body, _) in REPORTERS.items()
    }
    values = {name: f"{name}:Odd" for name in REPORTERS}
    source = "reporters of made-of-binary 2.0"
    lint = ("lint", "--engine", "none", "--select", "repeated-word", "a.txt", "--format")

    usual, *failed = plugin(modules, entry_points("reporters", **values)).run_each(
        (*lint, "json"), *((*lint, name) for name in REPORTERS)
    )

    assert (usual.returncode, usual.stderr) == (1, "")
    assert [(ran.returncode, ran.stdout, ran.stderr) for ran in failed] == [
        (
            2,
            "",
            f"editkit: The plug-in “{name}” ({source}) was skipped: {reason}.\n",
        )
        for name, (_, reason) in REPORTERS.items()
    ]


def test_a_broken_reporter_is_an_error_only_if_it_is_chosen(plugin: Make) -> None:
    values = entry_points("reporters", odd="made:Odd", json="made:Odd")
    installed = plugin({"made.py": "1 / 0"}, values)
    source = "reporters of made-of-made 2.0"

    report = lint(installed, "--select", "repeated-word")
    chosen = installed.editkit("lint", "--engine", "none", "--format", "odd", "a.txt")

    assert rules(report) == ["repeated-word"]
    assert messages(report) == [
        f"The plug-in “json” ({source}) was skipped: editkit itself uses its name."
    ]
    assert (chosen.returncode, chosen.stdout) == (2, "")
    assert chosen.stderr == (
        f"editkit: The plug-in “odd” ({source}) was skipped: "
        "ZeroDivisionError: division by zero.\n"
    )
