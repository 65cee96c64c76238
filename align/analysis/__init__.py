"""All that is known of a pair, computed once and for a whole batch together.

Checks and decisions are functions of an `Analysis`; nothing after this room encodes a text, asks
the tagger or searches an article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from align.analysis import contrast, undertranslation
from align.analysis.expectations import Expectations, expectations
from align.analysis.idioms import Idiom, lost_idioms
from align.analysis.likeness import Texts
from align.analysis.links import Linked, linked
from align.analysis.side import Side as Side
from align.analysis.substitutions import Substitution
from align.analysis.undertranslation import Unrendered
from align.encoders import Encoder
from align.lexicon import Lexicon
from align.lexicon.logistic import shipped
from align.lexicon.terms import Glossary
from align.tagger.run import Tagged, Tagger

Features = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Pair:
    """What is to be analysed: the two sides of a bead, one of them empty for a null.

    `bead` is the probability that the two belong together, None where nobody aligned them;
    `published` the ISO day that the rewrite or else the original ran, empty if unknown.
    """

    source: Side
    target: Side
    bead: float | None = None
    published: str = ""

    @classmethod
    def of(cls, source: str, target: str) -> Pair:
        """A lone sentence pair, English and Indonesian."""
        return cls(Side(source, "en"), Side(target, "id"))


@dataclass(frozen=True, slots=True)
class Tools:
    """What an analysis may use. Without an encoder or a tagger their word is missing from it.

    `glossary` holds the terms that the user wants rendered in a certain way.
    """

    encoder: Encoder | None = None
    tagger: Tagger | None = None
    glossary: Glossary = field(default_factory=Glossary)


@dataclass(frozen=True, slots=True)
class Vectored:
    """What sentence vectors tell of a pair.

    `cosine` is the likeness of both texts on the bundled encoder's scale; `substitutions` are
    other translations that might stand in the target, `unrendered` phrases of one side that no
    word of the other renders, both with their features.
    """

    cosine: float
    substitutions: tuple[tuple[Substitution, Features], ...] = ()
    unrendered: tuple[tuple[Unrendered, Features], ...] = ()


@dataclass(frozen=True, eq=False)
class Analysis:
    """A pair, read. `vectored` and `tagged` are None where no encoder or tagger could tell.

    `links` is None where they have not been needed yet.
    """

    pair: Pair
    glossary: Glossary = field(default_factory=Glossary, repr=False)
    vectored: Vectored | None = None
    tagged: Tagged | None = None
    links: Linked | None = field(default=None, repr=False)

    @property
    def source(self) -> Side:
        """The English side."""
        return self.pair.source

    @property
    def target(self) -> Side:
        """The Indonesian side."""
        return self.pair.target

    @property
    def published(self) -> str:
        """The ISO day that the rewrite or else the original ran, empty if unknown."""
        return self.pair.published

    @cached_property
    def linked(self) -> Linked:
        """The words of both sides, and which renders which."""
        return self.links if self.links is not None else _linked(self.pair, self.tagged)

    @cached_property
    def expectations(self) -> Expectations:
        """Function words that the source calls for, held against those of the target."""
        return expectations(self.source.text, self.target.text)

    @cached_property
    def idioms(self) -> tuple[Idiom, ...]:
        """Idioms of the source that are rendered word by word, or by nothing."""
        return tuple(lost_idioms(self.linked))


def analyse(pairs: Sequence[Pair], tools: Tools | None = None) -> list[Analysis]:
    """The analysis of each pair, in order: one call of the encoder and one of the tagger for all.

    A pair with an empty side is given to neither.
    """
    tools = tools or Tools()
    whole = [at for at, pair in enumerate(pairs) if pair.source and pair.target]
    vectored: dict[int, Vectored] = {}
    tagged: dict[int, Tagged] = {}
    links: dict[int, Linked] = {}
    if tools.tagger and whole:
        seen = tools.tagger.tag([(pairs[at].source.text, pairs[at].target.text) for at in whole])
        tagged = dict(zip(whole, seen, strict=True))
    if tools.encoder and whole:
        links = {at: _linked(pairs[at], tagged.get(at)) for at in whole}
        told = _vectored([pairs[at] for at in whole], list(links.values()), tools.encoder)
        vectored = dict(zip(whole, told, strict=True))
    return [Analysis(pair, tools.glossary, vectored.get(at), tagged.get(at), links.get(at))
            for at, pair in enumerate(pairs)]


def _linked(pair: Pair, tagged: Tagged | None) -> Linked:
    return linked(pair.source.text, pair.target.text, Lexicon.load(), tagged)


def _vectored(pairs: Sequence[Pair], links: Sequence[Linked],
              encoder: Encoder) -> list[Vectored]:
    texts, lexicon, weights = Texts(), Lexicon.load(), shipped("contrast")
    sides = [(texts.add(pair.source.text), texts.add(pair.target.text)) for pair in pairs]
    others = [contrast.plan(known, pair.source.article.text if pair.source.article else "",
                            lexicon, texts, weights)
              for pair, known in zip(pairs, links, strict=True)]
    gaps = [undertranslation.plan(known, texts) for known in links]
    likeness = texts.encoded(encoder)
    return [Vectored(
        likeness.near(*places),
        tuple((plan.swap, contrast.features(plan, likeness)) for plan in some),
        tuple((plan.found, undertranslation.features(plan, likeness)) for plan in lost))
        for places, some, lost in zip(sides, others, gaps, strict=True)]
