"""gzip is inflated within limits: size, ratio, members and time, however it is cut."""

import gzip
import io
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.fetching.inflating import STREAM, InflateError, Limits, Pieces, inflated

TEXT = b"".join(b"Line %d of an invented story about harbours.\n" % n for n in range(3000))


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=8), st.integers(1, 50),
       st.integers(0, 3))
def test_members_are_joined_wherever_the_chunks_are_cut(parts, step, padding):
    packed = b"".join(map(gzip.compress, parts)) + bytes(padding)
    chunks = (packed[at:at + step] for at in range(0, len(packed), step))
    assert b"".join(inflated(chunks)) == b"".join(parts)


@pytest.mark.parametrize("end", [1, 2, 9, 20, 200, -1, -8])
def test_cut_data_is_said_to_be_cut_short(end):
    with pytest.raises(InflateError, match="cut short") as caught:
        list(inflated([gzip.compress(TEXT)[:end]]))
    assert caught.value.fault == "cut short"


def test_a_second_member_that_is_cut_is_said_to_be_cut():
    whole = gzip.compress(TEXT)
    with pytest.raises(InflateError, match="cut short"):
        list(inflated([whole + whole[:100]]))


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08 nonsense", b"plain text", zlib.compress(TEXT)])
def test_broken_data_is_said_to_be_broken(data):
    with pytest.raises(InflateError, match="broken"):
        list(inflated([data]))


def test_a_bomb_is_stopped_while_little_of_it_stands_in_memory():
    packed = gzip.compress(bytes(2**28), 9)
    for limits in (Limits(), STREAM):
        tracemalloc.start()
        with pytest.raises(InflateError) as caught:
            for _ in inflated([packed], limits):
                pass
        assert tracemalloc.get_traced_memory()[1] < 2**21
        tracemalloc.stop()
        assert caught.value.fault == "too large"


@pytest.mark.parametrize(("packed", "limits", "said"), [
    (gzip.compress(b"") * 5000, STREAM, "empty members"),
    (gzip.compress(TEXT), Limits(size=1000), "more than 0.000954 MB"),
    (gzip.compress(TEXT), Limits(seconds=-1), "seconds"),
])
def test_each_limit_names_itself(packed, limits, said):
    with pytest.raises(InflateError, match=said):
        list(inflated([packed], limits))


def test_a_hundred_thousand_members_take_no_square_of_time():
    packed = gzip.compress(b"a story\n", 1) * 100_000
    assert sum(map(len, inflated([packed], STREAM))) == 800_000


def test_pieces_are_a_file():
    file = io.BufferedReader(Pieces(inflated([gzip.compress(TEXT)])))
    assert file.readline() == TEXT.partition(b"\n")[0] + b"\n"
    assert file.read() == TEXT.partition(b"\n")[2]
