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

LABELS = 3  # fine, wrong, missing or added
FAR = -1e4  # added to the attention between pieces that must not see each other
DEPTHS = (0, 2, 4)  # lower layers, besides the last, at which likeness is told; 0: the bare words
SHARPNESS = 20.0  # of matching, at first: cosines of a translation and of another word differ by .2


def build(base: Base, upper: int, plain: bool = False, linking: bool = False) -> Any:
    """A `torch.nn.Module`: (ids, sides), each (batch, length) int64 -> two tensors of logits.

    Token logits are (batch, length, 3); pair logits (batch,), above 0 where faithful. `sides` is 0
    on the source, 1 on the target and on padding. The last `upper` layers are trained.

    Args:
        plain: write attention out in single steps, for export.
        linking: give a third tensor, (batch, length, length): the cosine of every piece with
            every other where each side has been read alone, for linking words.
    """
    import torch

    class Tagger(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            wide = base.hidden
            self.words = torch.nn.Embedding(len(base.pieces), wide)
            self.at = torch.nn.Embedding(base.positions, wide)
            self.norm = torch.nn.LayerNorm(wide, eps=base.epsilon)
            layers = [_layer(base, plain) for _ in range(base.layers)]
            self.lower = torch.nn.ModuleList(layers[:base.layers - upper])
            self.sharpness = torch.nn.Parameter(torch.tensor(SHARPNESS))
            self.side = torch.nn.Embedding(2, wide)
            self.compared = torch.nn.LayerNorm(4 * wide + 2)
            self.compare = torch.nn.Linear(4 * wide + 2, wide)
            self.tell = torch.nn.Linear(wide, wide)
            self.upper = torch.nn.ModuleList(layers[base.layers - upper:])
            self.token = torch.nn.Linear(wide, LABELS)
            self.mix = torch.nn.Linear(2 * wide, wide)
            self.pair = torch.nn.Linear(wide, 1)
            self.told_at = {d for d in DEPTHS if d < len(self.lower)} | {len(self.lower)}
            self.hint = torch.nn.Linear(2 * len(self.told_at), wide, bias=False)

        def forward(self, ids: Any, sides: Any) -> tuple[Any, ...]:
            real = (ids != PADDING).float()
            source = (1 - sides).float()
            target = sides.float() * real
            own = source[:, :, None] * source[:, None, :] + target[:, :, None] * target[:, None, :]
            other = source[:, :, None] * target[:, None, :] + target[:, :, None] * source[:, None]
            states = self.alone(ids, sides, ((1 - own) * FAR)[:, None])
            hidden = self.matched(states, other) + self.side(sides)
            both = ((1 - real) * FAR)[:, None, None, :]
            for layer in self.upper:
                hidden = layer(hidden, both)
            peak = (hidden + (real.unsqueeze(-1) - 1.0) * 1e4).amax(dim=1)
            whole = torch.cat([hidden[:, 0], peak], dim=-1)
            logits = self.token(hidden), self.pair(torch.tanh(self.mix(whole))).squeeze(-1)
            return (*logits, _likeness(states[-1])) if linking else logits

        def alone(self, ids: Any, sides: Any, near: Any) -> Any:
            """States of each side read by itself, its places counted from its own start.

            The bare words first, then what comes out of the lower layers named by DEPTHS.
            """
            first = (1 - sides).sum(1, keepdim=True)
            at = torch.arange(ids.shape[1]).unsqueeze(0) - sides * first
            words = self.words(ids)
            states = [words]
            hidden = self.norm(words + self.at(at))
            for number, layer in enumerate(self.lower, 1):
                hidden = layer(hidden, near)
                if number in self.told_at:
                    states.append(hidden)
            return states

        def matched(self, states: Any, other: Any) -> Any:
            """The last states told of what lies closest on the other side, and how close.

            How close is told at several depths: bare words show the same number or name, deeper
            states the same meaning.
            """
            hidden = states[-1]
            likeness = _likeness(hidden)
            share = (likeness * self.sharpness + (1 - other) * FAR).softmax(-1) * other
            match = share @ hidden
            closest = (likeness - (1 - other) * 2).amax(-1, keepdim=True)
            chosen = share.sum(1).unsqueeze(-1)
            seen = torch.cat([hidden, match, hidden - match, hidden * match, closest, chosen], -1)
            hints = []
            for state in states:
                near = _likeness(state)
                hints += [(near - (1 - other) * 2).amax(-1), (near * share).sum(-1)]
            told = self.compare(self.compared(seen)) + self.hint(
                4 * (torch.stack(hints, -1) - 0.5))
            return hidden + self.tell(torch.nn.functional.gelu(told))

    network = Tagger()
    _fill(network, base)
    for frozen in (network.words, network.at, network.norm, network.lower):
        frozen.requires_grad_(False)
    return network


def _likeness(states: Any) -> Any:
    """Cosine of every piece with every piece of the pair: (batch, length, length)."""
    import torch

    with torch.autocast("cpu", enabled=False):  # a cosine's third digit tells: no half precision
        states = states.float()
        unit = states / states.norm(dim=-1, keepdim=True).clamp(min=1e-6)
        return unit @ unit.transpose(1, 2)


def _layer(base: Base, plain: bool) -> Any:
    import torch

    class Layer(torch.nn.Module):
        """One layer of BERT, with query, key and value as one matrix."""

        def __init__(self) -> None:
            super().__init__()
            self.together = torch.nn.Linear(base.hidden, 3 * base.hidden)
            self.out = torch.nn.Linear(base.hidden, base.hidden)
            self.first = torch.nn.LayerNorm(base.hidden, eps=base.epsilon)
            self.wide = torch.nn.Linear(base.hidden, base.inner)
            self.narrow = torch.nn.Linear(base.inner, base.hidden)
            self.second = torch.nn.LayerNorm(base.hidden, eps=base.epsilon)

        def forward(self, hidden: Any, bias: Any) -> Any:
            batch, length, width = hidden.shape
            depth = width // base.heads
            split = self.together(hidden).view(batch, length, 3, base.heads, depth)
            query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
            if plain:
                mixed = (query @ key.transpose(-1, -2) / depth ** 0.5 + bias).softmax(-1) @ value
            else:
                mixed = torch.nn.functional.scaled_dot_product_attention(
                    query, key, value, attn_mask=bias)
            mixed = mixed.transpose(1, 2).reshape(batch, length, width)
            hidden = self.first(self.out(mixed) + hidden)
            inner = torch.nn.functional.gelu(self.wide(hidden))
            return self.second(self.narrow(inner) + hidden)

    return Layer()


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
