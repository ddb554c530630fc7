"""Reference of the Python API, from its docstrings."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import get_args

import editkit
from editkit.api.options import Options
from editkit.core.lazy_pattern import lazy_pattern

_GROUPS: Mapping[str, str] = {
    "Linter": "Linter",
    "Functions": "lint fix normalize review lint_paths load_glossary",
    "Texts and counts": "Text CorrectedText Counts",
    "Results": "FileResult DocumentResult PlacedIssue RepeatedIssue Location SourceFix Splice "
    "EngineReport EngineState Notice",
    "Issues and fixes": "Issue Fix Edit Safety Related ConceptRef Origin Severity Confidence "
    "Status Family",
    "Glossaries": "Glossary Concept Term TermStatus CasePolicy MatchPolicy",
    "Documents": "Package Document Block BlockKind Segment Span RawSpan",
    "Errors": "EditkitError InputError",
    "Names of options": "EngineName FamilyName SeverityName ConfidenceName FormatName PluginName",
}
_NONE = lazy_pattern(r"(?<![`\w])None(?![`\w])")
_LINE = 88
"""The length of a signature on one line, at most."""


def documented_names() -> frozenset[str]:
    """Return the public names that the page has."""
    return frozenset(name for names in _GROUPS.values() for name in names.split())


def api_block() -> Iterator[str]:
    """Yield a section for each public name, with its signature and docstring."""
    for title, names in _GROUPS.items():
        yield f"\n## {title}\n"
        for name in names.split():
            yield f"### `{name}`\n"
            yield from _entry(name, getattr(editkit, name))
        if title == "Functions":
            yield from _options()


def _options() -> Iterator[str]:
    yield "### Options\n"
    yield from _docstring(Options)
    yield _code(_fields(_definition(Options)))


def _entry(name: str, value: object) -> Iterator[str]:
    if isinstance(value, type) and issubclass(value, Enum):
        yield from _docstring(value)
        yield _code("\n".join(f"{each.name} = {each.value!r}" for each in value))
    elif isinstance(value, type):
        yield from _class(value)
    elif inspect.isfunction(value):
        definition = _definition(value)
        assert isinstance(definition, ast.FunctionDef)  # noqa: S101  (as inspect says)
        yield _code(_signature(name, definition))
        yield from _docstring(value)
    elif names := get_args(value):
        yield f"One of {', '.join(f'`{each!r}`' for each in names)}.\n".replace("'", '"')
    else:
        yield f'The type of a name that a plug-in adds: `{name}("acme")`.\n'


def _class(value: type) -> Iterator[str]:
    definition = _definition(value)
    functions = [node for node in definition.body if isinstance(node, ast.FunctionDef)]
    constructor = next((node for node in functions if node.name == "__init__"), None)
    if constructor is not None:
        yield _code(_signature(value.__name__, constructor))
    elif fields := _fields(definition):
        yield _code(fields)
    yield from _docstring(value)
    for node in functions:
        if not node.name.startswith("_"):
            yield from _member(value, node)


def _member(value: type, node: ast.FunctionDef) -> Iterator[str]:
    """Yield a method or a property of a class."""
    member = inspect.getattr_static(value, node.name)
    yield f"#### `{value.__name__}.{node.name}`\n"
    if isinstance(member, property):
        yield from _docstring(member.fget)
    else:
        yield _code(_signature(node.name, node))
        yield from _docstring(member)


def _code(lines: str) -> str:
    """Return code as a block, with the quotes of the formatter, which reads the page, too."""
    return f"```python\n{lines}\n```\n".replace("'", '"')


def _definition(value: object) -> ast.ClassDef | ast.FunctionDef:
    [node] = ast.parse(inspect.getsource(value)).body  # type: ignore[arg-type]
    assert isinstance(node, ast.ClassDef | ast.FunctionDef)  # noqa: S101  (what `_entry` passes)
    return node


def _signature(name: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """Return a function's signature under a name, without `self`; on several lines if long."""
    parts = [part for part in _parameters(node.args) if part != "self"]
    returned = (
        f" -> {ast.unparse(node.returns)}" if node.name != "__init__" and node.returns else ""
    )
    line = f"{name}({', '.join(parts)}){returned}"
    if len(line) <= _LINE:
        return line
    lines = "".join(f"    {part},\n" for part in parts)
    return f"{name}(\n{lines}){returned}"


def _parameters(found: ast.arguments) -> Iterator[str]:
    """Yield each parameter with its type and default; the API has no positional-only ones."""
    missing = [None] * (len(found.args) - len(found.defaults))
    yield from map(_parameter, found.args, (*missing, *found.defaults))
    if found.kwonlyargs:
        yield "*"
        yield from map(_parameter, found.kwonlyargs, found.kw_defaults)
    if found.kwarg:
        yield f"**{_parameter(found.kwarg, None)}"


def _parameter(arg: ast.arg, default: ast.expr | None) -> str:
    shown = f"{arg.arg}: {ast.unparse(arg.annotation)}" if arg.annotation else arg.arg
    return shown if default is None else f"{shown} = {ast.unparse(default)}"


def _fields(node: ast.ClassDef | ast.FunctionDef) -> str:
    """Return the public fields of a class, one per line, with their types and defaults."""
    fields = (each for each in node.body if isinstance(each, ast.AnnAssign))
    lines = map(ast.unparse, fields)
    return "\n".join(line for line in lines if not line.startswith("_"))


def _docstring(value: object) -> Iterator[str]:
    for paragraph in (inspect.getdoc(value) or "").split("\n\n"):
        if paragraph.startswith(">>> "):
            yield f"```pycon\n{paragraph}\n```\n"
        else:
            yield f"{_NONE.sub('`None`', paragraph)}\n"
