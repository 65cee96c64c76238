"""Evidence is bounded, and moves the way it should."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.finding.evidence import day, from_openings, table, with_marks
from align.finding.marks import Marks, marks, share
from align.finding.openings import opening
from align.model import Article
from align.store import unit


@given(st.integers(1, 12), st.integers(1, 6), st.integers(0, 999))
def test_likenesses_are_cosines_and_one_for_twins(m: int, n: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    rewrite, candidate = unit(random.normal(size=(m, 16))), unit(random.normal(size=(n, 16)))
    rows = table([from_openings(rewrite, candidate, None, None)])
    assert np.all(np.abs(rows) <= 1 + 1e-5)
    twin = from_openings(candidate, candidate, None, None)
    assert [twin.whole, twin.rewrite_covered, twin.opening_covered, twin.best_pairs] == (
        pytest.approx([1, 1, 1, 1], abs=1e-5))


def test_a_sentence_like_everything_counts_once() -> None:
    same = np.full((3, 4), 0.5, dtype=np.float32)
    other = unit(np.array([[1, 1, 1, 1], [1, -1, 0, 0], [0, 0, 1, -1]]))
    found = from_openings(same, other, None, None)
    assert found.rewrite_covered == pytest.approx(1)
    assert found.best_pairs == pytest.approx(1 / 3)


@pytest.mark.parametrize(("rewritten", "published", "late"), [
    pytest.param("2026-03-05", "2026-03-04", 0, id="before"),
    pytest.param("2026-03-05", "2026-03-07", 0, id="time-zones-and-updates"),
    pytest.param("2026-03-05", "2026-03-08", 1, id="after"),
    pytest.param("", "2026-03-08", 0, id="rewrite-undated"),
    pytest.param("2026-03-05", "soon", 0, id="candidate-undated"),
])
def test_days(rewritten: str, published: str, late: int) -> None:
    one = np.ones((1, 1), dtype=np.float32)
    assert from_openings(one, one, day(rewritten), day(published)).late == late


def test_a_day_is_read_from_a_time_too() -> None:
    assert day("2026-03-05T23:00:00+07:00") == date(2026, 3, 5)


@pytest.mark.parametrize(("sentence", "held"), [
    pytest.param("Ingrid Falk marah", {"ingrid", "falk"}, id="names"),
    pytest.param("Gedung Putih menolak", {"white", "house"}, id="exonym-turned-back"),
    pytest.param("rugi 3.800 dolar", {"3", "800"}, id="number"),
    pytest.param("mereka marah", set(), id="neither"),
])
def test_marks_are_what_needs_no_translation(sentence: str, held: set[str]) -> None:
    found = marks([sentence], 10, lambda word: 1)
    assert held <= {*found.names, *found.numbers}
    if not held:
        assert not found.names
        assert not found.numbers


def test_rare_marks_weigh_more() -> None:
    often = {"falk": 1, "jerman": 90}
    found = marks(["Falk di Jerman"], 100, lambda word: often.get(word, 0))
    assert found.names["falk"] > found.names["jerman"]
    assert found.rarest(1) == ["falk"]


def test_a_name_in_no_article_counts_against_all_and_an_ordinary_word_does_not() -> None:
    found = marks(["Kemudian Zzyzx pergi pada 17 Mei"], 100, lambda word: 0)
    assert set(found.names) == {"zzyzx"}
    assert set(found.numbers) == {"17"}
    assert found.rarest(5) == []
    assert share(found.names, frozenset({"other"}), nothing=1.0) == 0


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.floats(0.1, 9), max_size=5),
       st.frozensets(st.text(min_size=1, max_size=3), max_size=5))
def test_a_share_is_a_share(weights: dict[str, float], words: frozenset[str]) -> None:
    assert 0 <= share(weights, words, nothing=0.5) <= 1 + 1e-9
    if weights:
        assert share(weights, frozenset(weights), nothing=0.5) == pytest.approx(1)
    one = from_openings(np.ones((1, 1), np.float32), np.ones((1, 1), np.float32), None, None)
    assert with_marks(one, Marks(weights, {}), words).numbers == 0.5


@given(st.text(max_size=80), st.integers(1, 8))
def test_an_opening_has_at_most_so_many_sentences(text: str, count: int) -> None:
    assert 1 <= len(opening(Article(text=text, language="id"), count)) <= count


def test_an_opening_is_headline_and_sentences() -> None:
    article = Article(language="en", text="Storm nears. Or not\n\nIt rained. It blew.\n\nIt ended.")
    assert opening(article, 3) == ["Storm nears. Or not", "It rained.", "It blew."]
