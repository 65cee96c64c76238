"""The nouns to JSON and back: what `review.json` and every other file of ours holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from align.errors import SchemaError
from align.model import Bead, Flag, Review, Span
from align.naming import named
from align.validation import WrongValueError, build, demand_sound

SCHEMA = 2
READABLE = (1, 2)  # schemas that `from_json` understands

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
            if not thing.messages:
                del plain["messages"]
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
