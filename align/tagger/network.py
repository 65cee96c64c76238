"""The network: the base encoder over both sides at once, a label for each piece, one pair score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from align.tagger.base import Base
from align.tagger.data import Example
from align.tagger.vocabulary import PADDING

LABELS = 3  # fine, wrong, missing or added


def build(base: Base, attention: str = "sdpa") -> Any:
    """A `torch.nn.Module`: (ids, sides, mask), each (batch, length) -> two tensors of logits.

    Token logits are (batch, length, 3); pair logits (batch,), above 0 where faithful. The pair
    score reads the first piece and the strongest sign of trouble anywhere in the pair.
    """
    import torch
    from transformers import BertConfig, BertModel

    class Tagger(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            config: Any = BertConfig
            self.encoder = BertModel(config(
                vocab_size=len(base.tensors["embeddings.word_embeddings.weight"]),
                hidden_size=base.hidden, num_hidden_layers=base.layers,
                num_attention_heads=base.heads, intermediate_size=base.inner,
                max_position_embeddings=base.positions, type_vocab_size=2,
                layer_norm_eps=base.epsilon, hidden_dropout_prob=0.0,
                attention_probs_dropout_prob=0.0, attn_implementation=attention,
            ), add_pooling_layer=False)
            self.token = torch.nn.Linear(base.hidden, LABELS)
            self.mix = torch.nn.Linear(2 * base.hidden, base.hidden)
            self.pair = torch.nn.Linear(base.hidden, 1)

        def forward(self, ids: Any, sides: Any, mask: Any) -> tuple[Any, Any]:
            hidden = self.encoder(input_ids=ids, token_type_ids=sides,
                                  attention_mask=mask).last_hidden_state
            peak = (hidden + (mask.unsqueeze(-1) - 1.0) * 1e4).amax(dim=1)
            both = torch.cat([hidden[:, 0], peak], dim=-1)
            return self.token(hidden), self.pair(torch.tanh(self.mix(both))).squeeze(-1)

    network = Tagger()
    state = {name: torch.from_numpy(np.array(value)) for name, value in base.tensors.items()}
    types = "embeddings.token_type_embeddings.weight"
    first = state[types][:1]
    # Both sides begin as the base knows text; only a nudge tells them apart, training the rest.
    state[types] = torch.cat([first, first + 0.02 * torch.randn(first.shape)])
    network.encoder.load_state_dict(state, strict=False)
    return network


def tensors(examples: Sequence[Example]) -> dict[str, Any]:
    """Padded int64 tensors `ids`, `sides`, `labels` and float `mask`, `faithful` of a batch."""
    import torch

    width = max(len(example.ids) for example in examples)

    def padded(name: str, filler: int) -> Any:
        return torch.tensor([[*(row := getattr(example, name)), *[filler] * (width - len(row))]
                             for example in examples])

    ids = padded("ids", PADDING)
    return {"ids": ids, "sides": padded("sides", 1), "labels": padded("labels", -100),
            "mask": (ids != PADDING).float(),
            "faithful": torch.tensor([float(example.faithful) for example in examples])}


def loss(network: Any, batch: dict[str, Any], wrong_weight: float = 2.0) -> Any:
    """Cross entropy of the pieces (errors weighed up) plus half that of the pair."""
    import torch

    token, pair = network(batch["ids"], batch["sides"], batch["mask"])
    weights = torch.tensor([1.0, wrong_weight, wrong_weight])
    pieces = torch.nn.functional.cross_entropy(
        token.flatten(0, 1), batch["labels"].flatten(), weight=weights, ignore_index=-100)
    whole = torch.nn.functional.binary_cross_entropy_with_logits(pair, batch["faithful"])
    return pieces + 0.5 * whole
