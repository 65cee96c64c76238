"""The nouns: Article, Sentence, Bead, Span, Flag, Review; and how they become JSON and return.

All are frozen, all compare by value. Offsets are code points. A `Review` is the whole result of
one comparison and is what `review.json` holds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal, TypeVar, get_args

from align.errors import SchemaError

SCHEMA = 2
READABLE = (1, 2)  # schemas that `from_json` understands

Category = Literal["omission", "addition", "mistranslation", "untranslated"]
Severity = Literal["critical", "major", "minor"]
Kind = Literal["match", "omission", "addition"]
Decision = Literal["accepted", "rejected", "open"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # gravest first


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of an article: `article.text[start:end] == text`.

    Paragraph 0 is the headline, if the article has a title.
    """

    text: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One story, cleaned. `text` begins with the title, if there is one; a blank line is between
    paragraphs.

    `published` and `updated` are ISO 8601 as far as the page states them (a date, or a date and
    time with zone). `source_mark` is the credit line as found ("Sumber : Reuters"). `provenance`
    holds where the bytes came from: `source`, `reader`, `sha256`, `charset` and the like.
    """

    title: str = ""
    byline: str = ""
    dateline: str = ""
    published: str = ""
    updated: str = ""
    url: str = ""
    language: str = ""
    source_mark: str = ""
    text: str = ""
    sentences: tuple[Sentence, ...] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Headline and body paragraphs, in order."""
        return tuple(line for line in self.text.split("\n") if line.strip())


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same: indices into both sides, empty on one side for a null.

    `score` is the calibrated probability that the bead is right.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    moved: bool = False
    score: float = 1.0

    @property
    def kind(self) -> Kind:
        if not self.target:
            return "omission"
        return "match" if self.source else "addition"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of one sentence's text."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One thing wrong in one bead, with its places on the sides where it shows.

    `check` names the file in `checks/` that spoke and `kind` what it saw ("sign lost"); `message`
    is English, `pesan` Indonesian; `suggestion` is Indonesian that could stand there, if one is
    known. `confidence` is the probability that a careful editor would mend the place, `evidence`
    what it was reckoned from. `id` is made from the content (naming.py), so it outlives a
    re-check.
    """

    id: str = ""
    bead: int
    category: Category
    check: str
    kind: str = ""
    severity: Severity
    confidence: float
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    message: str
    pesan: str = ""
    suggestion: str = ""
    evidence: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """The whole comparison of a rewrite (target) with its original (source).

    `flags` are shown; `quiet` were found too, but stay below the threshold.
    """

    signature: str
    original: Article
    rewrite: Article
    beads: tuple[Bead, ...]
    flags: tuple[Flag, ...]
    quiet: tuple[Flag, ...] = ()
    summary: Mapping[str, Any] = field(default_factory=dict)


# ---------------------------------------------------------------------------- JSON and back

T = TypeVar("T")


def to_json(thing: Any) -> Any:
    """Turn any noun into plain JSON values, in the shapes of the README.

    A span becomes `[sentence, start, end]`; a bead also states its `kind`; a review its `schema`.
    """
    if isinstance(thing, Span):
        return [thing.sentence, thing.start, thing.end]
    if is_dataclass(thing) and not isinstance(thing, type):
        plain = {f.name: to_json(getattr(thing, f.name)) for f in fields(thing)}
        if isinstance(thing, Bead):
            plain = {"source": plain["source"], "target": plain["target"], "kind": thing.kind,
                     "moved": thing.moved, "score": round(thing.score, 4)}
        if isinstance(thing, Flag):
            plain["confidence"] = round(thing.confidence, 4)
            plain["evidence"] = {name: round(value, 4) for name, value in thing.evidence.items()}
        if isinstance(thing, Review):
            plain = {"schema": SCHEMA, **plain}
        return plain
    if isinstance(thing, Mapping):
        return {str(key): to_json(value) for key, value in thing.items()}
    if isinstance(thing, (list, tuple)):
        return [to_json(item) for item in thing]
    return thing


def from_json(kind: type[T], plain: Any) -> T:
    """Build a noun from `to_json`'s output.

    Unknown keys are ignored, missing ones take their default.

    Raises:
        SchemaError: the value is not of that shape, points at what is not there, or is a review
            of another schema; the message names the wrong value by its path.
    """
    from align.validation import WrongValueError, build, demand_sound

    if kind is Review:
        _demand_schema(plain)
    try:
        built = build(kind, plain)
        if isinstance(built, Review):
            demand_sound(built)
    except WrongValueError as error:
        raise SchemaError(f"This is not a {kind.__name__} as Selaras writes it: {error}; make it "
                          "anew with 'selaras check'.") from error
    if isinstance(built, Review) and plain["schema"] == 1:
        from align.naming import named

        return named(built)  # type: ignore[return-value]
    assert isinstance(built, kind)
    return built


def dumps(thing: Any, *, indent: int | None = 1) -> str:
    """`to_json` as text: UTF-8 characters kept, no NaN, a line break at the end."""
    return json.dumps(to_json(thing), ensure_ascii=False, indent=indent, allow_nan=False) + "\n"


def loads(kind: type[T], text: str) -> T:
    """Read what `dumps` wrote.

    Raises:
        SchemaError: not JSON, or not of that shape.
    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"This is not JSON as Selaras writes it ({str(error)[:200]}); name a "
                          "file that Selaras wrote.") from error
    return from_json(kind, plain)


def _demand_schema(plain: Any) -> None:
    found = plain.get("schema") if isinstance(plain, dict) else None
    if type(found) is int and found in READABLE:
        return
    if type(found) is not int or abs(found) > 999:
        raise SchemaError(
            "This file has no Selaras schema number; name a review.json that "
            "'selaras check' wrote."
        )
    older = "an older" if found < SCHEMA else "a newer"
    mend = "run 'selaras check' again" if found < SCHEMA else "update Selaras"
    raise SchemaError(
        f"This review was written by {older} Selaras (schema {found}, this one reads "
        f"{READABLE[0]} to {SCHEMA}); {mend} to read it."
    )
