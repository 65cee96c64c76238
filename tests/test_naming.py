"""Names of flags and beads: made from what they say, not from where they stand."""

from dataclasses import replace

from align.model import Article, Bead, Flag, Review, Sentence, Span
from align.naming import bead_names, flag_names, named


def article(*texts: str) -> Article:
    return Article(sentences=tuple(Sentence(text, 1, 0, len(text)) for text in texts))


def flag(bead: int, sentence: int, start: int = 0) -> Flag:
    return Flag(bead=bead, category="mistranslation", check="numbers", severity="major",
                confidence=0.5, source=(Span(sentence, start, start + 1),),
                target=(Span(sentence, 0, 1),), message="m")


def review(*pairs: tuple[str, str]) -> Review:
    beads = tuple(Bead((i,), (i,)) for i in range(len(pairs)))
    return Review("s", article(*(s for s, _ in pairs)), article(*(t for _, t in pairs)), beads,
                  tuple(flag(i, i) for i in range(len(pairs))))


def test_a_sentence_put_in_before_changes_no_name() -> None:
    before, after = review(("one", "satu")), review(("new", "baru"), ("one", "satu"))
    assert flag_names(before, before.flags)[0] == flag_names(after, after.flags)[1]
    assert bead_names(before)[0] == bead_names(after)[1]


def test_other_words_have_another_name() -> None:
    names = {flag_names(one, one.flags)[0]
             for one in (review(("one", "satu")), review(("one", "dua")), review(("two", "satu")))}
    assert len(names) == 3


def test_equal_flags_are_told_apart_by_their_number() -> None:
    twice = review(("one", "satu"), ("one", "satu"))
    first, second = flag_names(twice, twice.flags)
    assert second == f"{first}-2"


def test_quiet_flags_are_named_too() -> None:
    one = review(("one", "satu"))
    whole = named(replace(one, quiet=(flag(0, 0, start=1),)))
    assert len({whole.flags[0].id, whole.quiet[0].id} - {""}) == 2
