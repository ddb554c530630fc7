"""Tests of the toolset pool: which toolset a run is lent, and when it is closed."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import ClassVar

import pytest

from editkit.config import Settings
from editkit.core.document import Document
from editkit.core.engine import Engine, EngineOutput
from editkit.core.errors import InputError
from editkit.core.glossary import Concept, Glossary, Term
from editkit.core.setup import Setup
from editkit.linting.toolset import Toolset
from editkit.linting.toolset_pool import MAX_TOOLSETS, ClosedError, ToolsetPool


class Switchable(Engine):
    """An engine that can be exhausted, and records that it was closed."""

    name: ClassVar[str] = "harper"
    version = "1"

    def __init__(self) -> None:
        self.is_exhausted = self.is_closed = False

    @property
    def exhausted(self) -> bool:
        return self.is_exhausted

    def run(self, documents: Iterable[Document]) -> Iterator[EngineOutput]:
        yield from (() for _ in documents)

    def close(self) -> None:
        assert not self.is_closed
        self.is_closed = True


class Opened(list[tuple[str, Switchable]]):
    """The languages and engines of the toolsets that were opened."""

    def open(self, settings: Settings, glossary: Glossary | None) -> Toolset:
        if settings.lang == "bad":
            raise InputError("This glossary cannot be read.")
        engine = Switchable()
        self.append((settings.lang, engine))
        return Toolset(settings, Setup(glossary or Glossary()), (), engines=(engine,))

    @property
    def closed(self) -> list[str]:
        return [lang for lang, engine in self if engine.is_closed]


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def pool(opened: Opened) -> ToolsetPool:
    return ToolsetPool(opened.open)


def lang(number: int) -> Settings:
    return Settings(lang=str(number))


def use(pool: ToolsetPool, settings: Settings, glossary: Glossary | None = None) -> Toolset:
    with pool.lease(settings, glossary) as toolset:
        return toolset


def test_equal_settings_and_glossaries_are_lent_one_toolset(
    pool: ToolsetPool, opened: Opened
) -> None:
    boats = [Glossary((Concept("1", (Term("boat"),)),)) for _ in range(2)]
    toolsets = [use(pool, lang(1), each) for each in (None, boats[0], None, boats[1], Glossary())]

    a, b, c, d, e = toolsets
    assert (a, b) == (c, d)
    assert len({id(each) for each in (a, b, e)}) == len(opened) == 3


def test_a_changed_file_needs_another_toolset(
    pool: ToolsetPool, opened: Opened, tmp_path: Path
) -> None:
    words = tmp_path / "words.txt"
    settings = Settings(words=(str(words),))
    for glossary in (None, Glossary()):
        words.write_text("boat")
        first = use(pool, settings, glossary)
        assert use(pool, settings, glossary) is first
        words.write_text("boat ferry")
        assert use(pool, settings, glossary) is not first
    assert len(opened) == 4


def test_the_least_recently_used_toolset_is_closed(pool: ToolsetPool, opened: Opened) -> None:
    for number in range(MAX_TOOLSETS):
        use(pool, lang(number))
    use(pool, lang(0))
    assert opened.closed == []

    use(pool, lang(100))
    use(pool, lang(101))

    assert opened.closed == ["1", "2"]


def test_a_leased_toolset_is_closed_after_its_last_lease(
    pool: ToolsetPool, opened: Opened
) -> None:
    with pool.lease(lang(0), None) as first:
        with pool.lease(lang(0), None) as second:
            assert first is second
            for number in range(1, MAX_TOOLSETS + 1):
                use(pool, lang(number))
        assert opened.closed == []
    assert opened.closed == ["0"]


def test_more_toolsets_can_be_leased_than_are_kept(pool: ToolsetPool, opened: Opened) -> None:
    with ExitStack() as stack:
        for number in range(MAX_TOOLSETS + 2):
            stack.enter_context(pool.lease(lang(number), None))
        assert opened.closed == []
    assert opened.closed == ["0", "1"]


def test_an_exhausted_engine_is_replaced_and_closed_after_its_last_lease(
    pool: ToolsetPool, opened: Opened
) -> None:
    with pool.lease(lang(0), None) as exhausted:
        opened[0][1].is_exhausted = True
        assert use(pool, lang(0)) is not exhausted
        assert opened.closed == []
    assert [engine.is_closed for _, engine in opened] == [True, False]

    opened[1][1].is_exhausted = True
    use(pool, lang(0))
    assert [engine.is_closed for _, engine in opened] == [True, True, False]


def test_a_toolset_that_cannot_be_opened_is_not_kept(pool: ToolsetPool, opened: Opened) -> None:
    for _ in range(2):
        with pytest.raises(InputError):
            use(pool, Settings(lang="bad"))

    use(pool, lang(0))
    assert len(opened) == 1


def test_closing_the_pool_closes_all_toolsets(pool: ToolsetPool, opened: Opened) -> None:
    for number in range(3):
        use(pool, lang(number))

    pool.close()

    assert sorted(opened.closed) == ["0", "1", "2"]


def test_a_closed_pool_lends_nothing_and_closes_a_leased_toolset_at_the_end(
    pool: ToolsetPool, opened: Opened
) -> None:
    with pool.lease(lang(0), None):
        pool.close()
        assert opened.closed == []
        with pytest.raises(ClosedError):
            use(pool, lang(0))
    pool.close()

    assert opened.closed == ["0"]
    assert len(opened) == 1
