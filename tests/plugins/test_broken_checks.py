"""Checks of plug-ins with faults: each is a notice, and the rest of the run goes on."""

import pytest

from tests.plugins.conftest import Installed, Make
from tests.plugins.reports import check, entry_points, lint, lint_each, messages, rules

pytestmark = pytest.mark.live

FAMILIES = "term, consistency, grammar, spelling, typography, number, source, style, web"
PACKAGE = {"{name}/__init__.py": "", "{name}/checks/__init__.py": ""}
MOVED = (
    "rule moved-thing cannot be loaded: LookupError: moved.checks.number.moved_thing must "
    "define one check, of rule moved-thing and family number"
)
FAULTS: dict[str, tuple[dict[str, str], str, str]] = {
    "imports": (
        {"{name}.py": "import absent"},
        "{name}:X",
        "ModuleNotFoundError: No module named 'absent'",
    ),
    "exits": ({"{name}.py": "raise SystemExit(3)"}, "{name}:X", "SystemExit: 3"),
    "number": ({"{name}.py": "X = 1"}, "{name}:X", "“number:X” is no Check"),
    "empty": (
        {"{name}.py": ""},
        "{name}:X",
        "AttributeError: module 'empty' has no attribute 'X'",
    ),
    "unruly": (
        {"{name}.py": check().replace("rule = Rule(", "other = Rule(")},
        "{name}:Found",
        "“unruly:Found” has no rule with a family",
    ),
    "textual": (
        {"{name}.py": check().replace("Family.STYLE", "'style'")},
        "{name}:Found",
        "“textual:Found” has no rule with a family",
    ),
    "slashed": (
        {"{name}.py": check("Good/Thing")},
        "{name}:Found",
        "“Good/Thing” is no id of a rule, such as repeated-word",
    ),
    "taken": (
        {"{name}.py": check("repeated-word")},
        "{name}:Found",
        "editkit has a rule repeated-word, too",
    ),
    "taken_before": (
        {"{name}.py": check("page-furniture")},
        "{name}:Found",
        "editkit has a rule page-furniture, too",
    ),
    "taken_by_engine": (
        {"{name}.py": check("missing-article")},
        "{name}:Found",
        "editkit has a rule missing-article, too",
    ),
    "numbered": (
        {"{name}.py": check().replace('id="good-thing"', "id=5")},
        "{name}:Found",
        "“numbered:Found” has a rule without an id and texts",
    ),
    "nowhere": (
        {"{name}.py": ""},
        "missing.checks",
        "ModuleNotFoundError: No module named 'missing'",
    ),
    "module": ({"{name}.py": ""}, "{name}", "there is no package module"),
    "bare": (PACKAGE, "{name}.checks", "bare.checks has no rules in folders of families"),
    "colors": (
        {**PACKAGE, "{name}/checks/colors/red_word.py": ""},
        "{name}.checks",
        f"“colors” is no family; these are {FAMILIES}",
    ),
    "late": (
        {**PACKAGE, "{name}/checks/style/late_thing.py": "import absent"},
        "{name}.checks",
        "rule late-thing cannot be loaded: ModuleNotFoundError: No module named 'absent'",
    ),
    "moved": (
        {**PACKAGE, "{name}/checks/number/moved_thing.py": check("moved-thing")},
        "{name}.checks",
        MOVED,
    ),
    "unmade": (
        {"{name}.py": check("unmade") + "\n        def __init__(self, _):\n            1 / 0\n"},
        "{name}:Found",
        "rule unmade cannot be loaded: ZeroDivisionError: division by zero",
    ),
}


@pytest.fixture(scope="module")
def notices(plugin: Make) -> list[str]:
    """Return the notices of one run with all unusable plug-ins and a good one."""
    modules = {"zz_good.py": check()}
    values = {"zz_good": "zz_good:Found"}
    for name, (sources, value, _) in FAULTS.items():
        modules |= {path.replace("{name}", name): source for path, source in sources.items()}
        values[name] = value.replace("{name}", name)
    report = lint(plugin(modules, entry_points("checks", **values)))
    assert rules(report) == ["good-thing", "repeated-word"]
    return messages(report)


