"""The store keeps what it was given, whole batches only, and opens nothing else."""

import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.encoders import Vectors
from align.errors import InputError
from align.model import Article
from align.store import Store, fingerprint, is_store, lead_mean, unit
from align.text.folding import index_words

DIMENSION = 8


def article(text: str, **more: Any) -> Article:
    return Article(title=text.split("\n")[0], text=text, **more)


def vectors(count: int, seed: int = 0) -> Vectors:
    return unit(np.random.default_rng(seed).normal(size=(count, DIMENSION)))


def fill(store: Store, *articles: Article, encoder: str = "test@1") -> int:
    openings = [vectors(3, seed) for seed in range(len(articles))]
    return store.add(articles, openings, encoder=encoder, licence="ours")


@given(st.lists(st.builds(Article, title=st.text(max_size=20), text=st.text(max_size=60),
                          url=st.text(max_size=10), language=st.text(max_size=3)), max_size=6))
@settings(max_examples=50, deadline=None)
def test_articles_come_back_as_they_were(articles: list[Article]) -> None:
    with Store() as store:
        assert fill(store, *articles) == len({one.text for one in articles}) == len(store)
        firsts = {one.text: one for one in reversed(articles)}
        assert {store.article(n + 1).text: store.article(n + 1)
                for n in range(len(store))} == firsts


def test_a_record_says_where_from_when_and_under_what_licence(tmp_path: Path) -> None:
    one = article("Ferry\n\nIt sank.", url="https://example.org/f", published="2026-03-04",
                  language="en")
    with Store(tmp_path / "s.db") as store:
        fill(store, one)
    with Store(tmp_path / "s.db") as store:
        record = store.record(1)
        assert (record.source, record.licence, record.sha256) == (
            "https://example.org/f", "ours", fingerprint(one))
        assert record.added.startswith("20")
        assert store.by_url("https://example.org/f") == 1
        assert store.published(1) == "2026-03-04"
        assert store.in_language("en") == {1}


def test_the_same_text_is_one_article() -> None:
    with Store() as store:
        assert fill(store, article("One"), article("One"), article("Two")) == 2
        assert fill(store, article("Two"), article("Three")) == 1
        assert store.knows(article("Three"))
        assert not store.knows(article("Four"))


@given(st.integers(1, 9), st.integers(1, 6), st.integers(0, 99))
@settings(max_examples=50, deadline=None)
def test_vectors_survive_as_bytes(articles: int, sentences: int, seed: int) -> None:
    openings = [vectors(sentences, seed + n) for n in range(articles)]
    with Store() as store:
        store.add([article(str(n)) for n in range(articles)], openings, encoder="test@1")
        back = store.openings(range(1, articles + 1), DIMENSION)
        for one, other in zip(back, openings, strict=True):
            assert np.allclose(np.einsum("ij,ij->i", one, other), 1, atol=2e-4)
        ((first, lengths, means),) = store.means(DIMENSION)
        assert np.allclose(lengths, np.linalg.norm(means.astype(float), axis=1))
        assert first == 1
        wanted = unit(np.stack([lead_mean(opening) for opening in openings]))
        assert np.allclose(np.einsum("ij,ij->i", unit(means), wanted), 1, atol=2e-4)


letters = st.text(alphabet="aAzZéÉñüçŠ0189 .,-'\"“”()/\n", max_size=40)


@given(letters)
@settings(max_examples=80, deadline=None)
def test_folded_words_are_the_words_of_the_index(text: str) -> None:
    with Store() as store:
        fill(store, article(text))
        assert all(store.frequency(word) == 1 for word in index_words(text))
        assert store.with_words(index_words(text), 5) == ([1] if index_words(text) else [])


def test_rare_words_rank_before_common_ones() -> None:
    with Store() as store:
        fill(store, article("Parler and Amazon"), article("Amazon and others"),
             article("Amazon again"), article("nothing"))
        assert store.with_words(["parler", "amazon"], 2)[0] == 1
        assert store.frequency("amazon") == 3
        assert store.with_words([], 5) == []


def test_a_failed_batch_leaves_no_trace(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store:
        fill(store, article("One"))
        with pytest.raises(ValueError, match="shorter"):
            store.add([article("Two"), article("Three")], [vectors(1)], encoder="test@1")
        assert len(store) == 1
        assert fill(store, article("Two")) == 1


def test_one_encoder_a_store() -> None:
    with Store() as store:
        fill(store, article("One"))
        with pytest.raises(InputError, match="made by test@1, not by other@2"):
            fill(store, article("Two"), encoder="other@2")
        assert len(store) == 1


def test_two_writers_take_turns(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as one, Store(tmp_path / "s.db") as other:
        assert fill(one, article("A"), article("B")) == 2
        assert fill(other, article("B"), article("C")) == 1
        assert len(one) == len(other) == 3


def test_files_are_remembered() -> None:
    with Store() as store:
        store.finish_file("ab", "x.txt")
        store.finish_file("ab", "again.txt")
        assert store.has_file("ab")
        assert not store.has_file("cd")


def test_an_unknown_id_is_said_so() -> None:
    with Store() as store, pytest.raises(InputError, match="no article 7"):
        store.article(7)


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE other (x)")


def future(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE setting SET value = '99'")


@pytest.mark.parametrize(("make", "said"), [
    pytest.param(lambda path: path.write_text("hello there, world"), "is no Selaras store",
                 id="text"),
    pytest.param(lambda path: path.mkdir(), "is a folder", id="folder"),
    pytest.param(foreign, "is no Selaras store", id="another-database"),
    pytest.param(future, "another version", id="another-layout"),
    pytest.param(lambda path: path.write_bytes(b"SQLite format 3\0" + b"x" * 200),
                 "is no Selaras store", id="damaged"),
])
def test_what_is_no_store_is_refused(make: Any, said: str, tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    make(path)
    with pytest.raises(InputError, match=said):
        Store(path)


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "s.db").touch()
    assert not is_store(tmp_path / "s.db")
    Store(tmp_path / "s.db").close()
    assert is_store(tmp_path / "s.db")


# ------------------------------------------------------------------------- other programs


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_reading_never_waits_for_a_writer_and_writing_waits_briefly(
        lock: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.store.layout.PATIENCE", 0.2)
    path = tmp_path / "a ?#%.db"
    Store(path).close()
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute(lock)
    with Store(path, reading=True) as store:
        assert len(store) == 0
    with pytest.raises(InputError, match="Another program is writing"):
        Store(path)
    writer.close()
    Store(path).close()


def test_a_store_open_for_reading_is_made_by_nobody_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with pytest.raises(InputError, match=r"Cannot open"):
        Store(path, reading=True)
    assert list(tmp_path.iterdir()) == []
    Store(path).close()
    before = path.read_bytes()
    with Store(path, reading=True) as store, pytest.raises(InputError, match="readonly"):
        store.add([], [], encoder="e")
    assert path.read_bytes() == before


def test_a_store_that_an_impatient_program_keeps_to_itself_is_told(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.store.layout.PATIENCE", 0.2)
    path = tmp_path / "store.db"
    Store(path).close()
    alone = sqlite3.connect(path, isolation_level=None)
    alone.execute("PRAGMA locking_mode = EXCLUSIVE")
    alone.execute("BEGIN IMMEDIATE")
    alone.execute("INSERT INTO file VALUES ('a', 'b')")
    alone.execute("COMMIT")
    with pytest.raises(InputError, match="Another program is writing"):
        Store(path, reading=True)
    alone.close()
