"""What training begins from: an earlier training's checkpoint, or weights that shipped.

Shipped weights lack the last bits (int8, and the scales that made it fit are folded back), and
hold no optimiser's state; the layers that training leaves alone come from the base either way.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from align.errors import InputError, MissingExtraError
from align.training.tagger.checkpoint import checkpoint

_FROZEN = ("words.", "at.", "norm.", "lower.")
_FOLDED = ".inverse"  # what smooth.py multiplies a matrix's input by


def begin_from(start: Path, network: Any) -> None:
    """Fill the network, in place, from a folder with a checkpoint or a file of shipped weights.

    Raises:
        InputError: there is neither, or it is of a network of another size.
        MissingExtraError: a file of weights, without onnx.
    """
    if not start.is_file():
        network.load_state_dict(checkpoint(start)["network"])
        return
    known = network.state_dict()
    held = {name: value for name, value in _unpacked(start).items() if not name.startswith(_FROZEN)}
    lacking = [name for name, value in known.items() if not name.startswith(_FROZEN)
               and (name not in held or held[name].shape != tuple(value.shape))]
    if lacking:
        raise InputError(f"'{start}' is of a network of another size ({lacking[0]}); "
                         "give the recipe it was trained with.")
    import torch

    network.load_state_dict({name: torch.from_numpy(held[name].copy()) if name in held else value
                             for name, value in known.items()})


def _unpacked(path: Path) -> Mapping[str, npt.NDArray[np.float32]]:
    """Float32 tensors by the network's own names, matrices of shape (out, in)."""
    try:
        import onnx
        from google.protobuf.message import DecodeError
    except ImportError as error:
        raise MissingExtraError("Reading shipped weights needs onnx; install it with: "
                                "pip install 'selaras[train]'.") from error
    try:
        graph = onnx.load(path).graph
    except DecodeError as error:
        raise InputError(f"'{path}' is no file of weights ({error}); name another.") from error
    stored = {each.name: onnx.numpy_helper.to_array(each) for each in graph.initializer}
    found = {name.replace(".linear.", "."): np.asarray(value, np.float32)
             for name, value in stored.items() if not name.endswith(_FOLDED)}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = ".".join(node.name.split("/")[1:-1]).removesuffix(".linear")
            found[f"{place}.weight"] = _matrix(stored, node.input[1], place)
    return found


def _matrix(stored: Mapping[str, Any], name: str, place: str) -> npt.NDArray[np.float32]:
    part = name.removesuffix("_quantized")
    steps = (stored[name].astype(np.float32)
             - stored[f"{part}_zero_point"].astype(np.float32)) * stored[f"{part}_scale"]
    matrix: npt.NDArray[np.float32] = np.ascontiguousarray(steps.T, dtype=np.float32)
    if place + _FOLDED in stored:
        matrix = matrix * stored[place + _FOLDED]
    return matrix
