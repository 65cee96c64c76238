"""Which flags are shown: the sure ones, the gravest of those on the same words."""

from dataclasses import dataclass
from typing import Any

from align.model import Article, Bead, Flag, Review, Sentence, Severity, Span
from align.showing import reshown, shown


@dataclass(frozen=True)
class Shown:
    check: str
    confidence: float = 0.9
    severity: Severity = "major"
    source: tuple[Any, ...] = ((0, 4),)
    target: tuple[Any, ...] = ((0, 4),)


def kept(*flags: Shown, threshold: float = 0.5) -> list[str]:
    return [flag.check for flag in shown(flags, threshold)[0]]


def test_a_critical_number_beats_an_untranslated_word() -> None:
    assert kept(Shown("untranslated", 0.99, "minor"),
                Shown("numbers", 0.95, "critical")) == ["numbers"]


def test_the_likelier_of_two_alike_grave_ones_stays() -> None:
    assert kept(Shown("numbers", 0.6), Shown("meaning", 0.9)) == ["meaning"]


def test_on_a_tie_the_more_specific_stays() -> None:
    assert kept(Shown("coverage"), Shown("numbers")) == ["numbers"]


def test_flags_on_other_words_all_stay() -> None:
    assert kept(Shown("numbers"), Shown("names", source=((9, 12),), target=((8, 11),))) == [
        "numbers", "names"]


def test_what_is_too_unsure_hides_nothing() -> None:
    assert kept(Shown("numbers", 0.4, "critical"), Shown("coverage", 0.6, "minor")) == ["coverage"]
    assert kept(Shown("numbers", 0.4, "critical"), Shown("coverage", 0.6, "minor"),
                threshold=0.3) == ["numbers"]


def test_spans_of_other_sentences_are_other_words() -> None:
    one = Shown("numbers", source=(Span(0, 0, 4),), target=())
    other = Shown("names", source=(Span(1, 0, 4),), target=())
    assert kept(one, other) == ["numbers", "names"]


def test_gravest_first_and_none_is_lost() -> None:
    flags = [Shown("names", severity="minor"),
             Shown("numbers", severity="critical", source=((9, 12),), target=((9, 12),)),
             Shown("dates", 0.1)]
    loud, quiet = shown(flags, 0.5)
    assert [flag.severity for flag in loud] == ["critical", "minor"]
    assert [flag.check for flag in quiet] == ["dates"]


def test_showing_what_is_shown_changes_nothing() -> None:
    loud, _ = shown([Shown("names"), Shown("numbers"), Shown("dates", source=((5, 9),))], 0.5)
    assert shown(loud, 0.5)[0] == loud


def test_another_point_shows_other_flags_and_loses_none() -> None:
    def flag(confidence: float, start: int) -> Flag:
        return Flag(bead=0, category="mistranslation", check="numbers", severity="major",
                    confidence=confidence, source=(Span(0, start, start + 2),),
                    target=(Span(0, start, start + 2),), message="m")

    article = Article(sentences=(Sentence("a text of some length", 1, 0, 21),))
    review = Review("s", article, article, (Bead((0,), (0,)),), (flag(0.9, 0),),
                    (flag(0.05, 5),), {"flags": 1, "coverage": 1.0})
    assert reshown(review, 0.0).flags == (flag(0.9, 0), flag(0.05, 5))
    assert reshown(review, 0.99).flags == ()
    assert reshown(review, 0.99).summary == {"flags": 0, "critical": 0, "major": 0, "minor": 0,
                                             "coverage": 1.0}
    assert len(review.at("precision").flags) <= len(review.at("recall").flags)
