"""From a checkpoint to the file that ships: int8 weights, vocabulary and calibration in one ONNX.

Matrices are quantised per output channel and activations on the fly (`onnxruntime.quantization`);
the word table is stored as int8 with a scale for each row, which is closer to the original than
one scale for all.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from align.errors import InputError, MissingExtraError
from align.tagger.network import build
from align.tagger.prepare import Prepared
from align.tagger.run import Calibration, pack_vocabulary
from align.tagger.train import CHECKPOINT
from align.tagger.vocabulary import PADDING


def export(ready: Prepared, out: Path, weights: Path, signature: str,
           calibration: Calibration = Calibration(),  # noqa: B008
           quantised: bool = True) -> Path:
    """Write the network of `out`'s last checkpoint to `weights`.

    Raises:
        InputError: there is no checkpoint.
        MissingExtraError: without onnx.
    """
    try:
        import onnx
        from onnxruntime.quantization import QuantType, quantize_dynamic
    except ImportError as error:
        raise MissingExtraError(
            "Exporting needs onnx and onnxruntime; install them with: pip install 'selaras[train]'."
        ) from error
    network = trained(ready, out)
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder, "plain.onnx"), Path(folder, "small.onnx")
        _to_onnx(network, plain)
        if quantised:
            quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8,
                             op_types_to_quantize=["MatMul"],
                             extra_options={"MatMulConstBOnly": True})
        else:
            small = plain
        model = onnx.load(small)
    for key, value in {"vocabulary": pack_vocabulary(ready.vocabulary.model),
                       "calibration": json.dumps(asdict(calibration)),
                       "signature": signature}.items():
        model.metadata_props.add(key=key, value=value)
    onnx.save(model, weights)
    return weights


def recalibrated(weights: Path, calibration: Calibration) -> None:
    """Put another calibration into a weights file."""
    import onnx

    model = onnx.load(weights)
    for entry in model.metadata_props:
        if entry.key == "calibration":
            entry.value = json.dumps(asdict(calibration))
    onnx.save(model, weights)


def trained(ready: Prepared, out: Path) -> Any:
    """The network of the last checkpoint in `out`, ready to run.

    Raises:
        InputError: there is none, or it is of another size.
    """
    import torch

    path = out / CHECKPOINT
    if not path.exists():
        raise InputError(f"'{out}' holds no checkpoint; train into it first.")
    network = build(ready.base, attention="eager")
    try:
        network.load_state_dict(torch.load(path, weights_only=True)["network"])
    except RuntimeError as error:
        raise InputError(f"'{path}' is of a network of another size; "
                         "give the recipe it was trained with.") from error
    return network.eval()


def _to_onnx(network: Any, path: Path) -> None:
    import torch

    class Shipped(torch.nn.Module):
        """The network with its mask made from the ids, and its word table as int8 rows."""

        table: Any
        scale: Any

        def __init__(self) -> None:
            super().__init__()
            table = network.encoder.embeddings.word_embeddings.weight.detach()
            scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            self.register_buffer("table", (table / scale).round().to(torch.int8))
            self.register_buffer("scale", scale)
            self.network = network
            network.encoder.embeddings.word_embeddings = torch.nn.Identity()

        def forward(self, ids: Any, sides: Any) -> tuple[Any, Any]:
            words = self.table[ids].float() * self.scale[ids]
            places = network.encoder.embeddings
            at = torch.arange(ids.shape[1]).unsqueeze(0)
            hidden = places.LayerNorm(words + places.token_type_embeddings(sides)
                                      + places.position_embeddings(at))
            mask = (ids != PADDING).float()
            far = ((1.0 - mask) * -1e4)[:, None, None, :]
            for layer in network.encoder.encoder.layer:
                hidden = _layer(layer, hidden, far)
            peak = (hidden + (mask.unsqueeze(-1) - 1.0) * 1e4).amax(dim=1)
            both = torch.cat([hidden[:, 0], peak], dim=-1)
            return (network.token(hidden),
                    network.pair(torch.tanh(network.mix(both))).squeeze(-1))

    example = torch.tensor([[0, 5, 2, 6, 2], [0, 5, 2, 2, 1]])
    sides = torch.tensor([[0, 0, 0, 1, 1], [0, 0, 0, 1, 1]])
    torch.onnx.export(
        Shipped().eval(), (example, sides), str(path), dynamo=False, opset_version=17,
        input_names=["ids", "sides"], output_names=["token", "pair"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "sides", "token")}
        | {"pair": {0: "batch"}})


def _layer(layer: Any, hidden: Any, far: Any) -> Any:
    """One BERT layer written out, so that the graph holds nothing but plain matrices."""
    import torch

    own = layer.attention.self
    batch, length, width = hidden.shape
    heads = own.num_attention_heads

    def split(projected: Any) -> Any:
        return projected.view(batch, length, heads, width // heads).transpose(1, 2)

    query, key, value = (split(part(hidden)) for part in (own.query, own.key, own.value))
    likeness = query @ key.transpose(-1, -2) / (width // heads) ** 0.5 + far
    mixed = (likeness.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
    after = layer.attention.output
    hidden = after.LayerNorm(after.dense(mixed) + hidden)
    inner = torch.nn.functional.gelu(layer.intermediate.dense(hidden))
    return layer.output.LayerNorm(layer.output.dense(inner) + hidden)
