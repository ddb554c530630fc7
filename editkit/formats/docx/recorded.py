"""What is recorded while a Word story is read: properties of runs, text, and fallbacks."""

from collections.abc import Sequence

from editkit.formats.containers.xml import element_end, tag_end
from editkit.formats.docx.pieces import Piece, Run, Story

_BLANKS = " \t\r\n"
_BRANCHES = frozenset({"Choice", "Fallback"})


class RecordedProperties:
    """The bytes of a run's properties, without earlier changes of them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._start: int | None = None
        self._left_out: list[tuple[int, int]] = []

    @property
    def is_open(self) -> bool:
        """Whether the properties of a run are being read."""
        return self._start is not None

    def open(self, at: int) -> None:
        """Begin the properties of a run."""
        self._start, self._left_out = at, []

    def leave_out(self, start: int, at: int) -> None:
        """Leave out the element at `start`, whose end event came at `at`."""
        self._left_out.append((start, element_end(self._data, start, at)))

    def close(self, start: int, at: int) -> bytes | None:
        """Return the properties if they began at `start`, otherwise None."""
        if self._start != start:
            return None
        self._start = None
        pieces, done = [], start
        for first, last in self._left_out:
            pieces.append(self._data[done:first])
            done = last
        return b"".join((*pieces, self._data[done : element_end(self._data, start, at)]))


class Alternates:
    """The text boxes of each `mc:AlternateContent` that is open, by branch."""

    def __init__(self) -> None:
        self._open: list[dict[str, list[Story]]] = []
        self._branches: list[str] = []

    def start(self, name: str) -> None:
        """Begin an element of markup compatibility."""
        if name == "AlternateContent":
            self._open.append({"Choice": [], "Fallback": []})
        elif name in _BRANCHES:
            self._branches.append(name)

    def add(self, story: Story) -> None:
        """Add a text box to its branch."""
        if self._branches and self._open:
            self._open[-1][self._branches[-1]].append(story)

    def end(self, name: str, stories: list[Story]) -> None:
        """End an element; text boxes of a fallback become copies of those that they repeat."""
        if name in _BRANCHES:
            self._branches.pop()
        if name != "AlternateContent":
            return
        found = self._open.pop()
        for choice, fallback in zip(found["Choice"], found["Fallback"], strict=False):
            if choice.raw == fallback.raw:
                choice.copies.append(fallback)
                # The latest are last; an equal story may be another text box.
                last = next(n for n in reversed(range(len(stories))) if stories[n] is fallback)
                del stories[last]


def piece_of(
    data: bytes, place: tuple[int, int], text: str, offsets: Sequence[int], run: Run
) -> Piece | None:
    """Return the piece of the `w:t` element at a place in `data`; None if it shows nothing.

    Without `xml:space`, Word does not show the blanks at its ends.
    """
    tag, end = place
    content = tag_end(data, tag)
    is_preserved = b"preserve" in data[tag:content]
    cut = 0 if is_preserved else len(text) - len(text.lstrip(_BLANKS))
    shown = text if is_preserved else text.strip(_BLANKS)
    if not shown:
        return None
    kept = list(offsets[cut : cut + len(shown) + 1])
    one_line = shown.replace("\r", " ").replace("\n", " ")
    return Piece(0, one_line, tag, content, end, kept, is_preserved, run)
