"""Is a model from outside what it says? Looked at before it is built, and before it is believed."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from align.encoders import Vectors
from align.errors import InputError

# The sizes of a model, and above what they are no size: the largest there are, many times over.
_SIZES = {"hidden_size": 1 << 17, "intermediate_size": 1 << 19, "num_hidden_layers": 1 << 10,
          "num_attention_heads": 1 << 12, "vocab_size": 1 << 24, "type_vocab_size": 1 << 16,
          "max_position_embeddings": 1 << 24}
_IN_TENSORS = ("hidden_size", "intermediate_size", "vocab_size")
_HEADER = 1 << 26  # bytes of a safetensors header, beyond which it is none
_UNUSED = "pooler."  # a layer of BERT's that no vector here is made with
_PROBES = ("the dam broke.", "rapat ditunda", "a", "7,5 persen")


def demand_sizes(name: str, config: Path | None, weights: Path | None) -> None:
    """See that the sizes in config.json can be, and fit the tensors of the weights.

    Building a network of absurd sizes takes all memory, or minutes, before the weights show
    that they are others.

    Raises:
        InputError: a size is none, or larger than the weights have.
    """
    plain = _plain(name, config)
    shapes = tensor_shapes(weights) if weights is not None else {}
    widest = max((max(shape) for shape in shapes.values() if shape), default=0)
    for key, most in _SIZES.items():
        size = plain.get(key)
        if size is None:
            continue
        if type(size) is not int or not 0 < size <= most:
            raise InputError(f"The encoder '{name}' has a config.json whose {key} is "
                             f"{str(size)[:40]!r}; fetch the model anew.")
        if shapes and (size > widest if key in _IN_TENSORS else
                       size > len(shapes) and key == "num_hidden_layers"):
            raise InputError(f"The encoder '{name}' has a config.json whose {key} is {size}, more "
                             "than its weights hold; fetch the model anew.")


def tensor_shapes(weights: Path) -> Mapping[str, tuple[int, ...]]:
    """The shapes that a safetensors file states in its header; none if it is no such file."""
    try:
        with weights.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if length > _HEADER:
                return {}
            header = json.loads(file.read(length))
        return {key: tuple(int(size) for size in value["shape"])
                for key, value in header.items() if key != "__metadata__"}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, struct.error,
            RecursionError):
        return {}  # loading it tells what is wrong


def demand_all_tensors(name: str, missing: list[str]) -> None:
    """Raise InputError if the weights lack tensors, which are then made up at random."""
    lacking = [key for key in missing if not key.startswith(_UNUSED)]
    if lacking:
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        raise InputError(f"The weights of the encoder '{name}' lack {lacking[0][:80]}{more}; fetch "
                         "the model anew, or name a sentence encoder.")


def demand_vectors(name: str, encode: Callable[[list[str]], Vectors]) -> None:
    """Raise InputError unless different texts get different vectors of finite numbers."""
    vectors = encode(list(_PROBES))
    if not np.isfinite(vectors).all() or not vectors.any(axis=1).all():
        raise InputError(f"The encoder '{name}' gives vectors that are no numbers or all zero; "
                         "its weights are damaged: fetch the model anew.")
    likeness = vectors @ vectors.T
    if math.isclose(float(likeness.min()), 1.0, abs_tol=1e-5):
        raise InputError(f"The encoder '{name}' gives the same vector for every text; its weights "
                         "are damaged: fetch the model anew.")


def _plain(name: str, config: Path | None) -> dict[str, Any]:
    try:
        plain = json.loads(config.read_text("utf-8")) if config is not None else {}
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"The encoder '{name}' has a broken config.json ({str(error)[:100]}); "
                         "fetch the model anew.") from error
    if not isinstance(plain, dict):
        raise InputError(f"The encoder '{name}' has a config.json of an unknown shape; fetch the "
                         "model anew.")
    return plain
