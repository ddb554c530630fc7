"""Readers of configuration values: texts, lists, tables, and errors that name the key."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from editkit.config.settings import nearest
from editkit.core.errors import InputError

Value = TypeVar("Value")


class SettingError(InputError):
    """An unknown key or an invalid value; `path` has the names of its tables and the key."""

    def __init__(self, path: tuple[str, ...], message: str) -> None:
        super().__init__(message)
        self.path = path


def text(value: object, _: Path) -> str:
    """Return a string."""
    if not isinstance(value, str):
        raise InputError(f"Expected a string, not {type_name(value)}.")
    return value


def boolean(value: object, _: Path) -> bool:
    """Return a boolean."""
    if not isinstance(value, bool):
        raise InputError(f"Expected true or false, not {type_name(value)}.")
    return value


def texts(value: object, _: Path) -> tuple[str, ...]:
    """Return a list of strings; a lone string is a list of one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
        raise InputError(f"Expected a string or a list of strings, not {type_name(value)}.")
    return tuple(value)


def one_of(words: tuple[str, ...]) -> Callable[[object, Path], str]:
    """Return a reader of one of `words`."""

    def read(value: object, folder: Path) -> str:
        word = text(value, folder)
        if word not in words:
            raise InputError(f"“{word}” is none of {', '.join(words)}{nearest(word, words)}.")
        return word

    return read


def same_type_as(default: object) -> Callable[[object, Path], object]:
    """Return a reader of a value of the same type as `default`."""

    def read(value: object, folder: Path) -> object:
        if isinstance(default, tuple):
            return texts(value, folder)
        if isinstance(default, bool):
            return boolean(value, folder)
        kinds = (int, float) if isinstance(default, float) else type(default)
        if isinstance(value, bool) or not isinstance(value, kinds):
            raise InputError(f"Expected a value such as {default!r}, not {type_name(value)}.")
        return value

    return read


def read_key(
    key: str, read: Callable[[object, Path], Value], value: object, folder: Path
) -> Value:
    """Return what `read` makes of a value; its errors name the key."""
    try:
        return read(value, folder)
    except SettingError as fault:
        raise SettingError((key, *fault.path), fault.message) from None
    except InputError as error:
        raise SettingError((key,), f"{key}: {error.message}") from None


def table_of(value: object) -> Mapping[str, object]:
    """Return a table."""
    if not isinstance(value, dict):
        raise InputError(f"Expected a table, not {type_name(value)}.")
    return value


def type_name(value: object) -> str:
    """Return the name of a value’s type in messages."""
    kinds = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
    return {**kinds, dict: "a table", list: "a list"}.get(type(value), "that")
