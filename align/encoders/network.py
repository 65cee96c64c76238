"""The forward pass of the bundled encoder: token ids to sums of token features, sums to vectors.

Architecture (Universal Sentence Encoder, multilingual, version 3, the convolutional model): each
token's embedding beside three convolution branches, layer norm, a sum over the text's tokens, and
a small dense head on the sum. Because text enters the head as a sum, runs of texts can be pooled
from the sums of their parts.

Threads are Python's, one batch each, with the matrix library held to one thread per batch: the
element-wise steps then share the cores too, and threads never wait for one another on busy cores.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from threadpoolctl import ThreadpoolController

from align.encoders.cores import cores
from align.encoders.tokentable import GAP, Ids, TokenTable, kinds
from align.encoders.weights import CHANNELS, EMBEDDING, Branch, Floats, Weights

CONTEXT = 4  # a token's features depend on this many tokens to either side
FEATURES = EMBEDDING + 3 * CHANNELS

_BATCH = 640  # tokens: wide enough for full speed in products, small enough for the core's cache
_FILL = 384  # new token ids taken through the first layers at once
_ROUND = 16384  # tokens between two looks at the table
_LONG = 512  # tokens beyond which a text is convolved in overlapping pieces
_MARGIN = 2  # gap rows between pieces: the reach of one convolution


@dataclass(frozen=True, slots=True)
class Piece:
    """Token ids convolved together. `cuts` (start, stop, into) say which sums they enter."""

    ids: Ids
    cuts: tuple[tuple[int, int, int], ...]


def cut_pieces(ids: Ids, cuts: Sequence[tuple[int, int, int]]) -> Iterator[Piece]:
    """One piece, or several overlapping by what the convolutions see, for a long text."""
    for start in range(0, len(ids), _LONG):
        stop = min(start + _LONG, len(ids))
        left = max(0, start - CONTEXT)
        within = [(max(first, start) - left, min(last, stop) - left, into)
                  for first, last, into in cuts]
        yield Piece(ids[left:stop + CONTEXT], tuple(cut for cut in within if cut[0] < cut[1]))


class Network:
    """Sums and head over one set of weights; may be called from several threads."""

    def __init__(self, weights: Weights) -> None:
        self.table = TokenTable(weights)
        self._weights = weights
        self._output = weights.output * weights.gain[:, None]
        self._output_bias = weights.shift @ weights.output + weights.output_bias
        self._blas = ThreadpoolController()
        self._turn = threading.Lock()
        self._threads = cores()

    def sums(self, pieces: Sequence[Piece], count: int) -> Floats:
        """Sums of normalised token features, shape (count, 1280), of the cuts of all pieces.

        A piece must hold fewer tokens than the table has room for.
        """
        total = np.zeros((count, FEATURES), dtype=np.float32)
        with (self._turn, self._blas.limit(limits=1, user_api="blas"),
              ThreadPoolExecutor(self._threads) as pool):
            for group in _batches(pieces, _ROUND):
                self._round(group, total, pool)
        return total

    def project(self, sums: Floats, tokens: Floats) -> Floats:
        """Sums of output states, shape (n, 512), from feature sums and their numbers of tokens."""
        with self._turn, self._blas.limit(limits=1, user_api="blas"):
            states = sums @ self._output
        states += tokens[:, None] * self._output_bias
        return states

    def head(self, states: Floats, tokens: Floats) -> Floats:
        """Unit vectors, shape (n, 512), of summed output states over `tokens` tokens each."""
        dense = self._weights.dense
        with self._turn, self._blas.limit(limits=1, user_api="blas"):
            pooled = states / np.sqrt(tokens)[:, None]
            first = np.maximum(pooled @ dense["d0"], 0)
            second = np.maximum(pooled @ dense["p1"] + first @ dense["d1"], 0)
            third = np.maximum(second @ dense["d2"], 0)
            vectors = np.tanh(second @ dense["p3"] + third @ dense["d3"])
        length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        vectors /= np.maximum(length, np.sqrt(self._weights.epsilon))[:, None]
        return vectors

    def _round(self, pieces: Sequence[Piece], total: Floats, pool: ThreadPoolExecutor) -> None:
        ids = np.concatenate([piece.ids for piece in pieces])
        if len(pieces) > 1 and len(kinds(ids)) > self.table.capacity:
            middle = len(pieces) // 2
            self._round(pieces[:middle], total, pool)
            self._round(pieces[middle:], total, pool)
            return
        self._meet(ids, pool)
        batches = list(_batches(pieces, _BATCH))
        for batch, sums in zip(batches, pool.map(self._convolve, batches), strict=True):
            cuts = (cut for piece in batch for cut in piece.cuts)
            for (_, _, into), part in zip(cuts, sums, strict=True):
                total[into] += part

    def _meet(self, ids: Ids, pool: ThreadPoolExecutor) -> None:
        new = self.table.missing(ids)
        blocks = [new[start:start + _FILL] for start in range(0, len(new), _FILL)]
        rows = [self.table.reserve(block) for block in blocks]
        list(pool.map(self.table.fill, blocks, rows))

    def _convolve(self, pieces: Sequence[Piece]) -> Floats:
        """Feature sums of every cut of these pieces, shape (cuts, 1280)."""
        rows, kept = _lay_out(pieces, self.table)
        gaps = rows == GAP
        features = np.empty((len(kept), FEATURES), dtype=np.float32)
        features[:, :EMBEDDING] = self.table.embedding[rows[kept]]
        for number, branch in enumerate(self._weights.branches):
            left = EMBEDDING + number * CHANNELS
            hidden = self._first_convolution(rows, number, branch)
            hidden[gaps] = 0
            _second_convolution(hidden, kept, branch, features[:, left:left + CHANNELS])
        mean, inverse = self._moments(rows[kept], features)
        lengths = [stop - start for piece in pieces for start, stop, _ in piece.cuts]
        sums = np.empty((len(lengths), FEATURES), dtype=np.float32)
        at = 0
        for total, length in zip(sums, lengths, strict=True):
            span = slice(at, at + length)
            np.matmul(inverse[span], features[span], out=total)
            total -= inverse[span] @ mean[span]
            at += length
        return sums

    def _first_convolution(self, ids: Ids, number: int, branch: Branch) -> Floats:
        """Hidden states, shape (tokens, 256): sums of what each place of the window gives."""
        padded = np.pad(ids, _MARGIN, constant_values=GAP)
        hidden = np.zeros((len(ids), CHANNELS), dtype=np.float32)
        share = np.empty_like(hidden)
        for place, slot in enumerate(self.table.slots[number]):
            start = _MARGIN + place - branch.left
            hidden += np.take(slot, padded[start:start + len(ids)], axis=0, out=share, mode="clip")
        np.maximum(hidden, 0, out=hidden)
        hidden += np.take(self.table.states[number], ids, axis=0, out=share, mode="clip")
        return hidden

    def _moments(self, ids: Ids, features: Floats) -> tuple[Floats, Floats]:
        """Mean and inverse deviation of each token's features, the layer norm's two numbers."""
        branches = features[:, EMBEDDING:]
        known = self.table.moments[ids]
        mean = (known[:, 0] + branches.sum(axis=1)) / FEATURES
        square = (known[:, 1] + np.einsum("ij,ij->i", branches, branches)) / FEATURES
        return mean, 1 / np.sqrt(square - mean * mean + np.float32(self._weights.epsilon))


def _second_convolution(hidden: Floats, kept: Ids, branch: Branch, out: Floats) -> None:
    """The branch's features of the kept tokens alone; the others were only their context."""
    padded = np.zeros((len(hidden) + branch.width - 1, CHANNELS), dtype=np.float32)
    padded[branch.left:branch.left + len(hidden)] = hidden
    windows = sliding_window_view(padded.reshape(-1), branch.width * CHANNELS)[::CHANNELS]
    np.matmul(windows[kept], branch.second, out=out)
    out += branch.second_bias
    np.maximum(out, 0, out=out)
    out += hidden[kept]


def _lay_out(pieces: Sequence[Piece], table: TokenTable) -> tuple[Ids, Ids]:
    """Table rows of all tokens, a gap after each piece; places of the tokens in any cut."""
    rows = np.full(sum(len(piece.ids) + _MARGIN for piece in pieces), GAP, dtype=np.intp)
    kept: list[Ids] = []
    at = 0
    for piece in pieces:
        rows[at:at + len(piece.ids)] = table.rows(piece.ids)
        kept.extend(np.arange(at + start, at + stop) for start, stop, _ in piece.cuts)
        at += len(piece.ids) + _MARGIN
    return rows, np.concatenate(kept)


def _batches(pieces: Iterable[Piece], tokens: int) -> Iterator[list[Piece]]:
    """Consecutive pieces of about so many tokens together, at least one piece each."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        if batch and size + len(piece.ids) > tokens:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.ids)
    if batch:
        yield batch
