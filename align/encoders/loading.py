"""From a name to an encoder."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from align.encoders import Encoder
from align.encoders.cache import CachedEncoder
from align.errors import InputError

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
    if not name.strip():
        raise InputError("The encoder has no name; use 'bundled', a hub name or a folder.")
    if name != BUNDLED and not Path(name).is_dir() and get_close_matches(name.lower(), [BUNDLED]):
        raise InputError(f"There is no encoder '{name}'; did you mean '{BUNDLED}'?")
    if name == BUNDLED:
        if dtype not in (None, "float32"):
            raise InputError("The bundled encoder computes in float32 only; leave out the dtype.")
        from align.encoders.bundled import BundledEncoder

        return BundledEncoder()
    from align.encoders.transformer import TransformerEncoder

    encoder = TransformerEncoder(name, dtype or "float32")
    return CachedEncoder(encoder) if cache else encoder
