"""What is said of two articles as wholes: how much they share, and what holds for all flags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.model import Article, Bead

_LITTLE = 0.1  # share of the rewrite below which two articles have nothing in common


def is_tuned(source: Article, target: Article) -> bool:
    """Whether all checks apply: English to Indonesian, or a language that could not be told."""
    return source.language in ("en", "") and target.language in ("id", "")


def coverage(target: Article, beads: Sequence[Bead]) -> float:
    """Share of the rewrite, in characters, that has a counterpart in the original."""
    lengths = [len(sentence.text) for sentence in target.sentences]
    matched = sum(lengths[j] for bead in beads if bead.kind == "match" for j in bead.target)
    return matched / max(sum(lengths), 1)


def notes(source: Article, target: Article, beads: Sequence[Bead]) -> Iterator[str]:
    """What is to be said at the head of a report: names in the catalogues' section `notes`."""
    if source.language == "id" and target.language == "en":
        yield "swapped"
    elif source.language == target.language and source.language:
        yield "one-language"
    elif not is_tuned(source, target):
        yield "other-languages"
    if len(target.paragraphs) == 1 and len(target.sentences) == 1:
        yield "short-rewrite"
    if len(source.paragraphs) == 1 and len(source.sentences) == 1:
        yield "short-original"
    if coverage(target, beads) < _LITTLE:
        yield "strangers"
