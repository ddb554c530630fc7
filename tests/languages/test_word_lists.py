"""Location of word lists: modules outside `editkit/languages/en/` list no English words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import editkit
from editkit.languages.en.word_list import is_english
from tests.syntax import children

ROOT = Path(editkit.__file__).parent
MIN_WORDS = 8
NOT_ENGLISH_KNOWLEDGE = {
    ("api/names.py", "FamilyName"): "names of families",
    ("cli/__init__.py", "COMMANDS"): "names of commands",
    ("cli/parameters/options.py", "_CONFIGURATION_FIELDS"): "names of settings",
    ("config/key_reference.py", "KEYS"): "names of settings",
    ("config/values.py", "_READERS"): "names of settings",
    ("core/result.py", "_issue_dict"): "JSON keys",
    ("engines/severity_table.py", "COLUMNS"): "names of columns",
    ("formats/markdown/html_blocks.py", "_INLINE_TAGS"): "HTML elements",
    ("formats/markdown/html_blocks.py", "_SKIPPED_TAGS"): "HTML elements",
    ("formats/markdown/html_structure.py", "_CODE_TAGS"): "HTML elements",
    ("formats/markdown/lines.py", "_CODE"): "tags of Liquid and Hugo",
    ("reviewing/page/page_data.py", "_file_json"): "JSON keys",
    ("reviewing/page/item_data.py", "_shared"): "JSON keys",
    ("formats/html/elements.py", "KINDS"): "names of elements",
    ("formats/html/elements.py", "OBJECTS"): "names of elements",
    ("formats/html/elements.py", "UNSEEN"): "names of elements",
    ("formats/html/elements.py", "VOID"): "names of elements",
    ("termbase/rows.py", "COLUMNS"): "names of columns",
    ("termbase/status.py", "_SPELLINGS"): "statuses of TBX and other file formats",
}
"""Reason why each constant or function (module, name) is not knowledge of English."""

_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_LETTERS = re.compile(r"[a-z]{2,}")
_SEPARATORS = re.compile(r"[\s|,/]+")
_ESCAPES = re.compile(r"\[\^?[^\]]*\]|\\.|\{[\d,]*\}|(?<=\()\?(?:[:=!]|<[=!]|P<\w+>|[a-zA-Z-]+:?)")
_PLACEHOLDER = "\0"
_WITHOUT_LITERALS = (ast.Name, ast.expr_context, ast.operator)


def is_word(text: object) -> bool:
    """Return whether a constant is one English word in lowercase letters."""
    return isinstance(text, str) and bool(_WORD.fullmatch(text)) and is_english(text)


def is_word_list(text: str) -> bool:
    """Return whether a string is nothing but 8 or more lowercase words with separators."""
    words = _SEPARATORS.split(text.strip())
    return len(words) >= MIN_WORDS and all(map(_WORD.fullmatch, words))


def alternations(pattern: str) -> Iterator[list[str]]:
    """Yield the alternatives of each group of a regular expression, without inner groups."""
    groups = [[""]]
    for char in _ESCAPES.sub(" ", pattern):
        match char:
            case "(":
                groups.append([""])
            case ")" if len(groups) > 1:
                yield groups.pop()
            case "|":
                groups[-1].append("")
            case _:
                groups[-1][-1] += char
    yield from groups


def has_word_alternation(pattern: str) -> bool:
    """Return whether a group of a regular expression has 8 or more alternatives with words."""
    return any(
        sum(any(map(is_english, _LETTERS.findall(text.lower()))) for text in alternatives)
        >= MIN_WORDS
        for alternatives in alternations(pattern)
    )


class Literals:
    """The literals of a statement, read in one walk.

    `splits` are the strings that it splits; `strings` those that are neither docstrings nor in
    `Rule(...)`; `collections` the elements of the collections outside `Rule(...)`; of a dict, its
    keys and its values.
    """

    def __init__(self, statement: ast.stmt) -> None:
        self.splits: list[str] = []
        self.strings: list[str] = []
        self.collections: list[list[ast.expr]] = []
        self._read(statement, is_counted=True, is_in_string=False)

    def _read(self, node: ast.AST, *, is_counted: bool, is_in_string: bool) -> None:
        match node:
            case ast.Expr(value=ast.Constant()):
                return
            case ast.Constant(value=str()) | ast.JoinedStr():
                if is_counted and not is_in_string:
                    self.strings.append(literal(node))
                is_in_string = True
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
                self.splits.append(text)
            case ast.Call(func=ast.Name(id="Rule" | "Example")):
                is_counted = False
            case ast.Set(elts=elts) | ast.Tuple(elts=elts) | ast.List(elts=elts) if is_counted:
                self.collections.append(elts)
            case ast.Dict(keys=keys, values=values) if is_counted:
                self.collections += [key for key in keys if key], values
        for child in children(node):
            if not isinstance(child, _WITHOUT_LITERALS):
                self._read(child, is_counted=is_counted, is_in_string=is_in_string)


def literal(node: ast.Constant | ast.JoinedStr) -> str:
    """Return the text of a string literal, with a placeholder for each value of an f-string."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    values = node.values
    return "".join(str(v.value) if isinstance(v, ast.Constant) else _PLACEHOLDER for v in values)


