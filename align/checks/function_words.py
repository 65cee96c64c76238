"""Function words: because must not become although, most not all, until not after, has not will.

Flags a class of function words that the source calls for and that another of its group stands for
(of relation, of quantity, of tense …), one that is called for and missing, and one
that nothing calls for. Must not flag: what translators say for each other (but as meskipun, when as
saat or setelah); how usual each is, the model behind `Analysis.expectations` has learnt.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.analysis.expectations import Exchange, Missing, Unforeseen
from align.checks import Analysis, Finding, check
from align.mentions.function_words import groups

EXCHANGED = 3.0  # log odds from which an exchange is a finding
LOST = 2.5       # the same of a class that is called for and missing
GAINED = -5.0    # and those below which a word is called for by nothing
# Groups of which one may also be lost or gained alone; the others have readers of their own.
_ALONE = frozenset(("relation", "quantity", "degree", "tense", "aspect", "past", "repetition"))

_NO_RIVALS = frozenset(("past",))  # pernah and mantan do not stand for each other


@check("expectations")
def function_words(pair: Analysis) -> Iterable[Finding]:
    """An exchange a group, then what is lost or gained in the groups that have none."""
    told = pair.expectations
    exchanges = [one for one in told.exchanges
                 if one.odds >= EXCHANGED and groups()[one.missing.name] not in _NO_RIVALS]
    done = {groups()[one.missing.name] for one in exchanges}
    lost = next((one for one in told.missing if one.odds >= LOST and _alone(one.name, done)), None)
    gained = next((one for one in told.unforeseen
                   if one.odds <= GAINED and _alone(one.word.name, done)), None)
    return [*map(_exchanged, exchanges), *([_lost(lost)] if lost else []),
            *([_gained(gained)] if gained else [])]


def _alone(name: str, done: set[str]) -> bool:
    return groups()[name] in _ALONE - done


def _exchanged(one: Exchange) -> Finding:
    return Finding(
        f"{groups()[one.missing.name]}-word-changed", "mistranslation",
        ((one.missing.start, one.missing.end),), ((one.instead.word.start, one.instead.word.end),),
        evidence={"exchanged": one.odds, "exchange_usual": one.usual})


def _lost(one: Missing) -> Finding:
    return Finding(f"{groups()[one.name]}-word-lost", "omission",
                   source=((one.start, one.end),))


def _gained(one: Unforeseen) -> Finding:
    return Finding(f"{groups()[one.word.name]}-word-gained", "addition",
                   target=((one.word.start, one.word.end),))
