"""What the tagger says alone: paired by links where they tell, told of one side where not."""

from __future__ import annotations

import pytest

from align.analysis import Analysis, Pair
from align.checks import Finding
from align.checks.meaning import meaning
from align.decision.counterparts import both_sides
from align.tagger.run import Tagged, Token
from align.tagger.spans import evidence
from align.text.tokens import compounds


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


def test_a_wrong_word_of_the_source_alone_has_its_rendering_told_by_links() -> None:
    pair = Analysis(Pair.of(SOURCE, TARGET), tagged=Tagged(
        0.2, (Token(11, 19, "wrong", .7, 0),), (Token(18, 25, "fine", .1, 0),)))
    (found,) = meaning(pair)
    assert (found.kind, found.target) == ("tagged-source", ())
    whole = both_sides(found, pair)
    assert whole is not None
    assert [TARGET[a:b] for a, b in whole.target] == ["pameran"]


def spotted(text: str, *words: str) -> tuple[Token, ...]:
    """The words of a text as pieces, these in trouble."""
    return tuple(Token(word.start, word.end, "wrong" if word.text in words else "fine",
                       .9 if word.text in words else 0, 0) for word in compounds(text))


def test_wrong_words_are_paired_by_links_and_not_by_place() -> None:
    source = "Police told the ministers yesterday."
    target = "Kemarin para menteri diberi tahu polisi."
    seen = Tagged(0.2, spotted(source, "Police", "ministers"), spotted(target, "menteri", "polisi"))
    assert sorted(finding(source, target, seen)) == [
        ("mistranslation", ["Police"], ["polisi"]), ("mistranslation", ["ministers"], ["menteri"])]


def test_a_wrong_word_that_renders_a_calm_one_is_not_paired_with_another() -> None:
    source, target = "The plane landed near Busan.", "Pesawat itu mendarat dekat sungai."
    seen = Tagged(0.2, spotted(source, "Busan"), spotted(target, "Pesawat"))
    assert sorted(finding(source, target, seen)) == [
        ("mistranslation", [], ["Pesawat"]), ("mistranslation", ["Busan"], [])]


def test_a_calm_pair_says_nothing() -> None:
    assert finding(SOURCE, TARGET, Tagged(0.9, (Token(11, 19, "fine", .05, 0),), ())) == []


def test_without_the_tagger_the_check_is_silent() -> None:
    assert findings(SOURCE, TARGET, None) == []
