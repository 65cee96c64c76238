"""The order of rows and of flags."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.model import Bead
from align.report.view import by_severity, counts, lay_out, reading_order

MATCH = [Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((3,), (2,))]


@pytest.mark.parametrize(("beads", "order"), [
    pytest.param(MATCH, [(0, False), (1, False), (2, False)], id="monotone"),
    pytest.param([MATCH[2], MATCH[0], MATCH[1]], [(1, False), (2, False), (0, False)],
                 id="given in another order"),
    pytest.param([Bead((0,), (0,)), Bead((1,), ()), Bead((), (1,)), Bead((2,), (2,))],
                 [(0, False), (2, False), (1, False), (3, False)],
                 id="an addition stands right after what it follows"),
    pytest.param([Bead((), (0,)), Bead((0,), (1,))], [(0, False), (1, False)],
                 id="an addition before everything"),
    pytest.param([Bead((0,), (1,)), Bead((1,), (2,)), Bead((2,), (0,), moved=True)],
                 [(2, True), (0, False), (1, False), (2, False)],
                 id="a moved bead stands twice"),
    pytest.param([Bead((0,), ()), Bead((), (0,))], [(1, False), (0, False)],
                 id="nothing in common"),
    pytest.param([], [], id="empty"),
])
def test_reading_order(beads, order):
    assert reading_order(tuple(beads)) == order


@settings(deadline=None, max_examples=50)
@given(st.permutations(range(8)))
def test_every_bead_is_shown_whatever_the_order(order):
    beads = tuple(Bead((i,), (there,), moved=i != there) for i, there in enumerate(order))
    shown = [number for number, elsewhere in reading_order(beads) if not elsewhere]
    assert shown == list(range(8))


def test_flags_come_gravest_first_then_in_reading_order(review):
    assert [(flag.severity, flag.check) for flag in by_severity(review)] == [
        ("critical", "numbers"), ("critical", "negation"),
        ("major", "hedges"), ("major", "senses"), ("major", "omission"), ("major", "addition"),
        ("minor", "tagger"), ("minor", "hedges"), ("minor", "untranslated"), ("minor", "coverage"),
    ]


def test_counts(review):
    found = counts(review)
    assert (found["flags"], found["critical"], found["mistranslation"]) == (10, 2, 6)
    assert (found["bead_match"], found["bead_omission"], found["bead_addition"],
            found["moved"]) == (9, 1, 1, 1)


def test_lines_hold_the_sentences_unchanged(review):
    for row in lay_out(review).rows:
        for lines, article in ((row.source, review.original), (row.target, review.rewrite)):
            for line in lines:
                said = "".join(segment.text for segment in line.segments)
                assert said == article.sentences[line.number].text


def test_what_points_outside_the_articles_is_left_out(review):
    stray = replace(review, beads=(*review.beads, Bead((99,), (0,))),
                    flags=(replace(review.flags[0], bead=77),))
    rows = lay_out(stray).rows
    assert rows[-1].source == ()