def has_word_list(statement: ast.stmt) -> bool:
    """Return whether a statement contains a list of English words."""
    found = Literals(statement)
    for elements in found.collections:
        words = [e.value for e in elements if isinstance(e, ast.Constant)]
        if sum(map(is_word, words)) >= MIN_WORDS:
            return True
    if any(sum(map(is_word, _SEPARATORS.split(text))) >= MIN_WORDS for text in found.splits):
        return True
    is_constant = isinstance(statement, ast.Assign | ast.AnnAssign)
    return any(
        has_word_alternation(text) or (is_constant and is_word_list(text))
        for text in found.strings
    )


def name_of(statement: ast.stmt) -> str:
    """Return the name that a statement defines; its line if it defines none."""
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name), *_]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return f"line {statement.lineno}"


def word_lists() -> Iterator[tuple[str, str]]:
    """Yield module and constant of each list of English words outside `editkit.languages`."""
    for path in sorted(ROOT.rglob("*.py")):
        module = path.relative_to(ROOT).as_posix()
        if not module.startswith("languages/"):
            for statement in ast.parse(path.read_text("utf-8")).body:
                if has_word_list(statement):
                    yield module, name_of(statement)


@pytest.fixture(scope="module")
def found_lists() -> frozenset[tuple[str, str]]:
    return frozenset(word_lists())


def test_no_module_outside_languages_lists_english_words(
    found_lists: frozenset[tuple[str, str]],
) -> None:
    offenders = sorted(found_lists - NOT_ENGLISH_KNOWLEDGE.keys())
    assert not offenders, "\n".join(f"{module}: {name}" for module, name in offenders)


def test_the_exceptions_exist(found_lists: frozenset[tuple[str, str]]) -> None:
    assert found_lists >= NOT_ENGLISH_KNOWLEDGE.keys()


@pytest.mark.parametrize(
    "code",
    [
        'X = frozenset("the of and to in is was for".split())',
        'X = "the of and to in is was for"',
        'X = "for example, in short, in fact, in theory, of course"',
        'X = {"the", "of", "and", "to", "in", "is", "was", "for"}',
        'X = {"the": 1, "of": 2, "and": 3, "to": 4, "in": 5, "is": 6, "was": 7, "for": 8}',
        r'X = re.compile(rf"\d (?P<unit>tons?|miles?|days?|weeks?|hours?|feet|{Y}|years?|cups?)")',
        "class X:\n    y = re.compile('(?:The|Of|And|To|In|Is|Was|For)')",
        'def x(y=("the", "of", "and", "to", "in", "is", "was", "for")):\n    pass',
        "X = f\"{y(['the', 'of', 'and', 'to', 'in', 'is', 'was', 'for'])}\"",
    ],
)
def test_a_word_list_is_found(code: str) -> None:
    assert has_word_list(ast.parse(code).body[0])


@pytest.mark.parametrize(
    "code",
    [
        'X = "the of and to in is was"',
        'X = "It is the sum of the lines that a file has."',
        'X = Rule(examples=("the", "of", "and", "to", "in", "is", "was", "for"))',
        r'X = re.compile(r"(?:the|of|and|to) (?:in|is|was|for)")',
        'def x():\n    """the of and to in is was for"""',
    ],
)
def test_other_text_is_no_word_list(code: str) -> None:
    assert not has_word_list(ast.parse(code).body[0])
