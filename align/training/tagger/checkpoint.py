"""Checkpoints of a training: saved whole or not at all, gone on from by the same recipe alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from align.errors import InputError

CHECKPOINT = "checkpoint.pt"


def checkpoint(folder: Path) -> dict[str, Any]:
    """What `save` wrote: `network`, `optimizer`, `recipe`, and how far the training was.

    Raises:
        InputError: the folder holds none.
    """
    import torch

    path = folder / CHECKPOINT
    if not path.exists():
        raise InputError(f"'{folder}' holds no checkpoint to start from; name another folder.")
    state: dict[str, Any] = torch.load(path, weights_only=True)
    return state


def save(path: Path, network: Any, optimizer: Any, recipe: str, at: dict[str, Any]) -> None:
    """Write a checkpoint; a stop while writing does not cost the older one."""
    import torch

    fresh = path.with_suffix(".new")
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(),
                "recipe": recipe, **at}, fresh)
    fresh.replace(path)


def resumed(path: Path, network: Any, optimizer: Any, recipe: str) -> dict[str, Any]:
    """Fill network and optimiser from the checkpoint at `path`; how far it was, zeros without one.

    Raises:
        InputError: the checkpoint is of another recipe.
    """
    if not path.exists():
        return {"step": 0, "pool": 0, "skip": 0, "pairs": 0, "seconds": 0.0}
    state = checkpoint(path.parent)
    if state["recipe"] != recipe:
        raise InputError(f"'{path}' is of another recipe; name an empty folder to begin anew.")
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return state
