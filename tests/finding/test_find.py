"""The demo's original is found among other stories, and not where it is not."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from align.encoders import Encoder
from align.errors import InputError
from align.finding import ENOUGH, find
from align.finding.discovery import discover
from align.finding.gathering import add
from align.finding.ranking import rank
from align.finding.ways import WaySettings
from align.model import Article
from align.reading import read
from align.store import Store


@pytest.fixture
def rewrite(demo: Path) -> Article:
    return read(demo / "rewrite.id.txt")


def test_the_original_is_found_in_a_folder(rewrite: Article, stories: Path, demo: Path,
                                           encoder: Encoder) -> None:
    shutil.copy(demo / "original.en.txt", stories)
    found = find(rewrite, stories, encoder=encoder)
    assert found.found
    assert found.candidates[0].source == str(stories / "original.en.txt")
    assert found.candidates[0].title.startswith("Marlow Ferries halts")
    assert found.candidates[0].score >= ENOUGH > found.candidates[1].score
    assert len(found.candidates) == 5


def test_none_is_found_where_it_is_not(rewrite: Article, stories: Path, encoder: Encoder) -> None:
    found = find(rewrite, stories, top=2, encoder=encoder)
    assert not found.found
    assert len(found.candidates) == 2
    assert found.candidates[0].source == str(stories / "storm.txt")  # the same islands


def test_a_store_answers_as_its_folder_does(rewrite: Article, stories: Path, demo: Path,
                                            encoder: Encoder, tmp_path: Path) -> None:
    shutil.copy(demo / "original.en.txt", stories)
    path = tmp_path / "s.db"
    with Store(path) as store:
        add([stories], store, encoder)
        assert find(rewrite, store, encoder=encoder) == find(rewrite, path, encoder=encoder)
    assert find(rewrite, path, encoder=encoder) == find(rewrite, stories, encoder=encoder)


def test_the_rewrite_and_its_language_are_not_candidates(rewrite: Article, stories: Path,
                                                         demo: Path, encoder: Encoder) -> None:
    shutil.copy(demo / "rewrite.id.txt", stories)
    for asked in (rewrite, replace(rewrite, language="")):
        found = find(asked, stories, encoder=encoder)
        assert "rewrite.id.txt" not in {Path(one.source).name for one in found.candidates}


def test_a_language_told_wrongly_does_not_bar_every_article(
        rewrite: Article, stories: Path, demo: Path, encoder: Encoder) -> None:
    shutil.copy(demo / "original.en.txt", stories)
    assert find(replace(rewrite, language="en"), stories, encoder=encoder).found


def test_an_article_dated_after_the_rewrite_loses(rewrite: Article, demo: Path,
                                                  encoder: Encoder) -> None:
    original = read(demo / "original.en.txt")
    scores = {}
    for day in ("2026-03-04", "2026-03-09"):
        with Store() as store:
            store.add([replace(original, published=day)], [encoder.encode(["A", "B"])],
                      encoder=encoder.signature)
            asked = replace(rewrite, published="2026-03-05T10:00:00+07:00")
            scores[day] = rank(asked, store, encoder)[0].score
    assert scores["2026-03-09"] < scores["2026-03-04"]


@pytest.mark.parametrize("text", ["", "x", "Judul", "\n\n", "日本", "1 2 3 4", '"""'])
def test_hardly_any_text_finds_nothing(text: str, stories: Path, encoder: Encoder) -> None:
    assert not find(Article(text=text, language="id"), stories, encoder=encoder).found


def test_an_empty_folder_is_said_so(rewrite: Article, tmp_path: Path, encoder: Encoder) -> None:
    with pytest.raises(InputError, match="no article in"):
        find(rewrite, tmp_path, encoder=encoder)


def test_an_empty_store_is_said_so(rewrite: Article, tmp_path: Path, encoder: Encoder) -> None:
    Store(tmp_path / "s.db").close()
    with pytest.raises(InputError, match="is empty"):
        find(rewrite, tmp_path / "s.db", encoder=encoder)


def test_a_missing_place_is_said_so(rewrite: Article, tmp_path: Path, encoder: Encoder) -> None:
    with pytest.raises(InputError, match="There is no"):
        find(rewrite, tmp_path / "nowhere", encoder=encoder)


def test_a_store_that_is_not_there_yet_is_said_so(
        rewrite: Article, tmp_path: Path, encoder: Encoder,
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.store.default_path", lambda: tmp_path / "store.db")
    with pytest.raises(InputError, match="no store yet; fill one with 'selaras store add'"):
        find(rewrite, tmp_path / "store.db", encoder=encoder)


def test_a_pipe_is_not_waited_for(rewrite: Article, tmp_path: Path, encoder: Encoder) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="neither file nor folder"):
        find(rewrite, tmp_path / "pipe", encoder=encoder)


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000], ids=["null", "endless"])
def test_a_path_that_cannot_be_is_said_so(path: str, rewrite: Article, encoder: Encoder) -> None:
    with pytest.raises(InputError, match=r"cannot be opened|There is no"):
        find(rewrite, path, encoder=encoder)


@pytest.mark.parametrize("way", ["find", "discover"])
def test_a_damaged_store_is_said_so(way: str, rewrite: Article, stories: Path, encoder: Encoder,
                                    tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with Store(path) as store:
        add([stories], store, encoder)
    data = bytearray(path.read_bytes())
    data[len(data) // 3:len(data) * 2 // 3] = b"Z" * (len(data) * 2 // 3 - len(data) // 3)
    path.write_bytes(data)
    if way == "find":
        with pytest.raises(InputError, match="make it anew with 'selaras store add'"):
            find(rewrite, path, encoder=encoder)
    else:
        step, = discover(rewrite, WaySettings(store=path), encoder, only=["store"]).steps
        assert step.outcome == "failed"
        assert "make it anew" in step.message


def test_a_folder_that_may_not_be_looked_into(rewrite: Article, stories: Path, encoder: Encoder,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    closed = stories / "closed"
    closed.mkdir()
    scan = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with Store() as store:
        gathered = add([stories], store, encoder)
    assert gathered.added == 4
    assert len(gathered.skipped) == 1
    assert gathered.skipped[0].startswith(f"{closed}: Cannot read")
    with pytest.raises(InputError, match="allow reading"):
        find(rewrite, closed, encoder=encoder)


def test_an_empty_store_closes_its_way(rewrite: Article, tmp_path: Path, encoder: Encoder) -> None:
    Store(tmp_path / "s.db").close()
    step, = discover(rewrite, WaySettings(store=tmp_path / "s.db"), encoder, only=["store"]).steps
    assert (step.outcome, "is empty" in step.message) == ("closed", True)
