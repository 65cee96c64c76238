"""The dot-plot of an alignment: an inline SVG, one path per kind of mark.

Rows are the original's sentences from the top, columns the rewrite's from the left, one unit a
sentence, so that the drawing stays small for any length.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder
from align.errors import InputError
from align.model import Bead, Review
from align.report.png import ink

Similarity = npt.NDArray[np.floating]

INK = 90  # of 255: how dark the strongest similarity is
PIXELS = 240  # the ground is sampled down to at most this many pixels a side
INSET = 0.2  # of a sentence: how much smaller than its cells a bead is drawn
EDGE = 0.02  # of the longer side: how far the bars of omissions and additions stand out

# Colours hold where no style sheet reaches (a saved SVG, a bare notebook cell).
_HAIR = 'vector-effect="non-scaling-stroke"'
_PATHS = (
    ("omission", 'fill="#2a62ab"'),
    ("addition", 'fill="#20714a"'),
    ("path", f'fill="none" stroke="#777" {_HAIR}'),
    ("match", f'fill="#444" stroke="#444" {_HAIR}'),
    ("moved", f'fill="none" stroke="#7a5000" stroke-width="2" {_HAIR}'),
)


def dotplot(review: Review, similarity: Similarity | None = None) -> str:
    """Draw the beads of a review as one `<svg>` element.

    Args:
        similarity: shape (original sentences, rewrite sentences), any float; drawn as the ground,
            sampled down to at most `PIXELS` a side by the strongest cell of each block.

    Raises:
        InputError: the matrix has another shape.
    """
    height, width = len(review.original.sentences), len(review.rewrite.sentences)
    ground = "" if similarity is None else _ground(similarity, height, width)
    edge = max(height, width, 1) * EDGE
    drawn = {
        "omission": _bars((b.source for b in review.beads if b.kind == "omission"), edge, False),
        "addition": _bars((b.target for b in review.beads if b.kind == "addition"), edge, True),
        "path": _line([b for b in review.beads if b.kind == "match" and not b.moved]),
        "match": _boxes(b for b in review.beads if b.kind == "match" and not b.moved),
        "moved": _boxes(b for b in review.beads if b.kind == "match" and b.moved),
    }
    paths = "".join(
        f'<path class="{name}" {look} d="{drawn[name]}"/>' for name, look in _PATHS if drawn[name]
    )
    box = " ".join(map(_n, (-2 * edge, -2 * edge, width + 3 * edge, height + 3 * edge)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dotplot" viewBox="{box}" role="img" '
        f'aria-label="{height} × {width}">'
        f'<rect class="frame" width="{width}" height="{height}" fill="none" stroke="#999" '
        f'{_HAIR}/>{ground}{paths}</svg>'
    )


def similarity(review: Review, encoder: Encoder) -> Similarity:
    """Dot products of every sentence with every other, shape (original, rewrite), for `dotplot`.

    A review does not hold this: it grows with the product of the lengths.
    """
    source, target = (
        encoder.encode([sentence.text for sentence in article.sentences])
        for article in (review.original, review.rewrite)
    )
    return np.asarray(source @ target.T)


def _ground(similarity: Similarity, height: int, width: int) -> str:
    matrix = np.asarray(similarity, dtype=np.float64)
    if matrix.shape != (height, width):
        raise InputError(
            f"The similarity matrix has shape {matrix.shape}, the review {height} × {width} "
            "sentences; give one row per sentence of the original, one column per sentence of "
            "the rewrite."
        )
    if not matrix.size:
        return ""
    small = _strongest(_strongest(np.nan_to_num(matrix), PIXELS).T, PIXELS).T
    # The bulk of unrelated pairs is the paper: only what stands out of it gets ink.
    low, high = np.quantile(small, 0.5), small.max()
    strength = np.clip((small - low) / max(high - low, 1e-9), 0, 1) ** 2
    image = base64.b64encode(ink(np.round(INK * strength).astype(np.uint8))).decode()
    return (
        f'<image class="ground" width="{width}" height="{height}" preserveAspectRatio="none" '
        f'image-rendering="pixelated" href="data:image/png;base64,{image}"/>'
    )


def _strongest(matrix: npt.NDArray[np.float64], most: int) -> npt.NDArray[np.float64]:
    """Rows gathered into at most `most` blocks, the maximum of each."""
    rows = len(matrix)
    if rows <= most:
        return matrix
    starts = np.arange(most) * rows // most
    gathered: npt.NDArray[np.float64] = np.maximum.reduceat(matrix, starts, axis=0)
    return gathered


def _boxes(beads: Iterable[Bead]) -> str:
    """A square for each bead, a little smaller than its cells, so that the ground shows.

    A bead in pieces has one for each piece.
    """
    return "".join(
        f"M{_n(columns[0] + INSET)} {_n(rows[0] + INSET)}h{_n(_reach(columns) - 2 * INSET)}"
        f"v{_n(_reach(rows) - 2 * INSET)}H{_n(columns[0] + INSET)}z"
        for b in beads for rows in _pieces(b.source) for columns in _pieces(b.target)
    )


def _pieces(numbers: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Runs of neighbours among rising numbers."""
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] > numbers[at - 1] + 1:
            yield numbers[start:at]
            start = at


def _bars(sides: Iterable[tuple[int, ...]], edge: float, across: bool) -> str:
    low, depth = _n(-1.5 * edge), _n(edge)
    if across:
        return "".join(f"M{s[0]} {low}h{_reach(s)}v{depth}H{s[0]}z" for s in sides)
    return "".join(f"M{low} {s[0]}v{_reach(s)}h{depth}V{s[0]}z" for s in sides)


def _line(beads: Sequence[Bead]) -> str:
    """The way from the middle of each match to the middle of the next."""
    middles = (f"{_n(b.target[0] + _reach(b.target) / 2)} {_n(b.source[0] + _reach(b.source) / 2)}"
               for b in sorted(beads, key=lambda b: b.source))
    way = "L".join(middles)
    return f"M{way}" if way else ""


def _reach(numbers: tuple[int, ...]) -> int:
    return numbers[-1] + 1 - numbers[0]


def _n(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
