"""Making activations fit for int8: some channels are a hundred times larger than the rest.

SmoothQuant (Xiao et al. 2023): divide each input channel of a matrix by a scale and multiply the
matrix's column by it, so that the product stays and the large channels shrink. Without it the few
large channels leave the others two or three of the 256 steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

SHARE = 0.7  # how much of the largeness goes over into the weights


def smoothed(network: Any, batches: Sequence[dict[str, Any]]) -> Any:
    """Replace the layers' matrices, in place, by ones that scale their input first.

    Args:
        network: as `shipped` makes it.
        batches: as `tensors` makes them: some dozens of typical pairs, to see how large each
            channel gets.
    """
    import torch

    peaks: dict[str, Any] = {}

    def watch(name: str) -> Any:
        def hook(_: Any, inputs: Any, __: Any) -> None:
            peak = inputs[0].detach().abs().flatten(0, -2).amax(0)
            peaks[name] = torch.maximum(peaks[name], peak) if name in peaks else peak
        return hook

    hooks = [module.register_forward_hook(watch(name)) for name, module in _matrices(network)]
    with torch.no_grad():
        for batch in batches:
            network(batch["ids"], batch["sides"])
    for hook in hooks:
        hook.remove()
    for name, module in list(_matrices(network)):
        parent, _, own = name.rpartition(".")
        setattr(network.get_submodule(parent), own, _scaled(module, peaks[name]))
    return network


def _matrices(network: Any) -> Iterator[tuple[str, Any]]:
    import torch

    for name, module in network.named_modules():
        if name.startswith(("lower.", "upper.")) and isinstance(module, torch.nn.Linear):
            yield name, module


def _scaled(linear: Any, peak: Any) -> Any:
    """The same linear map as a module that first divides its input's channels by their scale."""
    import torch

    class Scaled(torch.nn.Module):
        inverse: Any

        def __init__(self) -> None:
            super().__init__()
            weight = linear.weight.detach().abs().amax(0).clamp(min=1e-5)
            scale = (peak.clamp(min=1e-5) ** SHARE / weight ** (1 - SHARE)).clamp(min=1e-3)
            self.register_buffer("inverse", 1 / scale)
            self.linear = linear
            linear.weight.data = linear.weight.data * scale

        def forward(self, hidden: Any) -> Any:
            return self.linear(hidden * self.inverse)

    return Scaled()
