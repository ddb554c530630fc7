"""Tests that use what only some systems have are skipped where that is missing.

The modules are read, not run: a test needs what is named in it, or in the functions, fixtures and
constants that it refers to.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tests.capabilities import is_available
from tests.syntax import walk

TESTS = Path(__file__).parent
NAMES = {
    "AF_UNIX": "sockets",
    "SIGALRM": "signals",
    "SIGHUP": "signals",
    "SIGKILL": "signals",
    "chmod": "modes",
    "chown": "owners",
    "dir_fd": "descriptors",
    "fcntl": "locks",
    "fork": "fork",
    "getsid": "signals",
    "getuid": "owners",
    "killpg": "signals",
    "mkfifo": "pipes",
    "own_session": "signals",
    "resource": "locks",
    "send_signal": "signals",
    "setrlimit": "locks",
    "st_mode": "modes",
    "symlink_to": "links",
    "umask": "modes",
}
"""Attributes, names and modules that need a capability."""
STRINGS = {"#!": "programs", "/dev/": "devices", "bash": "shell", "sh": "shell"}
"""Beginnings of strings that do; `bash` and `sh` are whole strings."""
READ = (ast.Attribute, ast.Name, ast.arg, ast.keyword, ast.Import, ast.Call, ast.Constant)
"""Kinds of nodes that name something."""
NOT_TESTED = {"test_capabilities.py", "test_other_systems.py", "capabilities.py"}


@dataclass(slots=True)
class Unit:
    """A function or a constant of a module: what it needs, refers to, and declares."""

    needs: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)


class Module:
    """A test module or `conftest.py`: its units by name, and its imports from other ones."""

    def __init__(self, tree: ast.Module) -> None:
        self.units: dict[str, Unit] = {}
        self.imports: dict[str, tuple[str, str]] = {}
        self.declared: set[str] = set()
        self._add(tree.body, "", set())

    def _add(self, body: list[ast.stmt], prefix: str, declared: set[str]) -> None:
        for node in body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tests."):
                for name in node.names:
                    self.imports[name.asname or name.name] = (str(node.module), name.name)
            elif isinstance(node, ast.ClassDef):
                marks = declared | {each for mark in node.decorator_list for each in marked(mark)}
                self._add(node.body, f"{prefix}{node.name}.", marks)
                self.units[node.name] = unit(node, marks)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self.units[prefix + node.name] = unit(node, declared)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        self.units[prefix + target.id] = unit(node, declared)
                        if target.id == "pytestmark":
                            self.declared |= set(marked(node))


def unit(node: ast.AST, declared: set[str]) -> Unit:
    found = Unit(declared=set(declared))
    for each in walk(node):
        if not isinstance(each, READ):
            continue
        match each:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.arg(arg=name):
                found.names.add(name)
            case ast.keyword(arg=name):
                found.names.add(name or "")
            case ast.Import(names=names):
                found.names |= {name.name for name in names}
            case ast.Call():
                found.declared |= set(declared_by(each))
            case ast.Constant(value=str(text)):
                found.needs |= set(needed_by_string(text))
                if text.isidentifier():  # a fixture in `usefixtures`
                    found.names.add(text)
    found.needs |= {NAMES[name] for name in found.names if name in NAMES}
    return found


def needed_by_string(text: str) -> Iterator[str]:
    for start, capability in STRINGS.items():
        if text == start or (not start.isalpha() and text.startswith(start)):
            yield capability


def marked(node: ast.AST) -> Iterator[str]:
    """Yield the capabilities in the calls of `needs` and `require`."""
    for call in walk(node):
        if isinstance(call, ast.Call):
            yield from declared_by(call)


def declared_by(call: ast.Call) -> Iterator[str]:
    match call:
        case ast.Call(func=ast.Name(id="needs" | "require"), args=arguments):
            yield from (str(a.value) for a in arguments if isinstance(a, ast.Constant))


@cache
def modules() -> dict[str, Module]:
    """Return the modules of the tests by name."""
    return {
        ".".join(path.relative_to(TESTS.parent).with_suffix("").parts): Module(
            ast.parse(path.read_text("utf-8"))
        )
        for path in sorted(TESTS.rglob("*.py"))
        if path.name not in NOT_TESTED
    }


def undeclared(module: str, name: str) -> set[str]:
    """Return what a test needs without declaring it."""
    seen: set[tuple[str, str]] = set()
    waiting, needed, declared = [(module, name)], set[str](), set[str](modules()[module].declared)
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        here, wanted = place
        found = modules()[here].units.get(wanted) if here in modules() else None
        if found is None:
            continue
        needed |= found.needs
        declared |= found.declared
        waiting += references(here, wanted)
    return needed - declared


@cache
def references(module: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return where the names in a unit of a module may be defined."""
    names = modules()[module].units[name].names
    return tuple(place for each in names for place in definitions(module, each))


def definitions(module: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield where a name of a module may be defined: there, in an import, in a `conftest.py`."""
    if name in modules()[module].units:
        yield module, name
    elif name in modules()[module].imports:
        yield modules()[module].imports[name]
    else:
        folders = module.split(".")[:-1]
        for length in range(len(folders), 0, -1):
            conftest = ".".join((*folders[:length], "conftest"))
            if conftest in modules() and name in modules()[conftest].units:
                yield conftest, name
                return


def test_what_a_test_needs_of_the_system_is_declared() -> None:
    tests = [
        (module, name)
        for module, found in modules().items()
        for name in found.units
        if name.rpartition(".")[2].startswith("test_")
    ]

    missing = {each: found for each in tests if (found := undeclared(*each))}

    assert len(tests) > 1_000
    assert missing == {}, "declare this with `needs` of tests/capabilities.py"


def test_nothing_is_skipped_on_linux() -> None:
    if sys.platform != "linux":
        pytest.skip("this system is not Linux")
    names = {*NAMES.values(), *STRINGS.values()} - {"owners"}

    assert [name for name in sorted(names) if not is_available(name)] == []