@pytest.mark.parametrize("name", FAULTS)
def test_an_unusable_check_is_a_notice(notices: list[str], name: str) -> None:
    start = f"The plug-in “{name.replace('_', '-')}” (checks of made-of-bare 2.0) was skipped: "

    assert [n for n in notices if n.startswith(start)] == [f"{start}{FAULTS[name][2]}."]
    assert len(notices) == len(FAULTS)


def test_a_good_rule_next_to_a_broken_one_runs(plugin: Make) -> None:
    modules = {
        "made/__init__.py": "",
        "made/checks/__init__.py": "",
        "made/checks/_shared.py": "",
        "made/checks/style/_shared.py": "",
        "made/checks/style/good_thing.py": check(),
        "made/checks/style/bad_thing.py": "1 / 0",
    }
    installed = plugin(modules, entry_points("checks", mixed="made.checks"))
    problem = (
        "The plug-in “mixed” (checks of made-of-made 2.0) was skipped: rule bad-thing cannot be "
        "loaded: ZeroDivisionError: division by zero."
    )

    (installed.cwd / "configured").mkdir()
    (installed.cwd / "configured" / "b.txt").write_text("It is.\n")
    (installed.cwd / "configured" / "editkit.toml").write_text(
        "[rules.bad-thing]\nx = [1]\n[rules.style]\n"
    )

    both, bad, good, configured = lint_each(
        installed,
        (),
        ("--select", "bad-thing"),
        ("--ignore", "bad-thing"),
        ("configured/b.txt",),
    )
    listed = installed.editkit("rules")

    assert (rules(both), messages(both)) == (["good-thing", "repeated-word"], [problem])
    assert (rules(bad), messages(bad)) == ([], [problem])
    assert (rules(good), messages(good)) == (["good-thing", "repeated-word"], [])
    assert messages(configured) == [problem]
    assert ("good-thing" in listed.stdout, "bad-thing" in listed.stdout) == (True, False)
    assert listed.stderr == f"editkit: {problem}\n"


def test_invalid_issues_of_a_check_are_a_notice(plugin: Make) -> None:
    checks = {
        "int": ("yield 5", "TypeError: int is no Issue."),
        "none": (
            "yield self.issue(Span(0, 3), None)",
            "TypeError: an issue has a field of a wrong type.",
        ),
        "late": ("yield self.issue(Span(0, 99), '')", "ValueError: an issue of late ends after"),
        "no-list": ("return None", "TypeError: 'NoneType' object is not iterable"),
    }
    modules = {
        f"{name.replace('-', '_')}.py": check(name, run) for name, (run, _) in checks.items()
    }
    values = {path.removesuffix(".py"): f"{path.removesuffix('.py')}:Found" for path in modules}

    report = lint(plugin(modules, entry_points("checks", **values)))

    assert rules(report) == ["repeated-word"]
    notices = messages(report)
    assert len(notices) == len(checks)
    for name, (_, reason) in checks.items():
        start = f"The check {name} failed: {reason}"
        assert [n for n in notices if n.startswith(start)] != [], (name, notices)


def test_the_first_of_two_distributions_keeps_a_rule_id(plugin: Make) -> None:
    first = plugin({"first.py": check()}, entry_points("checks", rule="first:Found"))
    second = plugin({"second.py": check()}, entry_points("checks", rule="second:Found"))

    report = lint(Installed((*second.folders, *first.folders), first.cwd))

    assert rules(report) == ["good-thing", "repeated-word"]
    [notice] = messages(report)
    assert notice == (
        "The plug-in “rule” (checks of made-of-second 2.0) was skipped: made-of-first has a rule "
        "good-thing, too."
    )
