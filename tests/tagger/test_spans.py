"""Spans of whole words from the labels of pieces."""

from __future__ import annotations

import pytest

from align.analysis import Analysis, Pair
from align.checks import Finding
from align.checks.meaning import meaning
from align.tagger.run import Calibration, Tagged, Token
from align.tagger.spans import counterpart, evidence, judged_words, spots

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
    assert counterpart("", ()) is None


def test_evidence_grows_with_either_doubt() -> None:
    assert evidence(0.9, 0.1) > evidence(0.5, 0.1) > evidence(0.5, 0.9)


@pytest.mark.parametrize(("at", "sure"), [(-1.0, 0.25), (0.0, 0.5), (0.5, 0.625), (1.0, 0.75)])
def test_confidence_passes_through_its_anchors(at: float, sure: float) -> None:
    assert CALIBRATION.confidence(at) == pytest.approx(sure)


def test_confidence_never_falls() -> None:
    values = [CALIBRATION.confidence(x / 10) for x in range(-90, 90)]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1


def finding(source: str, target: str, seen: Tagged) -> list[tuple[str, list[str], list[str]]]:
    return [(f.category, [source[a:b] for a, b in f.source], [target[a:b] for a, b in f.target])
            for f in findings(source, target, seen)]


def findings(source: str, target: str, seen: Tagged | None) -> list[Finding]:
    return list(meaning(Analysis(Pair.of(source, target), tagged=seen)))


SOURCE, TARGET = "They filed exhibits today.", "Mereka mengajukan pameran."


def test_a_wrong_word_is_named_with_what_it_renders() -> None:
    seen = Tagged(0.2, (Token(0, 4, "fine", 0, 0), Token(5, 10, "fine", 0, 0),
                        Token(11, 19, "wrong", .7, 0), Token(20, 25, "fine", 0, 0)),
                  (Token(0, 6, "fine", 0, 0), Token(7, 17, "fine", 0, 0),
                   Token(18, 25, "wrong", .9, 0)))
    assert finding(SOURCE, TARGET, seen) == [("mistranslation", ["exhibits"], ["pameran"])]
    (found,) = findings(SOURCE, TARGET, seen)
    assert found.kind == "tagged-mistranslation"
    assert found.evidence == {"tagged": pytest.approx(evidence(0.9, 0.2))}


def test_a_missing_word_is_an_omission_and_an_added_one_an_addition() -> None:
    seen = Tagged(0.2, (Token(20, 25, "missing", 0, .9),), (Token(0, 6, "added", 0, .9),))
    assert finding(SOURCE, TARGET, seen) == [("omission", ["today"], []),
                                             ("addition", [], ["Mereka"])]


def test_a_wrong_word_of_the_source_alone_looks_for_its_rendering() -> None:
    seen = Tagged(0.2, (Token(11, 19, "wrong", .7, 0),), (Token(18, 25, "fine", .1, 0),))
    assert finding(SOURCE, TARGET, seen) == [("mistranslation", ["exhibits"], ["pameran"])]


def test_a_calm_pair_says_nothing() -> None:
    assert finding(SOURCE, TARGET, Tagged(0.9, (Token(11, 19, "fine", .05, 0),), ())) == []


def test_without_the_tagger_the_check_is_silent() -> None:
    assert findings(SOURCE, TARGET, None) == []
