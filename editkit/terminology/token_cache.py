"""Memos of the pieces of a text between spaces: tokens, keys and term prefixes.

A text repeats its pieces, so most of it is matched by dictionary lookups (decision 030).
"""

from collections.abc import Container, Sequence
from operator import add

from editkit.terminology.typo_index import TypoIndex
from editkit.text import tokens

_MAX_ENTRIES = 500_000
_MAX_CACHED_LENGTH = 100
"""Code points of the longest piece that is cached."""
Token = tuple[int, int, str, str]
"""Start and end of a token in its piece, its key, and its text."""


class TypoCache(dict[str, tuple[str, ...]]):
    """Memo of the keys of the words that a word may be a typo of."""

    def __init__(self, index: TypoIndex) -> None:
        super().__init__()
        self._index = index

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _MAX_ENTRIES:
            self.clear()
        keys = self[word] = tuple(map(tokens.key, self._index.intended(word)))
        return keys


class FirstKeyCache(dict[str, str]):
    """Memo of the key of the first token of a piece."""

    def __missing__(self, piece: str) -> str:
        if len(self) > _MAX_ENTRIES:
            self.clear()
        found = tokens.token_pattern(piece).search(piece)
        first_key = tokens.key(found[0]) if found else ""
        if len(piece) <= _MAX_CACHED_LENGTH:
            self[piece] = first_key
        return first_key


class TokenCache(dict[str, tuple[Token, ...]]):
    """Memo of the tokens of a piece."""

    def __missing__(self, piece: str) -> tuple[Token, ...]:
        if len(self) > _MAX_ENTRIES:
            self.clear()
        found = tokens.find_tokens(piece)
        read = tuple(
            (match.start(), match.end(), tokens.KEY_CACHE[match[0]], match[0]) for match in found
        )
        if len(piece) <= _MAX_CACHED_LENGTH:
            self[piece] = read
        return read


class PieceTokens(dict[int, tuple[Token, ...]]):
    """Tokens of the pieces of one paragraph, by index.

    `TokenCache` does not keep those of a long piece, which has many places where a term may
    begin, and each of them needs the tokens.
    """

    def __init__(self, pieces: Sequence[str], tokens_of: TokenCache) -> None:
        super().__init__()
        self._pieces, self._tokens_of = pieces, tokens_of

    def __missing__(self, at: int) -> tuple[Token, ...]:
        read = self[at] = self._tokens_of[self._pieces[at]]
        return read


class PrefixHints(dict[str, str]):
    """Memo of the hint of a piece: what kind of match may start in it.

    The hint is `TYPO` if a word of the piece may be a typo; else `CANDIDATE` if the piece
    may contain a term; else the key of its last token if a term may start with that and
    continue after the space; else an empty string.
    """

    CANDIDATE, TYPO = " ", "  "  # keys contain no spaces

    def __init__(
        self, term_keys: Container[str], prefixes: Container[str], typos: TypoCache
    ) -> None:
        super().__init__()
        self._term_keys, self._prefixes, self._typos = term_keys, prefixes, typos

    def __missing__(self, piece: str) -> str:
        if len(self) > _MAX_ENTRIES:
            self.clear()
        hint = self._hint(piece)
        if len(piece) <= _MAX_CACHED_LENGTH:
            self[piece] = hint
        return hint

    def _hint(self, piece: str) -> str:
        found = tokens.token_pattern(piece).findall(piece)
        keys = list(filter(None, tokens.token_keys(found)))
        if any(map(self._typos.__getitem__, found)):
            return self.TYPO
        solid = [key for key in keys if key != "."] if "." in keys[1:-1] else keys
        has_term_of_several = any(
            map(
                self._prefixes.__contains__,
                (*map(add, keys, keys[1:]), *map(add, solid, solid[1:])),
            )
        )
        if has_term_of_several or any(map(self._term_keys.__contains__, keys)):
            return self.CANDIDATE
        return keys[-1] if keys and keys[-1] in self._prefixes else ""


def key_of_dot(tokens_of_piece: Sequence[Token], number: int) -> str:
    """Return the key of a dot: empty within a name such as `Node.js`, as for a hyphen."""
    near = tokens_of_piece[max(0, number - 1) : number + 2]
    is_inner = len(near) == len(("Node", ".", "js")) and near[0][1] + 1 == near[2][0]
    return "" if is_inner and near[0][3][-1].isalpha() and near[2][3][0].isalpha() else "."
