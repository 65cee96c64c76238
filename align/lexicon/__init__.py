"""The English–Indonesian lexicon: what a word may become, how often it did, and its senses.

Two tables are read. `models/lexicon.tsv.gz` (`source target news other from`) is made by `selaras
train lexicon`; `polysemes.tsv`, beside this file, is our own list of English news words with their
senses kept apart. models/MODELS.md says what may be done with the first.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from align import models
from align.errors import InputError
from align.text.en.morphology import lemmas
from align.text.id.morphology import kin, neutral

TECHNICAL = 0.2   # what a sighting outside the news weighs
ENOUGH = 5.0      # sightings of a form after which its lemma is not asked
# What a row weighs without any sighting, by who lists it: the trust in each list.
_TRUST = {"ours": 1.0, "freedict": 0.5, "tico": 0.5, "cldr": 0.5, "omw": 0.1, "induced": 0.1}
_BY_HAND = frozenset({"ours", "freedict", "tico"})  # lists that translators made, word by word


@dataclass(frozen=True, slots=True)
class Translation:
    """One target word or phrase. `seen`: weighed sightings; `p`: its share of the source word."""

    target: str
    p: float
    seen: float
    origin: tuple[str, ...]

    @property
    def by_hand(self) -> bool:
        """Whether a list that translators made has it."""
        return not _BY_HAND.isdisjoint(self.origin)


@dataclass(frozen=True, slots=True)
class Sense:
    """Translations that mean one thing; `gloss` says which, in English, empty if unknown.

    `cues` are what around the word tells this sense: see cues.py.
    """

    gloss: str
    targets: tuple[str, ...]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)  # compared by identity: what it says of a pair is kept by it
class Lexicon:
    """Look up English words, in any inflection and case; rows are parsed when first asked for."""

    rows: dict[str, str]                       # source → its lines, unparsed
    polysemes: dict[str, tuple[Sense, ...]]
    _known: dict[str, tuple[Translation, ...]] = field(default_factory=dict, repr=False)
    _told: dict[str, tuple[Sense, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, path: Path | None = None) -> Lexicon:
        """The shipped lexicon, or the one at `path` (a file `build` wrote).

        Raises:
            InputError: the file is not a lexicon.
        """
        return _shipped() if path is None else cls(_index(path.read_bytes(), str(path)),
                                                   _polysemes())

    def entries(self, word: str) -> tuple[Translation, ...]:
        """All translations of a word or phrase, likeliest first; empty if it is unknown."""
        word = word.lower().replace("’", "'")
        if word not in self._known:
            self._known[word] = self._gather(word)
        return self._known[word]

    def translations(self, word: str) -> list[tuple[str, float]]:
        """(target, probability) likeliest first; the probabilities sum to 1."""
        return [(entry.target, entry.p) for entry in self.entries(word)]

    def senses(self, word: str) -> tuple[Sense, ...]:
        """The word's senses: the listed ones, then one for every family of other translations."""
        if word not in self._told:
            self._told[word] = self._senses(word)
        return self._told[word]

    def _senses(self, word: str) -> tuple[Sense, ...]:
        listed = self._listed(word)
        senses = list(listed)
        families: list[list[str]] = []
        told = [target for sense in listed for target in sense.targets]
        for entry in self.entries(word):
            if any(alike(entry.target, target) for target in told):
                continue
            for family in families:
                if alike(entry.target, family[0]):
                    family.append(entry.target)
                    break
            else:
                families.append([entry.target])
        return (*senses, *(Sense("", tuple(family)) for family in families))

    def _listed(self, word: str) -> tuple[Sense, ...]:
        for form in lemmas(word):
            if form in self.polysemes:
                return self.polysemes[form]
        return ()

    def _gather(self, word: str) -> tuple[Translation, ...]:
        weights: dict[str, list[float]] = {}
        origins: dict[str, set[str]] = {}
        total = 0.0
        for form in lemmas(word) if " " not in word else (word,):
            for target, seen, origin in _parse(self.rows.get(form, "")):
                weight = weights.setdefault(target, [0.0, 0.0])
                weight[0] += seen
                weight[1] = max(weight[1], _TRUST.get(origin[0], 0.1))
                origins.setdefault(target, set()).update(origin)
                total += seen
            if total >= ENOUGH:
                break
        for sense in self._listed(word):
            for target in sense.targets:
                weights.setdefault(target, [0.0, 0.0])[1] = _TRUST["ours"]
                origins.setdefault(target, set()).add("ours")
        mass = sum(seen + trust for seen, trust in weights.values()) or 1.0
        found = [Translation(target, (seen + trust) / mass, seen, tuple(sorted(origins[target])))
                 for target, (seen, trust) in weights.items()]
        return tuple(sorted(found, key=lambda entry: (-entry.p, entry.target)))


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two translations are forms of the same word or phrase."""
    first, second = one.split(), other.split()
    return len(first) == len(second) and all(
        a == b or neutral(a) == neutral(b) or kin(a, b)
        for a, b in zip(first, second, strict=True))


def _parse(lines: str) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    for line in lines.splitlines():
        target, news, other, origin = line.split("\t")
        trusted = sorted(origin.split(","), key=lambda name: -_TRUST.get(name, 0.0))
        yield target, float(news) + TECHNICAL * float(other), tuple(trusted)


def _index(packed: bytes, name: str) -> dict[str, str]:
    try:
        text = gzip.decompress(packed).decode("utf-8")
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"{name} cannot be read as a lexicon ({error}); make it with "
                         "'selaras train lexicon'.") from error
    header, _, body = text.partition("\n")
    if header != "source\ttarget\tnews\tother\tfrom":
        raise InputError(f"{name} is not a lexicon; make one with 'selaras train lexicon'.")
    rows: dict[str, str] = {}
    for line in body.splitlines():
        source, _, rest = line.partition("\t")
        rows[source] = rows[source] + "\n" + rest if source in rows else rest
    return rows


@cache
def _shipped() -> Lexicon:
    return Lexicon(_index(models.path("lexicon.tsv.gz").read_bytes(), "lexicon.tsv.gz"),
                   _polysemes())


@cache
def _polysemes() -> dict[str, tuple[Sense, ...]]:
    text = files(__package__).joinpath("polysemes.tsv").read_text("utf-8")
    table: dict[str, tuple[Sense, ...]] = {}
    for line in text.splitlines():
        word, gloss, targets, cues = line.split("\t")
        sense = Sense(gloss, tuple(targets.split(", ")), tuple(cues.split(", ")) if cues else ())
        table[word] = (*table.get(word, ()), sense)
    return table
