import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.mentions.exonyms import by_first_word, by_form
from align.mentions.names import alike, distance, fold, read_names


@pytest.mark.parametrize(("text", "language", "names"), [
    pytest.param("The White House and Harper met.", "en", ["White House", "Harper"],
                 id="known and not"),
    pytest.param("Gedung Putih bertemu Harper.", "id", ["Gedung Putih", "Harper"], id="indonesian"),
    pytest.param("Shark Injures Boy Off Coast", "en", [], id="headline"),
    pytest.param("Harper's friends left on Monday.", "en", ["Harper"], id="possessive"),
    pytest.param("South Korea's army", "en", ["South Korea"], id="longest first"),
    pytest.param("nothing here", "en", [], id="none"),
])
def test_reads(text, language, names):
    assert [name.text for name in read_names(text, language)] == names


@pytest.mark.parametrize(("one", "other", "same"), [
    ("sergei", "sergey", True), ("mohammed", "muhammad", True), ("merkel", "macron", False),
    ("johnson", "jackson", False), ("adams", "adam", True), ("ng", "lee", False),
])
def test_alike(one, other, same):
    assert alike(one, other) is same


@given(st.text(max_size=8), st.text(max_size=8))
def test_distance_is_symmetric_and_bounded(one, other):
    assert distance(one, other) == distance(other, one) <= max(len(one), len(other))
    assert (distance(one, other) == 0) == (one == other)


def test_fold_drops_accents_and_dots():
    assert (fold("São"), fold("U.S.")) == ("sao", "us")


def test_the_table_is_sound():
    rows = [exonym for entries in by_first_word().values() for exonym in entries]
    assert len(rows) > 900
    assert all(form == form.strip() and form for exonym in rows for form in exonym.forms)
    assert len({exonym.english for exonym in rows}) == len(rows)
    assert "Jerman" in by_form()
