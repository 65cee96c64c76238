"""Events to what they amount to: one reviewer's opinion, and the joint verdict on each pair.

`fold` is a function of the set of events: the order of files and lines, and events that occur
twice, change nothing. Events are taken by (time, writer, sequence); `undo` takes out an event of
the same writer, `redo` puts it back; of what is left the last word on a thing counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from align.model import Review
from align.naming import bead_names
from align.review.events import Event

PairVerdict = Literal["accepted", "rejected", "open"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One reviewer's word on one flag. Empty is what was left as the check said it.

    `shown` is what the reviewer saw; `added` is true of a flag that the reviewer put in.
    """

    verdict: str = ""
    category: str = ""
    severity: str = ""
    comment: str = ""
    bead: str = ""
    at: str = ""
    shown: Mapping[str, Any] = field(default_factory=dict)
    added: bool = False


@dataclass(frozen=True, slots=True)
class PairWord:
    """One reviewer's word on one sentence pair, whatever its flags say."""

    verdict: str = ""
    comment: str = ""
    at: str = ""
    shown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opinion:
    """All that one reviewer has said of one article pair, by the names of flags and beads.

    `done` is when the article was last marked done, empty while it is not; `links` are the events
    that changed beads, in order; `live` the ids of events that are not undone.
    """

    flags: Mapping[str, Judgement] = field(default_factory=dict)
    pairs: Mapping[str, PairWord] = field(default_factory=dict)
    looked: frozenset[str] = frozenset()
    done: str = ""
    links: tuple[Event, ...] = ()
    live: frozenset[str] = frozenset()


def fold(events: Iterable[Event]) -> dict[str, Opinion]:
    """The opinion of each reviewer, by name, in alphabetical order.

    Args:
        events: those on one article pair, in any order, perhaps some of them twice.
    """
    lines: dict[str, dict[str, Event]] = {}
    for event in events:
        own = lines.setdefault(event.by, {})
        known = own.get(event.id)
        if known is None or _key(event) < _key(known):
            own[event.id] = event
    return {by: _opinion(sorted(lines[by].values(), key=_key)) for by in sorted(lines)}


def verdict_of_pair(flags: Iterable[tuple[str, str]], *, said: str = "", looked: bool = False,
                    done: bool = False) -> PairVerdict:
    """Whether a sentence pair may go into the corpus, from one reviewer's words.

    What the reviewer said of the pair itself counts first. Else a true flag graver than minor
    rejects it. Else, once the article is done, it is accepted if all its flags are false, or if
    it has none and was looked at. All else is open: an undecided, unsure or true but minor flag.

    Args:
        flags: `(verdict, severity)` of each flag of the pair, shown or put in by the reviewer.
        said: "accepted", "rejected" or "open"; empty where the reviewer said nothing of it.
    """
    judged = tuple(flags)
    if said:
        return cast(PairVerdict, said)
    if any(verdict == "true" and severity != "minor" for verdict, severity in judged):
        return "rejected"
    clean = all(verdict == "false" for verdict, _ in judged) if judged else looked
    return "accepted" if done and clean else "open"


def pair_verdicts(review: Review, opinion: Opinion) -> dict[str, PairVerdict]:
    """One reviewer's verdict on each bead, by its content name; see `verdict_of_pair`."""
    names = bead_names(review)
    flags: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    for flag in review.flags:
        if not 0 <= flag.bead < len(names):
            continue
        word = opinion.flags.get(flag.id, Judgement())
        flags[names[flag.bead]].append((word.verdict, word.severity or flag.severity))
    shown = {flag.id for flag in review.flags}
    quiet = {flag.id: flag for flag in review.quiet if 0 <= flag.bead < len(names)}
    for name, word in opinion.flags.items():
        if name in shown:
            continue
        if name in quiet and word.verdict:
            found = quiet[name]
            flags[names[found.bead]].append((word.verdict, word.severity or found.severity))
        elif word.added and word.bead in flags:
            flags[word.bead].append((word.verdict, word.severity))
    return {name: verdict_of_pair(
        flags[name], said=opinion.pairs.get(name, PairWord()).verdict,
        looked=name in opinion.looked, done=bool(opinion.done)) for name in names}


def joint(review: Review, opinions: Mapping[str, Opinion]) -> dict[str, PairVerdict]:
    """The verdict of all reviewers together on each bead, by its content name.

    Reviewers who left a pair open leave it to the others. Those who decided must agree; if they
    do not, the pair is open, until one of them, after both were done, says otherwise: the last
    such word counts.
    """
    each = {by: pair_verdicts(review, opinion) for by, opinion in opinions.items()}
    return {name: _joined(name, each, opinions) for name in bead_names(review)}


def _joined(name: str, each: Mapping[str, Mapping[str, PairVerdict]],
            opinions: Mapping[str, Opinion]) -> PairVerdict:
    said = {by: verdicts[name] for by, verdicts in each.items() if verdicts[name] != "open"}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    if said and all(opinions[by].done for by in said):
        both = max(opinions[by].done for by in said)
        late = [(word.at, by) for by in said
                if (word := opinions[by].pairs.get(name, PairWord())).verdict and word.at > both]
        if late:
            return said[max(late)[1]]
    return "open"


def _key(event: Event) -> tuple[Any, ...]:
    return (*event.order, repr(event))


def _opinion(events: list[Event]) -> Opinion:
    """What one writer's events, in order, amount to."""
    dead: set[str] = set()
    for event in events:
        if event.verb == "undo":
            dead.add(event.value)
        elif event.verb == "redo":
            dead.discard(event.value)
    flags: dict[str, Judgement] = {}
    pairs: dict[str, PairWord] = {}
    looked: set[str] = set()
    done = ""
    links = []
    acts = [event for event in events if event.id not in dead
            and event.verb not in ("undo", "redo")]
    for event in acts:
        if event.verb == "done":
            done = event.at if event.value else ""
        elif event.verb == "looked":
            looked.update(event.value)
        elif event.verb == "link":
            links.append(event)
        elif event.flag:
            flags[event.flag] = _judged(flags.get(event.flag, Judgement()), event)
        elif event.bead:
            pairs[event.bead] = _worded(pairs.get(event.bead, PairWord()), event)
    return Opinion(flags, pairs, frozenset(looked), done, tuple(links),
                   frozenset(event.id for event in acts))


def _judged(word: Judgement, event: Event) -> Judgement:
    word = replace(word, at=event.at, shown=event.shown or word.shown,
                   bead=event.bead or word.bead)
    match event.verb:
        case "verdict":
            return replace(word, verdict=event.value)
        case "category":
            return replace(word, category=event.value)
        case "severity":
            return replace(word, severity=event.value)
        case "comment":
            return replace(word, comment=event.value)
        case "add":
            return replace(word, verdict="true", added=True, category=event.value["category"],
                           severity=event.value["severity"],
                           shown={**event.shown, **event.value})
    return word


def _worded(word: PairWord, event: Event) -> PairWord:
    word = replace(word, at=event.at, shown=event.shown or word.shown)
    if event.verb == "pair":
        return replace(word, verdict=event.value)
    return replace(word, comment=event.value) if event.verb == "comment" else word
