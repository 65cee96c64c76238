"""The demo's original is found among other stories, and not where it is not."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from align.encoders import Encoder
from align.errors import InputError
from align.finding import ENOUGH, find
from align.finding.gathering import add
from align.finding.ranking import rank
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
