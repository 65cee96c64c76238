"""The network as it ships: the same sums written out plainly, ready to be quantised.

The mask is made from the ids, the word table is int8 with a scale for each row (closer to the
original than one scale for all), and query, key and value are one matrix, multiplied at once.
"""

from __future__ import annotations

from typing import Any

from align.tagger.vocabulary import PADDING


def shipped(network: Any) -> Any:
    """A `torch.nn.Module`: (ids, sides), each (batch, length) -> token and pair logits.

    Computes what `network` (see network.py) does, but for the rounding of the word table.
    """
    import torch

    class Shipped(torch.nn.Module):
        table: Any
        scale: Any

        def __init__(self) -> None:
            super().__init__()
            places = network.encoder.embeddings
            table = places.word_embeddings.weight.detach()
            scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            self.register_buffer("table", (table / scale).round().to(torch.int8))
            self.register_buffer("scale", scale)
            self.sides, self.at = places.token_type_embeddings, places.position_embeddings
            self.norm = places.LayerNorm
            self.layers = torch.nn.ModuleList(map(_layer, network.encoder.encoder.layer))
            self.token, self.mix, self.pair = network.token, network.mix, network.pair

        def forward(self, ids: Any, sides: Any) -> tuple[Any, Any]:
            words = self.table[ids].float() * self.scale[ids]
            at = torch.arange(ids.shape[1]).unsqueeze(0)
            hidden = self.norm(words + self.sides(sides) + self.at(at))
            mask = (ids != PADDING).float()
            far = ((1.0 - mask) * -1e4)[:, None, None, :]
            for layer in self.layers:
                hidden = layer(hidden, far)
            peak = (hidden + (mask.unsqueeze(-1) - 1.0) * 1e4).amax(dim=1)
            both = torch.cat([hidden[:, 0], peak], dim=-1)
            return self.token(hidden), self.pair(torch.tanh(self.mix(both))).squeeze(-1)

    return Shipped().eval()


def _layer(bert: Any) -> Any:
    import torch

    class Layer(torch.nn.Module):
        """One layer of BERT."""

        def __init__(self) -> None:
            super().__init__()
            own = bert.attention.self
            parts = (own.query, own.key, own.value)
            self.heads = own.num_attention_heads
            self.together = torch.nn.Linear(own.query.in_features, 3 * own.query.out_features)
            self.together.weight.data = torch.cat([part.weight.data for part in parts])
            self.together.bias.data = torch.cat([part.bias.data for part in parts])
            self.out, self.first = bert.attention.output.dense, bert.attention.output.LayerNorm
            self.wide, self.narrow = bert.intermediate.dense, bert.output.dense
            self.second = bert.output.LayerNorm

        def forward(self, hidden: Any, far: Any) -> Any:
            batch, length, width = hidden.shape
            depth = width // self.heads
            split = self.together(hidden).view(batch, length, 3, self.heads, depth)
            query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
            likeness = query @ key.transpose(-1, -2) / depth ** 0.5 + far
            mixed = (likeness.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
            hidden = self.first(self.out(mixed) + hidden)
            inner = torch.nn.functional.gelu(self.wide(hidden))
            return self.second(self.narrow(inner) + hidden)

    return Layer()
