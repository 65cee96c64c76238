"""What reviewers did, as events: a line of JSON each, only ever appended.

An event says who did what to which flag or sentence pair, and when. Flags and pairs are named by
content (align/naming.py). Nothing is ever changed or taken out: undo is an event too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, get_args

from align.errors import InputError
from align.model import CATEGORIES, SEVERITIES

VERSION = 1
LONGEST = 30_000  # characters of a comment

Verb = Literal[
    "verdict",  # flag: "true", "false", "unsure", or "" to leave it open again
    "category", "severity",  # flag: what it should have been
    "comment",  # flag or bead: text, "" to take it away
    "add",  # flag: one that was missed, a mapping of category, severity, source, target
    "pair",  # bead: "accepted", "rejected", "open" (whatever its flags say), or "" (as they say)
    "looked",  # names of beads that were on screen long enough to be read
    "done",  # the article: true or false
    "link",  # beads split, merged or re-linked: see links.py
    "undo", "redo",  # the id of the event meant
]
VERBS: tuple[Verb, ...] = get_args(Verb)
VERDICTS = ("true", "false", "unsure", "")
PAIRS = ("accepted", "rejected", "open", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that one reviewer did.

    `id` is `session.number`, unique for ever; `at` ISO 8601 in UTC with microseconds; `by` the
    reviewer; `pair` the article pair; `flag` or `bead` what it is about, or neither; `shown` what
    the reviewer saw of it, so that it can still be understood when the texts have changed.
    """

    id: str
    at: str
    by: str
    pair: str
    verb: Verb
    value: Any = None
    flag: str = ""
    bead: str = ""
    shown: Mapping[str, Any] = field(default_factory=dict)
    signature: str = ""
    v: int = VERSION

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Events are folded by time, writer and sequence; the session breaks what ties remain."""
        session, _, number = self.id.rpartition(".")
        return self.at, self.by, int(number), session


def line(event: Event) -> bytes:
    """The event as one line of ASCII JSON, so that no text in it can break the line."""
    plain = {"v": event.v, "id": event.id, "at": event.at, "by": event.by, "pair": event.pair}
    plain |= {"flag": event.flag} if event.flag else {}
    plain |= {"bead": event.bead} if event.bead else {}
    plain |= {"verb": event.verb, "value": event.value}
    plain |= {"shown": dict(event.shown)} if event.shown else {}
    plain |= {"signature": event.signature} if event.signature else {}
    return json.dumps(plain, ensure_ascii=True, allow_nan=False,
                      separators=(",", ":")).encode() + b"\n"


def event(plain: Any) -> Event:
    """An event from its JSON values.

    Raises:
        InputError: it is none, or one of a later version.
    """
    if not isinstance(plain, dict):
        raise InputError("A decision is an object with id, at, by, pair and verb.")
    if plain.get("v") != VERSION:
        raise InputError(f"This decision is of version {plain.get('v')!r}, this Selaras reads "
                         f"{VERSION}; update Selaras to use it.")
    texts = {name: plain.get(name, "") for name in
             ("id", "at", "by", "pair", "verb", "flag", "bead", "signature")}
    if wrong := next((name for name, text in texts.items() if not isinstance(text, str)), ""):
        raise InputError(f"A decision's {wrong} is a text, not {texts[wrong]!r}.")
    shown = plain.get("shown", {})
    made = Event(**texts, value=plain.get("value"), shown=shown if isinstance(shown, dict) else {})
    _demand(made)
    return made


def now(after: str = "") -> str:
    """The time, in UTC; never at or before `after`, even where the clock was set back."""
    time = datetime.now(UTC)
    if after:
        time = max(time, datetime.fromisoformat(after) + timedelta(microseconds=1))
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _demand(made: Event) -> None:
    """Raise if the event is not one that the fold understands."""
    session, _, number = made.id.rpartition(".")
    if not (session and number.isascii() and number.isdigit() and len(made.id) <= 64):
        raise InputError(f"A decision's id is session.number, not {made.id[:80]!r}.")
    if not made.by.strip() or len(made.by) > 200:
        raise InputError("A decision needs a reviewer's name of at most 200 characters.")
    try:
        aware = datetime.fromisoformat(made.at).utcoffset() is not None and made.at.endswith("Z")
    except ValueError:
        aware = False
    if not (aware and len(made.at) == 27):
        raise InputError(f"A decision's time is like {now()}, not {made.at[:80]!r}.")
    if not _fits(made):
        raise InputError(f"A decision cannot have the verb {made.verb[:40]!r} with the value "
                         f"{str(made.value)[:80]!r}.")


def _fits(made: Event) -> bool:
    value, about_flag, about_bead = made.value, bool(made.flag), bool(made.bead)
    match made.verb:
        case "verdict":
            return about_flag and value in VERDICTS
        case "category":
            return about_flag and value in CATEGORIES
        case "severity":
            return about_flag and value in SEVERITIES
        case "comment":
            return about_flag != about_bead and isinstance(value, str) and len(value) <= LONGEST
        case "add":
            return about_flag and about_bead and _is_added(value)
        case "pair":
            return about_bead and value in PAIRS
        case "looked":
            return isinstance(value, list) and all(isinstance(name, str) for name in value)
        case "done":
            return isinstance(value, bool)
        case "link":
            return isinstance(value, dict)
        case _:
            return made.verb in VERBS and isinstance(value, str)


def _is_added(value: Any) -> bool:
    return (isinstance(value, dict) and value.get("category") in CATEGORIES
            and value.get("severity") in SEVERITIES
            and all(isinstance(value.get(side), str) for side in ("source", "target")))
