"""Cutting a text at the edges of overlapping spans."""

from hypothesis import given, settings
from hypothesis import strategies as st

from align.report.segments import Mark, Segment, segments

texts = st.text(max_size=40)
spans = st.lists(st.tuples(st.integers(1, 6), st.integers(-5, 50), st.integers(-5, 50)), max_size=8)


def test_a_text_without_spans_is_one_segment():
    assert segments("satu dua", []) == [Segment("satu dua", ())]


def test_an_empty_text_has_no_segments():
    assert segments("", [(1, 0, 5)]) == []


def test_crossing_spans_keep_their_lanes():
    assert segments("abcdef", [(1, 0, 4), (2, 2, 6)]) == [
        Segment("ab", (Mark(1, 0, True, False),)),
        Segment("cd", (Mark(1, 0, False, True), Mark(2, 1, True, False))),
        Segment("ef", (Mark(2, 1, False, True),)),
    ]


def test_the_wider_of_two_nested_spans_is_outside():
    middle = segments("abcdef", [(2, 2, 4), (1, 0, 6)])[1]
    assert [mark.flag for mark in middle.marks] == [1, 2]


def test_a_lane_is_used_again_once_it_is_free():
    cut = segments("abcdef", [(1, 0, 2), (2, 2, 4)])
    assert [mark.lane for segment in cut for mark in segment.marks] == [0, 0]


@settings(deadline=None, max_examples=50)
@given(texts, spans)
def test_the_segments_joined_are_the_text(text, found):
    assert "".join(segment.text for segment in segments(text, found)) == text


@settings(deadline=None, max_examples=50)
@given(texts, spans)
def test_each_code_point_bears_exactly_the_flags_over_it(text, found):
    at = 0
    for segment in segments(text, found):
        for here in range(at, at + len(segment.text)):
            over = {flag for flag, start, end in found if start <= here < end}
            assert {mark.flag for mark in segment.marks} == over
        at += len(segment.text)


@settings(deadline=None, max_examples=50)
@given(texts, spans)
def test_no_two_marks_share_a_lane(text, found):
    for segment in segments(text, found):
        lanes = [mark.lane for mark in segment.marks]
        assert len(lanes) == len(set(lanes))


@settings(deadline=None, max_examples=50)
@given(texts, spans)
def test_each_span_begins_once_and_ends_once(text, found):
    cut = segments(text, found)
    begun = sum(mark.first for segment in cut for mark in segment.marks)
    ended = sum(mark.last for segment in cut for mark in segment.marks)
    inside = {(f, max(s, 0), min(e, len(text))) for f, s, e in found}
    assert begun == ended == sum(s < e for _, s, e in inside)
