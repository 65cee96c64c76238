"""Text to vectors. An encoder is anything with this Protocol; `load` makes one from a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into unit vectors whose dot product is their likeness across languages."""

    @property
    def signature(self) -> str:
        """Name and version in one token, stable across machines; part of every cache key."""

    @property
    def dimension(self) -> int:
        """Length d of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (len(texts), d), float32, each of length 1 (or all zero if empty)."""

    def encode_windows(self, texts: Sequence[str], size: int) -> Vectors:
        """Vectors of runs of 1 to `size` consecutive texts.

        Shape (size, len(texts), d), float32: `[k - 1, i]` stands for `texts[i:i + k]`. Runs that
        would reach past the end are zero.
        """


def load(name: str = "bundled", *, dtype: str | None = None, cache: bool = True) -> Encoder:
    """The bundled encoder, or any model of the hub or of a local folder; see `loading.load`."""
    from align.encoders.loading import load as load_encoder

    return load_encoder(name, dtype=dtype, cache=cache)
