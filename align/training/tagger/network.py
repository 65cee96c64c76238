"""The network: each side read by itself, then matched word by word, then judged together.

The lower layers are the base's own and stay as they are: each side is seen alone, just as the base
was trained, so words that translate each other lie close (nine of ten words find theirs by cosine
alone). A match layer looks up, for every piece, what lies closest on the other side, and tells the
upper layers the piece, its match, and how they differ; those see both sides and are trained.
Matching before judging is from decomposable attention (Parikh et al. 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from align.tagger.vocabulary import PADDING
from align.training.tagger.base import Base
from align.training.tagger.data import Example


def build(base: Base, upper: int, plain: bool = False, linking: bool = False) -> Any:
    """A `torch.nn.Module`: (ids, sides), each (batch, length) int64 -> two tensors of logits.

    Token logits are (batch, length, 3); pair logits (batch,), above 0 where faithful. `sides` is 0
    on the source, 1 on the target and on padding. The last `upper` layers are trained.

    Args:
        plain: write attention out in single steps, for export.
        linking: give a third tensor, (batch, length, length): the cosine of every piece with
            every other where each side has been read alone, for linking words.
    """
    from align.training.tagger.modules import Tagger

    network = Tagger(base, upper, plain, linking)
    _fill(network, base)
    for frozen in (network.words, network.at, network.norm, network.lower):
        frozen.requires_grad_(False)
    return network


_PARTS = {"out": "attention.output.dense", "first": "attention.output.LayerNorm",
          "wide": "intermediate.dense", "narrow": "output.dense", "second": "output.LayerNorm"}


def _fill(network: Any, base: Base) -> None:
    """Put the base's weights into the network; what the base does not have starts small."""
    import torch

    held = {name: torch.from_numpy(np.array(value)) for name, value in base.tensors.items()}
    place = "embeddings.{}"
    network.words.weight.data = held[place.format("word_embeddings.weight")]
    # The base has a row for the kind of text that is the same everywhere: added once, here.
    network.at.weight.data = (held[place.format("position_embeddings.weight")]
                              + held[place.format("token_type_embeddings.weight")][:1])
    for kind in ("weight", "bias"):
        getattr(network.norm, kind).data = held[place.format(f"LayerNorm.{kind}")]
    for number, layer in enumerate([*network.lower, *network.upper]):
        full = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            own = [held[f"{full}attention.self.{part}.{kind}"] for part in
                   ("query", "key", "value")]
            getattr(layer.together, kind).data = torch.cat(own)
            for short, name in _PARTS.items():
                getattr(getattr(layer, short), kind).data = held[f"{full}{name}.{kind}"]
    torch.nn.init.normal_(network.side.weight, std=0.02)
    torch.nn.init.normal_(network.tell.weight, std=0.02)
    torch.nn.init.zeros_(network.tell.bias)
    torch.nn.init.normal_(network.hint.weight, std=0.02)


def tensors(examples: Sequence[Example]) -> dict[str, Any]:
    """Padded int64 tensors `ids`, `sides`, `labels` and float `faithful` of a batch."""
    import torch

    width = max(len(example.ids) for example in examples)

    def padded(name: str, filler: int) -> Any:
        return torch.tensor([[*(row := getattr(example, name)), *[filler] * (width - len(row))]
                             for example in examples])

    return {"ids": padded("ids", PADDING), "sides": padded("sides", 1),
            "labels": padded("labels", -100),
            "faithful": torch.tensor([float(example.faithful) for example in examples])}


def loss(network: Any, batch: dict[str, Any], wrong_weight: float = 2.0,
         half: bool = False) -> Any:
    """Cross entropy of the pieces (errors weighed up) plus half that of the pair.

    Args:
        half: multiply matrices in bfloat16, twice as fast where the processor knows how.
    """
    import torch

    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        token, pair = network(batch["ids"], batch["sides"])
    token, pair = token.float(), pair.float()
    weights = torch.tensor([1.0, wrong_weight, wrong_weight])
    pieces = torch.nn.functional.cross_entropy(
        token.flatten(0, 1), batch["labels"].flatten(), weight=weights, ignore_index=-100)
    whole = torch.nn.functional.binary_cross_entropy_with_logits(pair, batch["faithful"])
    return pieces + 0.5 * whole
