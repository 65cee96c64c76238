"""A sentencepiece vocabulary cut to the languages at hand.

Cutting a unigram vocabulary never changes a text whose best pieces are all kept, so the cut keeps
every piece seen in given texts, all single characters, and the likeliest Latin remainder.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from align.tagger.vocabulary import BEGIN, END, META, PADDING, UNKNOWN, Vocabulary
from align.training.tagger.base import SPECIAL


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
