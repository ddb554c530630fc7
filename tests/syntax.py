"""Syntax trees of modules that tests read."""

import ast
from collections.abc import Iterator


def children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the children of a node, as `ast.iter_child_nodes` does in three times the time."""
    for value in vars(node).values():
        if isinstance(value, ast.AST):
            yield value
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, ast.AST))


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all its descendants, in no order."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(children(each))
