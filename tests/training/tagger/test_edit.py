"""Edits: applied, marked, kept apart, undone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from align.training.tagger.errors.edit import (
    FINE,
    GAP,
    WRONG,
    Edit,
    apply,
    clean,
    compatible,
    inverse,
)

SOURCE, TARGET = "The court sat on Monday.", "Pengadilan bersidang pada Senin."


def test_an_edit_labels_what_it_puts_in_and_marks_the_other_side() -> None:
    edit = Edit("target", 26, "Senin", "Rabu", WRONG, ((17, 23, WRONG),))
    draft = apply(clean(SOURCE, TARGET), [edit])
    assert draft.target == "Pengadilan bersidang pada Rabu."
    assert [i for i, label in enumerate(draft.target_labels) if label] == [26, 27, 28, 29]
    assert [i for i, label in enumerate(draft.source_labels) if label] == list(range(17, 23))
    assert not draft.faithful


def test_a_removal_marks_only_the_other_side() -> None:
    draft = apply(clean(SOURCE, TARGET), [Edit("target", 20, " pada Senin", "", FINE,
                                               ((14, 23, GAP),))])
    assert draft.target == "Pengadilan bersidang."
    assert not any(draft.target_labels)
    assert set(draft.source_labels[14:23]) == {GAP}


def test_labels_may_be_given_for_each_character() -> None:
    draft = apply(clean("a", "b"), [Edit("target", 1, "", " xy", bytes([0, 0, WRONG]))])
    assert draft.target_labels == bytes([0, 0, 0, WRONG])


def test_of_two_edits_in_one_place_the_earlier_stays() -> None:
    first = Edit("target", 0, "Pengadilan", "Lapangan", WRONG, ((4, 9, WRONG),))
    second = Edit("source", 4, "court", "field", WRONG, ())
    assert compatible([first, second]) == (first,)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str, list[Edit]]:
    texts = draw(st.tuples(st.text(max_size=30), st.text(max_size=30)))
    edits = []
    for _ in range(draw(st.integers(0, 5))):
        side = draw(st.sampled_from(("source", "target")))
        text = texts[side == "target"]
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        edits.append(Edit(side, start, text[start:end], draw(st.text(max_size=8)), WRONG))
    return *texts, edits


@given(edited())
def test_edits_are_undone_by_their_inverse(case: tuple[str, str, list[Edit]]) -> None:
    source, target, edits = case
    draft = apply(clean(source, target), edits)
    back = apply(clean(draft.source, draft.target), inverse(compatible(edits)))
    assert (back.source, back.target) == (source, target)
    assert len(draft.source_labels) == len(draft.source)
    assert len(draft.target_labels) == len(draft.target)
