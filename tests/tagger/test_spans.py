"""Spans of whole words from the labels of pieces."""

from __future__ import annotations

import pytest

from align.tagger.run import Calibration, Token
from align.tagger.spans import evidence, judged_words, spots

CALIBRATION = Calibration(anchors=(-1.0, 0.0, 1.0))


def tokens(text: str, wrong: dict[str, float] | None = None,
           gap: dict[str, float] | None = None) -> tuple[Token, ...]:
    """Pieces of three characters, with the given trouble in those that start a given word."""
    found = []
    for start in range(0, len(text), 3):
        piece = text[start:start + 3]
        w = max((p for word, p in (wrong or {}).items()
                 if text.find(word) < start + 3 and start < text.find(word) + len(word)), default=0)
        g = max((p for word, p in (gap or {}).items()
                 if text.find(word) < start + 3 and start < text.find(word) + len(word)), default=0)
        found.append(Token(start, start + len(piece), "fine", w, g))
    return tuple(found)


def named(text: str, **trouble: dict[str, float]) -> list[tuple[str, str]]:
    return [(text[s.start:s.end], s.kind) for s in spots(text, tokens(text, **trouble), 0.2)]


def test_words_are_as_bad_as_their_worst_piece() -> None:
    text = "Mereka mengajukan pameran."
    seen = (Token(0, 6, "fine", 0.0, 0.0), Token(7, 12, "wrong", 0.1, 0.0),
            Token(12, 17, "wrong", 0.8, 0.0), Token(18, 25, "fine", 0.0, 0.0))
    assert [w.wrong for w in judged_words(text, seen)] == [0.0, 0.8, 0.0, 0.0]


def test_neighbouring_words_join() -> None:
    text = "Air itu sudah lama sekali naik."
    seen = tuple(Token(s, e, "added", 0.0, g) for s, e, g in
                 ((0, 3, 0), (4, 7, 0), (8, 13, .9), (14, 18, .2), (19, 25, .9), (26, 30, 0)))
    assert [(text[s.start:s.end], s.kind) for s in spots(text, seen, 0.1)] == [
        ("sudah lama sekali", "gap")]


def test_quotation_marks_are_not_underlined() -> None:
    text = "Ia berkata “aman” saja"
    seen = tuple(Token(s, e, "wrong", w, 0.0) for s, e, w in
                 ((0, 2, 0), (3, 10, 0), (11, 12, .9), (12, 16, .9), (16, 17, .9), (18, 22, 0)))
    assert [text[s.start:s.end] for s in spots(text, seen, 0.1)] == ["aman"]


def test_nothing_is_found_in_nothing() -> None:
    assert spots("", (), 0.0) == ()


def test_evidence_grows_with_either_doubt() -> None:
    assert evidence(0.9, 0.1) > evidence(0.5, 0.1) > evidence(0.5, 0.9)


@pytest.mark.parametrize(("at", "sure"), [(-1.0, 0.25), (0.0, 0.5), (0.5, 0.625), (1.0, 0.75)])
def test_confidence_passes_through_its_anchors(at: float, sure: float) -> None:
    assert CALIBRATION.confidence(at) == pytest.approx(sure)


def test_confidence_never_falls() -> None:
    values = [CALIBRATION.confidence(x / 10) for x in range(-90, 90)]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1
