"""Word pieces: a sentencepiece model cut to the languages at hand, and texts as piece ids.

Cutting a unigram vocabulary never changes a text whose best pieces are all kept, so the cut keeps
every piece seen in given texts, all single characters, and the likeliest Latin remainder.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from align.tagger.base import SPECIAL

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


def model_bytes(pieces: Sequence[str], scores: Sequence[float]) -> bytes:
    """A sentencepiece unigram model with these pieces, the four special ones first.

    Text is normalised as XLM-R's is (`nmt_nfkc`), with a space put before it.
    """
    schema = _schema()
    if tuple(pieces[:4]) != SPECIAL:
        raise ValueError(f"a vocabulary begins with {' '.join(SPECIAL)}")
    model = schema.ModelProto()
    kind = schema.ModelProto.SentencePiece
    for row, (piece, score) in enumerate(zip(pieces, scores, strict=True)):
        sort = kind.UNKNOWN if row == UNKNOWN else kind.CONTROL if row < 4 else kind.NORMAL
        model.pieces.add(piece=piece, score=score, type=sort)
    model.trainer_spec.model_type = schema.TrainerSpec.UNIGRAM
    model.trainer_spec.vocab_size = len(pieces)
    ids = {"bos_id": BEGIN, "pad_id": PADDING, "eos_id": END, "unk_id": UNKNOWN}
    for name, value in ids.items():
        setattr(model.trainer_spec, name, value)
    for name, piece in zip(("bos", "pad", "eos", "unk"), SPECIAL, strict=True):
        setattr(model.trainer_spec, f"{name}_piece", piece)
    model.normalizer_spec.CopyFrom(_normalizer())
    return bytes(model.SerializeToString())


def _schema() -> Any:
    # Compiled from sentencepiece's own message format; without types.
    return import_module("sentencepiece.sentencepiece_model_pb2")


def _normalizer() -> Any:
    # The compiled rule table comes out of sentencepiece itself, by training a model on nothing.
    import io

    from sentencepiece import SentencePieceTrainer

    out = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c d e f"]), model_writer=out, vocab_size=12,
        model_type="unigram", normalization_rule_name="nmt_nfkc", hard_vocab_limit=False,
        minloglevel=2)
    return _schema().ModelProto.FromString(out.getvalue()).normalizer_spec


def kept_rows(pieces: Sequence[str], scores: Sequence[float], texts: Iterable[str],
              size: int) -> list[int]:
    """Rows of a base vocabulary to keep: at most `size`, in their old order.

    First the special rows and Latin, digit and punctuation characters, then pieces by how often
    `texts` use them, then other single characters and Latin pieces by likelihood.
    """
    seen = _count(pieces, scores, texts)
    rows = [row for row in range(4, len(pieces)) if not _is_special(pieces[row])]
    order = sorted(rows, key=lambda row: (not _is_plain(pieces[row]), -seen[row],
                                          not _is_latin(pieces[row]), -scores[row]))
    return [0, 1, 2, 3, *sorted(order[:size - 4])]


def _count(pieces: Sequence[str], scores: Sequence[float], texts: Iterable[str]) -> Counter[int]:
    whole = Vocabulary(model_bytes(pieces, scores))
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(whole.split(text).ids)
    return seen


def _is_special(piece: str) -> bool:
    return piece.startswith("<") and piece.endswith(">") and len(piece) > 2


def _is_plain(piece: str) -> bool:
    # What any news text may hold once: never spelled as unknown, whatever the counts say.
    bare = piece.lstrip(META)
    return len(bare) <= 1 and all(ord(char) < 0x250 or 0x2000 <= ord(char) < 0x20D0
                                  for char in bare)


def _is_latin(piece: str) -> bool:
    return all(unicodedata.name(char, "").startswith("LATIN") for char in piece.lstrip(META))
