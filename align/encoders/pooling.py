"""From a transformer's token states to one vector a text: poolings side by side, dense layers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from align.encoders.recipe import Dense, Recipe
from align.errors import SelarasError

Head = Callable[[Any, Any], Any]  # states (n, t, h) and mask (n, t) -> vectors (n, d), float32


def load_head(recipe: Recipe, skipped: int, device: str) -> Head:
    """The pooling and dense layers of a recipe, as one function of states and mask.

    Args:
        skipped: tokens at the front of every text that no pooling sees.

    Raises:
        SelarasError: a dense layer's weights are damaged.
    """
    import torch

    layers = [_load_dense(dense, device) for dense in recipe.dense]

    def head(states: Any, mask: Any) -> Any:
        if skipped:
            mask = mask.clone()
            mask[:, :skipped] = 0
        seen = mask.unsqueeze(-1).to(states.dtype)
        vectors = torch.cat([_POOLS[mode](states, seen) for mode in recipe.poolings], dim=1)
        for layer in layers:
            vectors = layer(vectors)
        return vectors

    return head


def _load_dense(dense: Dense, device: str) -> Callable[[Any], Any]:
    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        weights = load_file(dense.weights, device=device)
        matrix = weights["linear.weight"].float()
        bias = weights["linear.bias"].float() if "linear.bias" in weights else None
    except (OSError, KeyError, SafetensorError) as error:
        raise SelarasError(f"The dense layer {dense.weights.parent.name} of the encoder is "
                           f"damaged ({error}); fetch the model anew.") from error
    activation = getattr(torch.nn, dense.activation)()
    return lambda vectors: activation(torch.nn.functional.linear(vectors, matrix, bias))


def _cls(states: Any, seen: Any) -> Any:
    return _at(states, seen.argmax(dim=1))  # the first token seen: 0, or the one after the prompt


def _last(states: Any, seen: Any) -> Any:
    places = seen.new_tensor(range(seen.shape[1])).view(1, -1, 1)
    return _at(states, (seen * places).argmax(dim=1))


def _at(states: Any, places: Any) -> Any:
    return states.gather(1, places.unsqueeze(-1).expand(-1, 1, states.shape[2])).squeeze(1)


def _max(states: Any, seen: Any) -> Any:
    return states.masked_fill(seen == 0, -1e9).amax(dim=1)


def _mean(states: Any, seen: Any) -> Any:
    return (states * seen).sum(dim=1) / seen.sum(dim=1).clamp(min=1)


def _mean_sqrt(states: Any, seen: Any) -> Any:
    return (states * seen).sum(dim=1) / seen.sum(dim=1).clamp(min=1).sqrt()


def _weighted(states: Any, seen: Any) -> Any:
    """Mean with weights 1, 2, 3 … by place (SGPT, Muennighoff 2022)."""
    weight = seen * seen.new_tensor(range(1, seen.shape[1] + 1)).view(1, -1, 1)
    return (states * weight).sum(dim=1) / weight.sum(dim=1).clamp(min=1)


_POOLS: dict[str, Callable[[Any, Any], Any]] = {
    "cls": _cls,
    "max": _max,
    "mean": _mean,
    "mean_sqrt_len_tokens": _mean_sqrt,
    "weightedmean": _weighted,
    "lasttoken": _last,
}
