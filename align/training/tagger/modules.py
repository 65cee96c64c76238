"""The network's parts as torch modules; network.py says what they are for.

Imported only where a network is built, for it imports torch.
"""

from __future__ import annotations

from typing import Any

import torch

from align.tagger.vocabulary import PADDING
from align.training.tagger.base import Base

LABELS = 3  # fine, wrong, missing or added
FAR = -1e4  # added to the attention between pieces that must not see each other
DEPTHS = (0, 2, 4)  # lower layers, besides the last, at which likeness is told; 0: the bare words
SHARPNESS = 20.0  # of matching, at first: cosines of a translation and of another word differ by .2


class Tagger(torch.nn.Module):
    """The whole network; see `network.build`."""

    def __init__(self, base: Base, upper: int, plain: bool, linking: bool) -> None:
        super().__init__()
        wide = base.hidden
        self.linking = linking
        self.words = torch.nn.Embedding(len(base.pieces), wide)
        self.at = torch.nn.Embedding(base.positions, wide)
        self.norm = torch.nn.LayerNorm(wide, eps=base.epsilon)
        layers = [Layer(base, plain) for _ in range(base.layers)]
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
        """Logits of the pieces and of the pair, and maybe the likeness of all pieces."""
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
        return (*logits, _likeness(states[-1])) if self.linking else logits

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


class Layer(torch.nn.Module):
    """One layer of BERT, with query, key and value as one matrix."""

    def __init__(self, base: Base, plain: bool) -> None:
        super().__init__()
        self.heads, self.plain = base.heads, plain
        self.together = torch.nn.Linear(base.hidden, 3 * base.hidden)
        self.out = torch.nn.Linear(base.hidden, base.hidden)
        self.first = torch.nn.LayerNorm(base.hidden, eps=base.epsilon)
        self.wide = torch.nn.Linear(base.hidden, base.inner)
        self.narrow = torch.nn.Linear(base.inner, base.hidden)
        self.second = torch.nn.LayerNorm(base.hidden, eps=base.epsilon)

    def forward(self, hidden: Any, bias: Any) -> Any:
        """States of the same shape; `bias` is added to the attention."""
        batch, length, width = hidden.shape
        depth = width // self.heads
        split = self.together(hidden).view(batch, length, 3, self.heads, depth)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        if self.plain:
            mixed = (query @ key.transpose(-1, -2) / depth ** 0.5 + bias).softmax(-1) @ value
        else:
            mixed = torch.nn.functional.scaled_dot_product_attention(
                query, key, value, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        hidden = self.first(self.out(mixed) + hidden)
        inner = torch.nn.functional.gelu(self.wide(hidden))
        return self.second(self.narrow(inner) + hidden)


def _likeness(states: Any) -> Any:
    """Cosine of every piece with every piece of the pair: (batch, length, length)."""
    with torch.autocast("cpu", enabled=False):  # a cosine's third digit tells: no half precision
        states = states.float()
        unit = states / states.norm(dim=-1, keepdim=True).clamp(min=1e-6)
        return unit @ unit.transpose(1, 2)
