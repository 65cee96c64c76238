"""Selaras: is an Indonesian news story faithful to the English original it was made from?

    import align
    review = align.check("rewrite.txt", original="original.txt")

Names are imported on first use, so that `import align` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from align._version import __version__

if TYPE_CHECKING:
    from align.corpus import corpus
    from align.model import Article, Bead, Flag, Review, Sentence, Span
    from align.pipeline import check, load
    from align.review.frames import decisions

__all__ = ["Article", "Bead", "Flag", "Review", "Sentence", "Span", "__version__", "check",
           "corpus", "decisions", "load"]

_ROOMS = {"check": "align.pipeline", "corpus": "align.corpus",
          "decisions": "align.review.frames", "load": "align.pipeline"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'align' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_ROOMS.get(name, "align.model")), name)
