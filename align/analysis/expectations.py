"""Function words that the source calls for and the target lacks; those that nothing calls for."""

from __future__ import annotations

from dataclasses import dataclass

from align.lexicon.expected import Expectation, shipped
from align.mentions.function_words import FunctionWord, groups, read_function_words

LONG = 2000  # code points of either text from which it is no sentence


@dataclass(frozen=True, slots=True)
class Missing:
    """A class of function words that the target has not, though `source[start:end]` calls for it.

    `odds` are the log odds that a rendering has one.
    """

    name: str
    start: int
    end: int
    odds: float


@dataclass(frozen=True, slots=True)
class Unforeseen:
    """A function word of the target, and the log odds that a rendering has one of its class."""

    word: FunctionWord
    odds: float


@dataclass(frozen=True, slots=True)
class Exchange:
    """What may have taken the place of what is missing.

    `odds` are those for the missing class less those for the other; `usual` the log odds that the
    other stands where the missing one was called for.
    """

    missing: Missing
    instead: Unforeseen
    odds: float
    usual: float


@dataclass(frozen=True, slots=True)
class Expectations:
    """The likeliest missing class and least likely word of the target come first."""

    missing: tuple[Missing, ...] = ()
    unforeseen: tuple[Unforeseen, ...] = ()
    exchanges: tuple[Exchange, ...] = ()


def expectations(source: str, target: str, least: float = -2.0) -> Expectations:
    """What an English text lets expect of the function words of its rendering.

    Args:
        least: log odds below which a class is not called for.
    """
    if max(len(source), len(target)) >= LONG:
        return Expectations()
    model = shipped()
    odds = model.odds(source, target)
    stated = read_function_words(target)
    there = {word.name for word in stated}
    missing = sorted((Missing(name, *span, value) for name, value in odds.items()
                      if value > least and name not in there
                      and (span := model.calling(source, name))),
                     key=lambda one: -one.odds)
    unforeseen = sorted((Unforeseen(word, odds[word.name]) for word in stated),
                        key=lambda one: one.odds)
    return Expectations(tuple(missing), tuple(unforeseen),
                        tuple(_exchanges(missing, unforeseen, model)))


def _exchanges(missing: list[Missing], unforeseen: list[Unforeseen], model: Expectation
               ) -> list[Exchange]:
    """The best of each group, best first."""
    best: dict[str, Exchange] = {}
    for lost in missing:
        group = groups()[lost.name]
        for word in unforeseen:
            if groups()[word.word.name] != group:
                continue
            one = Exchange(lost, word, lost.odds - word.odds,
                           model.usual(lost.name, word.word.name))
            if group not in best or one.odds > best[group].odds:
                best[group] = one
    return sorted(best.values(), key=lambda one: -one.odds)
