"""From plain JSON values to nouns, once and for all: a wrong value is named by its path.

    flags[3].source[0][1] is 99, the sentence has 42 characters

First the shape, by the types of the nouns' fields; then, of a whole review, what types cannot say:
that each index has what it points at, that a probability is one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from align.model import Article, Bead, Decision, Flag, Review, Span

DEEPEST = 32  # how deep the free values of a review may be nested
_SHOWN = 40  # characters of a wrong value that are told


class WrongValueError(ValueError):
    """A value is not what stands at its path: `str` gives both, `at` grows on the way out."""

    def __init__(self, said: str, at: str = "") -> None:
        super().__init__(said, at)
        self.said = said
        self.at = at

    def __str__(self) -> str:
        return f"{self.at.lstrip('.') or 'it'} {self.said}"


# ---------------------------------------------------------------------------------- the shape


def build(kind: Any, plain: Any) -> Any:
    """A noun, or a value of one of its fields' types, from its JSON.

    Raises:
        WrongValueError: the value, or one in it, is of another type.
    """
    origin = get_origin(kind)
    if kind is Span:
        return Span(*(build(int, each) for each in _listed(plain, 3)))
    if is_dataclass(kind):
        return _noun(kind, plain)
    if origin is tuple:
        return tuple(_at(f"[{i}]", get_args(kind)[0], each)
                     for i, each in enumerate(_listed(plain)))
    if kind is Mapping or origin is Mapping:
        return _mapping(get_args(kind)[1], plain)
    if origin is Literal:
        if not isinstance(plain, str) or plain not in get_args(kind):
            raise WrongValueError(f"is {shown(plain)}, none of {', '.join(get_args(kind))}")
        return plain
    if origin in (Union, UnionType):
        return None if plain is None else build(get_args(kind)[0], plain)
    return _scalar(kind, plain)


def shown(value: Any) -> str:
    """A value as an error message has room for."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _at(step: str, kind: Any, plain: Any) -> Any:
    try:
        return build(kind, plain)
    except WrongValueError as error:
        raise WrongValueError(error.said, step + error.at) from None


def _noun(kind: Any, plain: Any) -> Any:
    if not isinstance(plain, dict):
        raise WrongValueError(f"is {shown(plain)}, no object")
    hints = _hints(kind)
    found = {name: _at(f".{name}", hints[name], plain[name]) for name in hints if name in plain}
    try:
        return kind(**found)
    except TypeError as error:
        raise WrongValueError(f"lacks a value ({error})") from None


def _mapping(kind: Any, plain: Any) -> dict[str, Any]:
    if not isinstance(plain, dict):
        raise WrongValueError(f"is {shown(plain)}, no object")
    if kind is Any:
        _demand_shallow(plain)
        return dict(plain)
    return {name: _at(f".{name}", kind, value) for name, value in plain.items()}


def _listed(plain: Any, length: int | None = None) -> list[Any]:
    if not isinstance(plain, list):
        raise WrongValueError(f"is {shown(plain)}, no list")
    if length is not None and len(plain) != length:
        raise WrongValueError(f"has {len(plain)} values, not {length}")
    return plain


def _scalar(kind: Any, plain: Any) -> Any:
    if kind is float and type(plain) in (int, float):
        if not -1e300 < plain < 1e300:  # NaN, too, is not within
            raise WrongValueError(f"is {shown(plain)}, no finite number")
        return float(plain)
    if kind is Any or type(plain) is kind:
        return plain
    raise WrongValueError(f"is {shown(plain)}, no {_NAMES.get(kind, kind.__name__)}")


_NAMES = {int: "whole number", float: "number", str: "text", bool: "true or false"}


def _demand_shallow(plain: Any) -> None:
    """Raise for what is nested so deep that whoever walks through it would fall."""
    level, depth = [plain], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise WrongValueError(f"is nested more than {DEEPEST} deep")
        level = [inner for each in level for inner in
                 (each.values() if isinstance(each, dict) else each)
                 if isinstance(inner, dict | list)]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


