"""A tiny base in the packed 4-bit format, and a tiny folder of data to train on."""

from __future__ import annotations

import gzip
import struct
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from align.training.tagger.base import _LAYER_NAMES, SPECIAL

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 32, 2, 2, 64, 256
PIECES = [*SPECIAL, "▁", *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,?%-",
          "an", "▁di", "▁me", "▁the", "er", "ing", "▁a"]


def pack_q4(weights: np.ndarray) -> bytes:
    """Blocks of 32 weights as half-precision scale and nibbles."""
    blocks = weights.astype(np.float32).reshape(-1, 32)
    scale = np.maximum(np.abs(blocks).max(1, keepdims=True) / 7, 1e-6).astype(np.float16)
    numbers = np.clip(np.round(blocks / scale.astype(np.float32)) + 8, 0, 15).astype(np.uint8)
    nibbles = numbers[:, :16] | numbers[:, 16:] << 4
    return np.concatenate([scale.view(np.uint8), nibbles], 1).tobytes()


def write_base(path: Path, seed: int = 0) -> Path:
    """Write a base with random weights."""
    rng = np.random.default_rng(seed)
    tensors: list[tuple[str, int, np.ndarray]] = [
        ("emb.word", 1, rng.normal(0, 0.1, (len(PIECES), HIDDEN))),
        ("emb.pos", 0, rng.normal(0, 0.02, (POSITIONS, HIDDEN))),
        ("emb.type", 0, rng.normal(0, 0.02, (2, HIDDEN))),
        ("emb.ln.w", 0, np.ones(HIDDEN)), ("emb.ln.b", 0, np.zeros(HIDDEN))]
    shapes = {"fi": (INNER, HIDDEN), "fo": (HIDDEN, INNER)}
    for layer in range(LAYERS):
        for short in _LAYER_NAMES:
            norm = short.endswith("ln")
            shape = (HIDDEN,) if norm else shapes.get(short, (HIDDEN, HIDDEN))
            weight = np.ones(HIDDEN) if norm else rng.normal(0, 0.1, shape)
            tensors.append((f"l{layer}.{short}.w", int(not norm), weight))
            tensors.append((f"l{layer}.{short}.b", 0, np.zeros(shape[0])))
    blob = "".join(PIECES).encode()
    offsets = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype("<u4")
    scores = np.array([0.0] * 4 + [-4.0 - 4 * (len(p) < 2) for p in PIECES[4:]], "<f4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, HEADS, INNER, len(PIECES), POSITIONS,
                                 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    head += offsets.tobytes() + scores.tobytes() + blob + struct.pack("<iI", 0, 0)
    size = len(head) + 4 + sum(2 + len(name) + 21 for name, _, _ in tensors)
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, kind, values in tensors:
        data = pack_q4(values) if kind else values.astype("<f4").tobytes()
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, values.size, size + len(body), len(data))
        body += data
    path.write_bytes(head + directory + body)
    return path


ROWS = [("The mayor opened the school in the village.", "Wali kota membuka sekolah di desa itu."),
        ("The court accepted twelve reports.", "Pengadilan menerima dua belas laporan."),
        ("Water is rising in the north.", "Air naik di wilayah utara."),
        ("The police arrested three people.", "Polisi menangkap tiga orang."),
        ("Prices may fall next week.", "Harga mungkin turun pekan depan."),
        ("At least ten houses were damaged.", "Setidaknya sepuluh rumah rusak.")]


def write_data(folder: Path) -> Path:
    """Write tables: sixty NTREX documents, the last twenty of which are held out."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["doc\tsource\ttarget"]
    lines += [f"news.{number}\t{source}\t{target}" for number in range(60)
              for source, target in (ROWS[number % 6], ROWS[(number + 1) % 6])]
    with gzip.open(folder / "ntrex_dev.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    with gzip.open(folder / "lexicon_en_id.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("source\ttarget\tfrom\ncourt\tpengadilan\tfreedict\ncourt\tlapangan\tfreedict\n"
                   "field\tlapangan\tfreedict\nmayor\twali\tomw\n")
    return folder


@pytest.fixture(scope="session")
def packed() -> ModuleType:
    """This file's functions and tables."""
    return sys.modules[__name__]
