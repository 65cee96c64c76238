"""Word pieces: texts as piece ids, with the code points that each piece covers."""

from __future__ import annotations

import base64
import lzma
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

META = "▁"  # sentencepiece's sign for a space
BEGIN, PADDING, END, UNKNOWN = range(4)


@dataclass(frozen=True, slots=True)
class Pieces:
    """One text as piece ids, with the code points [start, end) each piece covers in it."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


class Vocabulary:
    """Splits text into pieces. Made from the bytes of a sentencepiece model.

    Words are split one by one and remembered: no piece crosses a space, and news repeats itself.
    """

    def __init__(self, model: bytes) -> None:
        from sentencepiece import SentencePieceProcessor

        self.model = model
        self._processor: Any = SentencePieceProcessor(model_proto=model)
        self._word = lru_cache(maxsize=1 << 16)(self._split_word)

    def __len__(self) -> int:
        return int(self._processor.get_piece_size())

    def split(self, text: str) -> Pieces:
        """Ids and spans of a text's pieces; a piece's span does not include the space before."""
        ids: list[int] = []
        spans: list[tuple[int, int]] = []
        for word in _WORD.finditer(text):
            at = word.start()
            pieces = self._word(word.group())
            ids.extend(pieces.ids)
            spans.extend((at + start, at + end) for start, end in pieces.spans)
        return Pieces(tuple(ids), tuple(spans))

    def _split_word(self, word: str) -> Pieces:
        pieces = self._processor.encode(word, out_type=str)
        ids = tuple(self._processor.encode(word, out_type=int))
        return Pieces(ids, _spans(word, pieces))


_WORD = re.compile(r"\S+")


def _spans(word: str, pieces: Sequence[str]) -> tuple[tuple[int, int], ...]:
    # Normalising may turn one character into several or join some; `origin` says whence each came.
    # Where that cannot be told character by character, every piece stands for the whole word.
    origin = [index for index, char in enumerate(word)
              for _ in unicodedata.normalize("NFKC", char)]
    if len("".join(pieces).removeprefix(META)) != len(origin):
        return ((0, len(word)),) * len(pieces)
    spans, at = [], 0
    for number, piece in enumerate(pieces):
        length = len(piece) - (number == 0 and piece.startswith(META))
        end = at + length
        spans.append((origin[at], origin[end - 1] + 1) if length else (0, 0))
        at = end
    return tuple(spans)


def pack_vocabulary(model: bytes) -> str:
    """A sentencepiece model as text for the metadata of the weights."""
    return base64.b85encode(lzma.compress(model, preset=9)).decode("ascii")


def unpack_vocabulary(text: str) -> bytes:
    """What `pack_vocabulary` packed."""
    return lzma.decompress(base64.b85decode(text))
