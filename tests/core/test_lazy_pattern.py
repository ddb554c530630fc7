import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator

import pytest

import editkit
from editkit.core.lazy_pattern import lazy_pattern


def _constants() -> Iterator[tuple[str, object]]:
    for module in pkgutil.walk_packages(editkit.__path__, "editkit."):
        if module.name != "editkit.__main__":
            for name, constant in vars(importlib.import_module(module.name)).items():
                yield f"{module.name}.{name}", constant


def test_modules_compile_no_pattern_when_imported() -> None:
    assert [name for name, constant in _constants() if isinstance(constant, re.Pattern)] == []


def test_all_patterns_of_modules_compile() -> None:
    lazy = [constant for _, constant in _constants() if type(constant).__name__ == "_LazyPattern"]
    assert len(lazy) > 300
    for pattern in lazy:
        assert isinstance(pattern, type(lazy[0]))
        assert getattr(pattern, "groups", -1) >= 0, pattern


def test_a_lazy_pattern_searches_as_a_compiled_one() -> None:
    pattern = lazy_pattern("(?P<unit>KM)", re.IGNORECASE)
    compiled = re.compile("(?P<unit>KM)", re.IGNORECASE)
    assert [found.span() for found in pattern.finditer("5 km, 6 KM")] == [(2, 4), (8, 10)]
    assert pattern.groupindex == compiled.groupindex
    assert pattern.flags == compiled.flags
    assert pattern.pattern == compiled.pattern
    assert pattern.sub("mi", "5 km") == "5 mi"


def test_a_lazy_pattern_of_bytes() -> None:
    assert lazy_pattern(rb"`+").split(b"a``b") == [b"a", b"b"]


def test_a_lazy_pattern_can_be_pickled() -> None:
    pattern = lazy_pattern("km", re.IGNORECASE)
    assert pattern.search("5 KM")
    assert pickle.loads(pickle.dumps(pattern)).search("6 KM")  # noqa: S301
    assert repr(pattern) == "lazy_pattern('km', re.IGNORECASE)"


def test_an_error_in_a_pattern_is_raised_when_it_is_used() -> None:
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.search("text")
