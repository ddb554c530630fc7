"""Fuzz target: a function that raises for an input that editkit treats wrongly."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hypothesis import strategies as st


@dataclass(frozen=True, slots=True)
class Target:
    """A function to be called with arbitrary bytes, and how Hypothesis draws them.

    `check` raises any exception for a fault. `seeds` are whole inputs that Hypothesis mutates
    and libFuzzer starts from, `words` the pieces that libFuzzer inserts.
    """

    name: str
    check: Callable[[bytes], None]
    inputs: st.SearchStrategy[bytes]
    seeds: tuple[bytes, ...] = ()
    words: tuple[str, ...] = ()


def joined(*pieces: Iterable[str]) -> st.SearchStrategy[bytes]:
    """Draw texts that consist of `pieces`, and of some arbitrary characters, in UTF-8."""
    known = st.sampled_from([piece for group in pieces for piece in group])
    texts = st.lists(known | known | known | st.text(max_size=3), max_size=40).map("".join)
    return texts.map(lambda text: text.encode("utf-8", "replace"))


@st.composite
def mutated(draw: st.DrawFn, seeds: tuple[bytes, ...], words: tuple[str, ...]) -> bytes:
    """Draw one of the seeds with some stretches deleted, doubled or replaced."""
    data = draw(st.sampled_from(seeds))
    pieces = st.sampled_from([word.encode() for word in words]) | st.binary(max_size=4)
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 30)))
        inserted = draw(pieces | st.just(b"") | st.just(data[start:end] * 2))
        data = data[:start] + inserted + data[end:]
    return data
