"""Vectors of runs of neighbouring texts, from the token sums of their parts.

The bundled network sums its token features before a small head, so a run's sum is put together
from its texts' sums. Only the tokens within `CONTEXT` of a join look different in a run than in
the text alone, where they see begin and end markers; these few are convolved a second time,
across the join. A run's vector is then that of its texts joined by spaces, up to rounding, unless
a text inside is shorter than the context.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoders import Vectors
from align.encoders.network import CONTEXT, Network, Piece, cut_pieces
from align.encoders.tokentable import Ids
from align.encoders.weights import EMBEDDING, Floats

_BLOCK = 512  # texts whose sums are held at once
_REACH = 6  # tokens kept on each side of a join: two short of exact, cosine 0.99999 instead of 1
_PARTS = 4  # of a text: begin, body, end, and the join with the next one


def joined_windows(tokens: Sequence[Ids], size: int, network: Network) -> Vectors:
    """Unit vectors of shape (size, len(tokens), 512) of runs of 1 to `size` texts.

    Args:
        tokens: ids of each text between its begin and end markers.
        size: the longest run.
    """
    states = _part_states(tokens, network)
    begin, body, end, join = states
    inner = np.array([len(ids) - 2 for ids in tokens], dtype=np.float32)
    windows = np.zeros((size, len(tokens), EMBEDDING), dtype=np.float32)
    run, length = begin + body, inner + 2
    for more in range(min(size, len(tokens))):
        starts = len(tokens) - more
        if more:
            run = run[:starts] + join[more - 1:-1] + body[more:]
            length = length[:starts] + inner[more:]
        windows[more, :starts] = network.head(run + end[more:], length)
    return windows


def _part_states(tokens: Sequence[Ids], network: Network) -> Floats:
    """Output states, shape (4, texts, 512), of begin, body, end and following join."""
    states = np.empty((_PARTS, len(tokens), EMBEDDING), dtype=np.float32)
    for start in range(0, len(tokens), _BLOCK):
        block = tokens[start:start + _BLOCK]
        following = [*tokens[start + 1:start + _BLOCK + 1], None][:len(block)]
        pieces: list[Piece] = []
        counts = np.zeros((len(block), _PARTS), dtype=np.float32)
        for row, (ids, after) in enumerate(zip(block, following, strict=True)):
            cuts = [(*span, row * _PARTS + part) for part, span in enumerate(_spans(ids))]
            if after is not None:
                crossing, cut = _crossing(ids, after)
                pieces.append(Piece(crossing, ((*cut, row * _PARTS + 3),)))
                counts[row, 3] = cut[1] - cut[0]
            pieces.extend(cut_pieces(ids, cuts))
            counts[row, :3] = [stop - first for first, stop, _ in cuts]
        sums = network.sums(pieces, counts.size)
        projected = network.project(sums, counts.reshape(-1)).reshape(-1, _PARTS, EMBEDDING)
        states[:, start:start + len(block)] = projected.swapaxes(0, 1)
    return states


def _edges(ids: Ids) -> tuple[int, int]:
    """How many tokens next to the begin and end marker are told apart from the body."""
    inner = len(ids) - 2
    last = min(CONTEXT, inner // 2)
    return min(CONTEXT, inner - last), last


def _spans(ids: Ids) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    """Begin with its marker, body, end with its marker, as spans of the ids."""
    first, last = _edges(ids)
    stop = len(ids) - 1 - last
    return (0, 1 + first), (1 + first, stop), (stop, len(ids))


def _crossing(ids: Ids, after: Ids) -> tuple[Ids, tuple[int, int]]:
    """Tokens on both sides of a join, and the span of those that stand in for the two edges."""
    left, right = ids[1:-1][-_REACH:], after[1:-1][:_REACH]
    return np.concatenate([left, right]), (len(left) - _edges(ids)[1],
                                           len(left) + _edges(after)[0])