# -------------------------------------------------------------------------- what types cannot say


def demand_sound(review: Review) -> None:
    """See that all that a review points at is there.

    Raises:
        WrongValueError: an index, a span, a probability or a decision that cannot be.
    """
    for name, article in (("original", review.original), ("rewrite", review.rewrite)):
        _demand_sentences(article, name)
    for i, bead in enumerate(review.beads):
        _demand_bead(bead, review, f"beads[{i}]")
    for name, flags in (("flags", review.flags), ("quiet", review.quiet)):
        for i, flag in enumerate(flags):
            _demand_flag(flag, review, f"{name}[{i}]")
    _demand_decisions(review)


def _demand_sentences(article: Article, name: str) -> None:
    for i, sentence in enumerate(article.sentences):
        at = f"{name}.sentences[{i}]"
        if article.text[max(sentence.start, 0):max(sentence.end, 0)] != sentence.text:
            raise WrongValueError(f"is not the text from {shown(sentence.start)} to "
                                  f"{shown(sentence.end)}", at)
        if sentence.paragraph < 0:
            raise WrongValueError(f"is {shown(sentence.paragraph)}, below 0", f"{at}.paragraph")


def _demand_bead(bead: Bead, review: Review, at: str) -> None:
    sides = (("source", bead.source, review.original), ("target", bead.target, review.rewrite))
    for name, numbers, article in sides:
        for i, number in enumerate(numbers):
            _demand_index(number, article.sentences, "sentence", f"{at}.{name}[{i}]")
    if not bead.source and not bead.target:
        raise WrongValueError("holds no sentence", at)
    _demand_probability(bead.score, f"{at}.score")


def _demand_flag(flag: Flag, review: Review, at: str) -> None:
    _demand_index(flag.bead, review.beads, "bead", f"{at}.bead")
    _demand_probability(flag.confidence, f"{at}.confidence")
    sides = (("source", flag.source, review.original), ("target", flag.target, review.rewrite))
    for name, spans, article in sides:
        for i, span in enumerate(spans):
            _demand_span(span, article, f"{at}.{name}[{i}]")


def _demand_span(span: Span, article: Article, at: str) -> None:
    _demand_index(span.sentence, article.sentences, "sentence", f"{at}[0]")
    length = len(article.sentences[span.sentence].text)
    for place, value in ((1, span.start), (2, span.end)):
        if not 0 <= value <= length:
            raise WrongValueError(f"is {shown(value)}, the sentence has {length} characters",
                                  f"{at}[{place}]")
    if span.start > span.end:
        raise WrongValueError(f"ends at {span.end}, before it begins", at)


def _demand_index(value: int, things: Sequence[Any], noun: str, at: str) -> None:
    if not 0 <= value < len(things):
        raise WrongValueError(f"is {shown(value)}, there are {len(things)} {noun}s", at)


def _demand_probability(value: float, at: str) -> None:
    if not 0 <= value <= 1 or math.isnan(value):
        raise WrongValueError(f"is {shown(value)}, no probability", at)


def _demand_decisions(review: Review) -> None:
    """Of reviews written before decisions had files of their own."""
    decisions = review.summary.get("decisions", {})
    if not isinstance(decisions, dict):
        raise WrongValueError(f"is {shown(decisions)}, no object", "summary.decisions")
    for name, value in decisions.items():
        at = f"summary.decisions[{shown(name)}]"
        if name not in _numbers(len(review.beads)):
            raise WrongValueError(f"names none of the {len(review.beads)} beads", at)
        if value not in get_args(Decision):
            raise WrongValueError(
                f"is {shown(value)}, none of {', '.join(get_args(Decision))}", at)


@cache
def _numbers(count: int) -> frozenset[str]:
    return frozenset(map(str, range(count)))
