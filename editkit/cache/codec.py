"""Results as bytes and back: compressed JSON, since to read it runs no code."""

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_Read = Callable[[Any], Any]


class DamagedError(ValueError):
    """These bytes are not what was written."""


def dump(value: object) -> bytes:
    """Return a value as bytes; it is made of dataclasses, enumerations, tuples and the like."""
    return zlib.compress(json.dumps(_plain(value), separators=(",", ":")).encode(), 1)


def load(kind: type[Value], data: bytes) -> Value:
    """Return the value of type `kind` that `dump` has made `data` of; else raise DamagedError."""
    try:
        read: Value = _reader(cast("Any", kind))(json.loads(zlib.decompress(data)))
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise DamagedError(str(error)) from error
    return read


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"nothing to keep: {type(value).__name__}")


@cache
def _reader(kind: Any) -> _Read:  # noqa: ANN401  (what type hints are made of)
    """Return what makes a value of type `kind` of plain ones; raises TypeError for others."""
    arguments = get_args(kind)
    if isinstance(kind, UnionType):
        [inner] = (each for each in arguments if each is not type(None))
        some = _reader(inner)
        return lambda plain: None if plain is None else some(plain)
    if get_origin(kind) is tuple:
        item, _ = arguments
        each = _reader(item)
        return lambda plain: tuple([each(value) for value in _checked(list, plain)])
    if isinstance(kind, type) and is_dataclass(kind):
        made: type[Any] = kind
        hints = get_type_hints(kind)
        readers = tuple(_reader(hints[field.name]) for field in fields(kind))
        return lambda plain: made(
            *[read(value) for read, value in zip(readers, _checked(list, plain), strict=True)]
        )
    if issubclass(kind, Enum):
        member: type[Enum] = kind
        return member
    return lambda plain: _checked(kind, plain)


def _checked(kind: type[Value], plain: object) -> Value:
    if not isinstance(plain, kind):
        raise TypeError(f"{type(plain).__name__} where {kind.__name__} belongs")
    return plain
