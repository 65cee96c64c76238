import pytest

from align.mentions.exonyms import by_first_word, by_form
from align.mentions.names import fold, read_names
from align.mentions.spellings import alike


@pytest.mark.parametrize(("text", "language", "names"), [
    pytest.param("The White House and Harper met to discuss it.", "en",
                 ["White House", "Harper"], id="known and not"),
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


def test_fold_drops_accents_and_dots():
    assert (fold("São"), fold("U.S.")) == ("sao", "us")


def test_the_table_is_sound():
    rows = [exonym for entries in by_first_word().values() for exonym in entries]
    assert len(rows) > 900
    assert all(form == form.strip() and form for exonym in rows for form in exonym.forms)
    assert len({exonym.english for exonym in rows}) == len(rows)
    assert "Jerman" in by_form()
