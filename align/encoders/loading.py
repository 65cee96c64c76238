"""From a name to an encoder."""

from __future__ import annotations

from align.encoders import Encoder
from align.errors import SelarasError

BUNDLED = "bundled"


def load(name: str = BUNDLED, *, dtype: str | None = None, cache: bool = True) -> Encoder:
    """Load an encoder.

    Args:
        name: "bundled", a model's name on the hub ("sentence-transformers/LaBSE"), or a folder.
        dtype: "float32" or "bfloat16" for a model of the hub or a folder.
        cache: keep the vectors of such a model on disk. The bundled encoder is quicker than the
            disk is worth, and is never cached.

    Raises:
        SelarasError: no such model, or it cannot be read.
        MissingExtraError: a model other than the bundled one, without torch and transformers.
    """
    if name == BUNDLED:
        from align.encoders.bundled import BundledEncoder

        return BundledEncoder()
    raise SelarasError(f"There is no encoder '{name}'; use 'bundled'.")
