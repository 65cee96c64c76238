"""Ranks, the longest phrase of each, and which Indonesian words may say one."""

import pytest

from align.mentions.titles import read_titles, renders


@pytest.mark.parametrize(("english", "indonesian"), [
    ("the chairman", "ketua umum partai"), ("the chairman", "ketua mahkamah konstitusi"),
    ("the deputy head", "wakil ketua"), ("the president of the senate", "presiden"),
    ("Commander Ito", "panglima"), ("the mayor", "wali kota"),
])
def test_one_rank(english, indonesian):
    assert any(renders(title.row, indonesian) for title in read_titles(english, "en"))


@pytest.mark.parametrize(("english", "indonesian"), [
    ("the mayor", "mayor"), ("the foreign minister", "menteri keuangan"),
    ("the chairman", "direktur utama"), ("the under secretary of state", "menteri luar negeri"),
])
def test_another_rank(english, indonesian):
    assert not any(renders(title.row, indonesian) for title in read_titles(english, "en"))


def test_a_qualifier_may_stand_behind() -> None:
    ours, theirs = read_titles("the interim coach", "en"), read_titles("pelatih sementara", "id")
    assert {title.row for title in ours if title.qualifies} == {
        title.row for title in theirs if title.qualifies} != set()
