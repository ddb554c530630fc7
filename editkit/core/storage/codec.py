"""Codec of stored values: compressed JSON, which, unlike pickle, is safe to load."""

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_Decode = Callable[[Any], Any]


class DamagedError(ValueError):
    """Bytes that `dump` has not written, or that are corrupt."""


def dump(value: object) -> bytes:
    """Return a value as bytes.

    Raises TypeError for values other than dataclasses, enums, tuples and JSON scalars.
    """
    return zlib.compress(json.dumps(_to_json(value), separators=(",", ":")).encode(), 1)


def load(kind: type[Value], data: bytes) -> Value:
    """Return the value of type `kind` that `dump` wrote; raise DamagedError if it did not."""
    try:
        read: Value = _decoder(cast("Any", kind))(json.loads(zlib.decompress(data)))
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise DamagedError(str(error)) from error
    return read


def _to_json(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_to_json(each) for each in value]
    if is_dataclass(value):
        return [_to_json(getattr(value, field.name)) for field in fields(value)]
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"nothing to keep: {type(value).__name__}")


@cache
def _decoder(kind: Any) -> _Decode:  # noqa: ANN401  (a type hint)
    """Return a function from JSON to a value of type `kind`; it raises TypeError for others."""
    arguments = get_args(kind)
    if isinstance(kind, UnionType):
        [inner] = (each for each in arguments if each is not type(None))
        some = _decoder(inner)
        return lambda plain: None if plain is None else some(plain)
    if get_origin(kind) is tuple:
        item, _ = arguments
        each = _decoder(item)
        return lambda plain: tuple([each(value) for value in _expect(list, plain)])
    if isinstance(kind, type) and is_dataclass(kind):
        made: type[Any] = kind
        hints = get_type_hints(kind)
        readers = tuple(_decoder(hints[field.name]) for field in fields(kind))
        return lambda plain: made(
            *[read(value) for read, value in zip(readers, _expect(list, plain), strict=True)]
        )
    if issubclass(kind, Enum):
        member: type[Enum] = kind
        return member
    return lambda plain: _expect(kind, plain)


def _expect(kind: type[Value], plain: object) -> Value:
    if not isinstance(plain, kind):
        raise TypeError(f"{type(plain).__name__} where {kind.__name__} belongs")
    return plain
