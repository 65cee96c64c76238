"""Made errors and fair variations: one function per kind, in a table with how often it is drawn.

Each maker is given a `Material` (a clean pair, its words and their links) and answers with edits,
or none where the pair offers nothing for it.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from align.training.tagger.errors import (
    concepts,
    deeds,
    facts,
    fair,
    matched,
    phrases,
    polarity,
    roles,
    senses,
)
from align.training.tagger.errors.edit import Draft, Edit, apply, clean, compatible, inverse
from align.training.tagger.errors.material import Maker, Material

Several = Callable[[Material, Random], tuple[Edit, ...]]
Kinds = dict[str, tuple[float, Several]]


def _one(make: Maker) -> Several:
    def several(pair: Material, rng: Random) -> tuple[Edit, ...]:
        edit = make(pair, rng)
        return (edit,) if edit else ()

    return several


# kind: (how often, maker). Word choice leads, for that is what careless translation gets wrong.
ERRORS: Kinds = {
    "sense": (20, _one(senses.wrong_sense)),
    "listed sense": (18, _one(senses.listed_sense)),
    "neighbour": (9, _one(senses.neighbour)),
    "literal": (14, _one(senses.word_for_word)),
    "untranslated": (5, _one(senses.left_in_source)),
    "polarity": (9, _one(concepts.swapped("polarity"))),
    "modality": (8, _one(concepts.swapped("modality"))),
    "certainty": (6, _one(concepts.swapped("certainty"))),
    "hedge": (5, _one(concepts.swapped("hedge"))),
    "relation": (2, _one(concepts.swapped("relation"))),
    "date": (2, _one(concepts.swapped("date"))),
    "unit": (1, _one(concepts.swapped("number"))),
    "title": (2, _one(concepts.swapped("name"))),
    "speech": (2, _one(concepts.swapped("attribution"))),
    "person": (2, _one(concepts.swapped("role"))),
    "dropped hedge": (4, _one(concepts.dropped)),
    "negation": (5, _one(polarity.negation)),
    "number": (2, _one(facts.number)),
    "name": (3, _one(facts.name)),
    "speaker": (3, _one(facts.speaker)),
    "voice": (6, _one(roles.voice)),
    "swapped names": (6, _one(roles.swapped_names)),
    "swapped parties": (8, _one(roles.swapped_parties)),
    "reversed roles": (5, deeds.reversed_roles),
    "wrong speaker": (3, deeds.wrong_speaker),
    "phrase": (12, _one(phrases.phrase)),
    "conjunct": (3, _one(phrases.conjunct)),
    "foreign phrase": (8, _one(phrases.foreign_phrase)),
    "foreign sentence": (2, _one(phrases.foreign_sentence)),
    "other sentence": (1, _one(phrases.other_sentence)),
    "other fact": (2, matched.disagreeing),
    "one-sided fact": (2, matched.one_sided),
}

FAIR: Kinds = {
    "synonym": (10, _one(fair.synonym)),
    "same sense": (8, _one(fair.same_sense)),
    "without filler": (4, _one(fair.without_filler)),
    "with filler": (4, _one(fair.with_filler)),
    "quotes": (3, _one(fair.quotes)),
    "fronted": (4, _one(fair.fronted)),
    "speaker first": (3, _one(fair.speaker_first)),
    "short form": (2, _one(fair.short_form)),
    "pronoun": (3, _one(fair.pronoun)),
    "ending": (1, _one(fair.ending)),
    "same fact": (6, matched.agreeing),
    "same deed": (9, deeds.rightly),
    "reattributed": (3, matched.reattributed),
}

__all__ = ["ERRORS", "FAIR", "Draft", "Edit", "Kinds", "Material", "apply", "clean",
           "compatible", "inverse"]
