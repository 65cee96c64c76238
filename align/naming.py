"""Names made from content: what a flag or a bead is called, whatever its place in the list.

A name is a hash of what the thing says, never of where it stands, so a decision on it still finds
it after the pair was checked again, a paragraph was put in or another flag went away.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from align.model import Article, Bead, Flag, Review, Span

_LENGTH = 16  # hex digits: 64 bits, no clash to be feared in any corpus


def bead_names(review: Review) -> tuple[str, ...]:
    """A name for each bead: of the text of both sides, and which one it is of those alike."""
    seen: Counter[str] = Counter()
    return tuple(_nth(_digest(*_texts(review, bead)), seen) for bead in review.beads)


def flag_names(review: Review, flags: Sequence[Flag]) -> tuple[str, ...]:
    """A name for each flag: of check, kind, category, both bead texts and the words it marks.

    Args:
        flags: flags on the review's beads, in their order; equal ones are numbered.
    """
    seen: Counter[str] = Counter()
    texts = [_texts(review, bead) for bead in review.beads]
    return tuple(_nth(_digest(flag.check, flag.kind, flag.category, *texts[flag.bead],
                              _marked(review.original, flag.source),
                              _marked(review.rewrite, flag.target)), seen) for flag in flags)


def named(review: Review) -> Review:
    """The review with the name of each of its flags, shown and quiet."""
    flags = (*review.flags, *review.quiet)
    named_flags = [replace(flag, id=name)
                   for flag, name in zip(flags, flag_names(review, flags), strict=True)]
    shown = len(review.flags)
    return replace(review, flags=tuple(named_flags[:shown]), quiet=tuple(named_flags[shown:]))


def _texts(review: Review, bead: Bead) -> tuple[list[str], list[str]]:
    return ([review.original.sentences[i].text for i in bead.source],
            [review.rewrite.sentences[j].text for j in bead.target])


def _marked(article: Article, spans: Sequence[Span]) -> list[str]:
    return [article.sentences[span.sentence].text[span.start:span.end] for span in spans]


def _digest(*parts: object) -> str:
    packed = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()[:_LENGTH]


def _nth(digest: str, seen: Counter[str]) -> str:
    """The digest, numbered from the second alike on."""
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
