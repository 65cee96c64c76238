"""What was fitted on one encoder's cosines holds for another's: the scale is found, not assumed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import align
from align.encoders import Encoder, Vectors, load
from align.model import Review

SOURCE = ("The court saw the exhibits on Monday.", "The mayor paid 21 farmers.",
          "Rain fell on the northern islands all week.")
TARGET = ("Pengadilan melihat pameran itu pada Senin.", "Wali kota membayar 45 petani.",
          "Hujan turun di pulau-pulau utara sepanjang minggu.")


class Narrowed:
    """An encoder whose cosines are those of another, narrowed to .7 to 1."""

    signature = "narrowed"

    def __init__(self, base: Encoder) -> None:
        self._base = base
        self.dimension = base.dimension + 1

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self._narrowed(self._base.encode(texts))

    def encode_windows(self, texts: Sequence[str], size: int) -> Vectors:
        return self._narrowed(self._base.encode_windows(texts, size))

    def _narrowed(self, vectors: Vectors) -> Vectors:
        some = vectors.any(axis=-1, keepdims=True)  # runs past the end stay zero
        return np.concatenate([vectors * np.float32(.3 ** .5),
                               some * np.float32(.7 ** .5)], axis=-1)


def found(review: Review) -> dict[tuple[object, ...], float]:
    return {(flag.check, flag.kind, flag.severity, flag.source, flag.target): flag.confidence
            for flag in (*review.flags, *review.quiet)}


def test_narrowed_cosines_change_no_finding(tmp_path: Path) -> None:
    source, target = tmp_path / "original.txt", tmp_path / "rewrite.txt"
    source.write_text("\n\n".join(SOURCE), "utf-8")
    target.write_text("\n\n".join(TARGET), "utf-8")
    plain, narrowed = (found(align.check(target, original=source, encoder=encoder))
                       for encoder in (load(), Narrowed(load())))
    assert any(check == "senses" for check, *_ in plain)
    assert narrowed.keys() == plain.keys()
    assert narrowed == pytest.approx(plain, abs=1e-4)
