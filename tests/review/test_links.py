"""Splitting, merging and linking anew, as events that outlive a re-check."""

from dataclasses import replace

import pytest
from speaking import EN, ID, Speaker, article, flag, made

from align.errors import InputError
from align.model import Bead
from align.review.links import link_value, linked


def nothing(review, beads):
    return []


def link(review, groups, recheck=nothing):
    return Speaker()("link", link_value(review, groups, recheck))


def test_two_pairs_become_one(review):
    merged = linked(review, [link(review, [((1, 2), (1, 2))])])
    assert [(bead.source, bead.target) for bead in merged.beads] == [
        ((0,), (0,)), ((1, 2), (1, 2)), ((3,), (3,)), ((4,), ()), ((), (4,))]
    assert [(flag.kind, flag.bead) for flag in merged.flags] == [("number", 2), ("unit", 2)]


def test_an_omission_and_an_addition_are_linked_and_checked_anew(review):
    found = replace(flag(4, "tone", "minor", (0, 5), (0, 7)), bead=0)
    event = link(review, [((4,), (4,))], lambda review, beads: [found])
    joined = linked(review, [event])
    assert joined.beads[-1] == Bead((4,), (4,))
    assert (joined.flags[-1].kind, joined.flags[-1].bead) == ("tone", 4)
    assert joined.flags[-1].source[0].sentence == 4
    assert joined.flags[-1].id
    assert joined.flags[0].id == review.flags[0].id


def test_a_pair_is_split_again(review):
    merged = link(review, [((1, 2), (1, 2))])
    there = linked(review, [merged])
    split = Speaker(session="t", hour=9)(
        "link", link_value(there, [((1,), (1,)), ((2,), ()), ((), (2,))], nothing))
    assert len(linked(review, [split, merged]).beads) == len(review.beads) + 1


def test_it_is_undone_like_all_else(review):
    say = Speaker()
    event = say("link", link_value(review, [((1, 2), (1, 2))], nothing))
    assert linked(review, [event, say("undo", event.id)]) is review


def test_it_is_found_again_after_a_paragraph_was_put_in(review):
    event = link(review, [((4,), (4,))])
    again = made(["Ferry halts service", *EN[1:]], ID)
    assert linked(again, [event]).beads[-1] == Bead((4,), (4,))


def test_it_says_nothing_where_a_sentence_is_gone(review):
    event = link(review, [((4,), (4,))])
    again = made(id_=[*ID[:4], "Orang cemas."])
    assert linked(again, [event]) is again


@pytest.mark.parametrize("groups", [
    [((1,), (2,))], [((1, 1), (1,))], [((9,), ())], [((1,), (1,)), ((), ())], [((-1,), ())],
], ids=str)
def test_what_cannot_be_linked_is_said(review, groups):
    with pytest.raises(InputError):
        link_value(review, groups, nothing)


@pytest.mark.parametrize("value", [
    {}, {"source": 3}, {"source": [], "target": [], "beads": [[[0], [0]]], "flags": []},
    {"source": [], "target": [], "beads": 3, "flags": None},
], ids=str)
def test_a_broken_link_says_nothing(review, value):
    assert linked(review, [Speaker()("link", value)]) is review


def test_what_is_linked_anew_is_checked_at_once():
    """Two flawless pairs, linked crosswise: what they say now differs, and is flagged."""
    from align.cli.review import _recheck

    right = replace(
        made(), original=article(["Ferry halts", "Fares rose 5 percent.", "It is old."], "en"),
        rewrite=article(["Feri berhenti", "Tarif naik 5 persen.", "Umurnya 12 tahun."], "id"),
        beads=(Bead((0,), (0,)), Bead((1,), (1,)), Bead((2,), (2,))), flags=())
    crossed = linked(right, [link(right, [((1,), (2,)), ((2,), (1,))], _recheck)])
    assert any("numbers" in flag.check or "5" in flag.message for flag in crossed.flags)
    assert all(flag.id for flag in crossed.flags)
