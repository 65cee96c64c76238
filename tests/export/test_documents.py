"""Names of documents: their own, and the same every time."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from align.errors import InputError
from align.export.documents import content_name, documents, slug
from align.export.reviews import read_reviews
from align.model import Article, Review
from align.serial import dumps


def saved(folder: Path, review: Review) -> Path:
    folder.mkdir(parents=True)
    (folder / "review.json").write_text(dumps(review), "utf-8")
    return folder


@pytest.mark.parametrize(("address", "title", "name"), [
    ("https://x.org/news/Ferry-Stops.html?page=2#top", "T", "ferry-stops"),
    ("https://x.org/12345", "Feri Berhenti: “Résumé”", "feri-berhenti-resume"),
    ("", "日本", "story"),
])
def test_a_name_has_words_of_the_address_or_headline(
        address: str, title: str, name: str, article: Callable[..., Article], ferry: Review,
) -> None:
    rewrite = article(title, language="id", url=address)
    assert content_name(replace(ferry, rewrite=rewrite)).rpartition("-")[0] == name


def test_two_folders_of_one_name_are_two_documents(ferry: Review, article: Callable[..., Article],
                                                   tmp_path: Path) -> None:
    other = replace(ferry, beads=(), flags=(), rewrite=article("Feri berhenti", language="id"))
    folders = [saved(tmp_path / "a" / "out", ferry), saved(tmp_path / "b" / "out", other)]
    names = [each.name for each in documents(read_reviews(folders))]
    assert len(set(names)) == 2
    assert {name.rpartition("-")[0] for name in names} == {"feri-berhenti"}
    moved = [saved(tmp_path / "c" / "elsewhere", other), saved(tmp_path / "d", ferry)]
    assert {each.name for each in documents(read_reviews(moved))} == set(names)


def test_a_review_checked_twice_is_numbered(ferry: Review) -> None:
    name = content_name(ferry)
    again = replace(ferry, summary={"document": f"{name}-2"})
    found = [each.name for each in documents([ferry, again, ferry, ferry])]
    assert found[:2] == [name, f"{name}-2"]
    assert len(set(found)) == 4


def test_a_folder_named_twice_is_read_once(ferry: Review, tmp_path: Path) -> None:
    folder = saved(tmp_path / "out", ferry)
    assert len(list(read_reviews([folder, tmp_path, folder]))) == 1


def test_what_cannot_be_used_is_said_and_the_rest_goes_on(ferry: Review, tmp_path: Path) -> None:
    saved(tmp_path / "a", ferry)
    saved(tmp_path / "b", replace(ferry, beads=ferry.beads[:1]))  # flags on beads that are gone
    (saved(tmp_path / "c", ferry) / "review.json").write_text("{")
    older: Any = dumps(ferry).replace('"schema": 2', '"schema": 1')
    (saved(tmp_path / "d", ferry) / "review.json").write_text(older)
    said: list[str] = []
    found = list(documents(read_reviews([tmp_path], problem=said.append)))
    assert len(found) == 2
    assert [line.split("/")[-2] for line in (each.split(":")[0] for each in said)] == ["b", "c"]
    with pytest.raises(InputError):
        list(read_reviews([tmp_path]))


def test_slugs_are_safe_names() -> None:
    assert slug("../../etc/passwd\n") == "etc-passwd"
    assert slug("x" * 99) == "x" * 40
