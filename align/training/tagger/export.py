"""From a checkpoint to the file that ships: int8 weights, vocabulary and calibration in one ONNX.

Matrices are quantised per output channel and activations on the fly (`onnxruntime.quantization`).
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from align.errors import InputError, MissingExtraError
from align.tagger.engine import engine
from align.tagger.run import Calibration
from align.tagger.vocabulary import pack_vocabulary
from align.training.tagger.checkpoint import CHECKPOINT
from align.training.tagger.data import encode, grouped
from align.training.tagger.errors import clean
from align.training.tagger.network import build, tensors
from align.training.tagger.prepare import Prepared
from align.training.tagger.shipped import shipped
from align.training.tagger.smooth import smoothed
from align.writing import whole_file


def export(ready: Prepared, out: Path, weights: Path, upper: int, signature: str,
           calibration: Calibration = Calibration(),  # noqa: B008
           quantised: bool = True) -> Path:
    """Write the network of `out`'s last checkpoint to `weights`.

    Raises:
        InputError: there is no checkpoint.
        MissingExtraError: without onnx.
    """
    try:
        import onnx
    except ImportError as error:
        raise MissingExtraError(
            "Exporting needs onnx; install it with: pip install 'selaras[train]'."
        ) from error
    quantization = engine("quantization")
    network = shipped(trained(ready, out, upper, plain=True, linking=True))
    if quantised:
        smoothed(network, typical(ready))
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder, "plain.onnx"), Path(folder, "small.onnx")
        _to_onnx(network, plain)
        if quantised:
            quantization.quantize_dynamic(
                plain, small, per_channel=True, weight_type=quantization.QuantType.QInt8,
                op_types_to_quantize=["MatMul"], extra_options={"MatMulConstBOnly": True})
        else:
            small = plain
        model = onnx.load(small)
    for key, value in {"vocabulary": pack_vocabulary(ready.vocabulary.model),
                       "calibration": json.dumps(asdict(calibration)),
                       "signature": signature}.items():
        model.metadata_props.add(key=key, value=value)
    with whole_file(weights) as part:
        onnx.save(model, part)
    return weights


def recalibrated(weights: Path, calibration: Calibration) -> None:
    """Put another calibration into a weights file."""
    import onnx

    model = onnx.load(weights)
    for entry in model.metadata_props:
        if entry.key == "calibration":
            entry.value = json.dumps(asdict(calibration))
    with whole_file(weights) as part:
        onnx.save(model, part)


def trained(ready: Prepared, out: Path, upper: int, plain: bool = False,
            linking: bool = False) -> Any:
    """The network of the last checkpoint in `out`, ready to run; see `build`.

    Raises:
        InputError: there is none, or it is of another size.
    """
    import torch

    path = out / CHECKPOINT
    if not path.exists():
        raise InputError(f"'{out}' holds no checkpoint; train into it first.")
    network = build(ready.base, upper, plain, linking)
    try:
        network.load_state_dict(torch.load(path, weights_only=True)["network"])
    except RuntimeError as error:
        raise InputError(f"'{path}' is of a network of another size; "
                         "give the recipe it was trained with.") from error
    return network.eval()


def typical(ready: Prepared, count: int = 64) -> list[dict[str, Any]]:
    """A few batches of training pairs, evenly picked."""
    rows = ready.train[::max(1, len(ready.train) // count)]
    examples = sorted((encode(clean(row.source, row.target), ready.vocabulary) for row in rows),
                      key=lambda example: len(example.ids))
    return [tensors(group) for group in grouped(examples, 2048)]


def _to_onnx(network: Any, path: Path) -> None:
    import torch

    ids = torch.tensor([[0, 5, 2, 6, 2], [0, 5, 2, 2, 1]])
    sides = torch.tensor([[0, 0, 0, 1, 1], [0, 0, 0, 1, 1]])
    torch.onnx.export(
        network, (ids, sides), str(path), dynamo=False, opset_version=17,
        input_names=["ids", "sides"], output_names=["token", "pair", "likeness"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "sides", "token")}
        | {"pair": {0: "batch"}, "likeness": {0: "batch", 1: "length", 2: "length"}})
