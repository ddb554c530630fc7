"""Meaning vectors of phrases."""

import sys

import numpy as np
import pytest

from editkit.core.errors import InputError
from editkit.languages.en.phrase_vectors import load_model, phrase_vectors, piece_ids


def test_vectors_have_length_1_and_near_meanings_are_near() -> None:
    vectors = phrase_vectors(["original intention", "initial intention", "iron ore"])
    cosines = vectors @ vectors.T
    assert np.allclose(np.diag(cosines), 1, atol=1e-5)
    assert cosines[0, 1] > 0.6 > cosines[0, 2]


def test_a_vector_does_not_depend_on_the_batch() -> None:
    phrases = [f"market number {number} of the long list" for number in range(70)]
    alone = phrase_vectors(["market"])
    assert np.allclose(phrase_vectors(["market", *phrases])[0], alone[0], atol=1e-2)


def test_no_phrases_have_no_vectors() -> None:
    assert len(phrase_vectors([])) == 0


def test_words_are_split_into_the_longest_pieces() -> None:
    # The numbers are those that the model's own tokenizer gives.
    assert list(piece_ids("Unmanned tellers")) == [101, 24075, 21322, 2015, 102]
    assert list(piece_ids("unmannedness ☃")) == [101, 24075, 2791, 100, 102]


def test_a_long_word_is_one_unknown_piece() -> None:
    assert list(piece_ids("a" * 100)).count(100) == 0
    assert list(piece_ids("a" * 101)) == [101, 100, 102]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    load_model.cache_clear()
    with pytest.raises(InputError, match=r"pip install 'editkit\[similar\]'"):
        load_model()
    load_model.cache_clear()
