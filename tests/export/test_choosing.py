"""Duplicates and splits."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from align.errors import InputError
from align.export import export
from align.export.documents import Document
from align.export.rows import Row
from align.export.splits import Shares, place
from align.model import Review

LONG = ("The ferry company said on Tuesday that all ships would stay in port until the hulls had "
        "been looked at by engineers from the harbour office in {}.")


def written(reviews: list[Any], tmp_path: Path, **more: Any) -> list[Row]:
    found: list[Row] = []
    export(reviews, tmp_path / "out", watch=found.append, **more)
    return found


@pytest.mark.parametrize(("ways", "kept"), [("keep", 4), ("exact", 3), ("near", 2)])
def test_rows_that_say_the_same_go(ways: str, kept: int, plain_review: Callable[..., Review],
                                   tmp_path: Path) -> None:
    def match(source: str, target: str) -> Review:
        review = plain_review(source, target)
        return replace(review, beads=review.beads[:1])

    reviews = [match(LONG.format("Kupang"), "Feri berhenti."),
               match(LONG.format("Kupang").upper(), "feri berhenti"),
               match(LONG.format("Kupang's east"), "Feri berhenti!"),
               match("The parliament passed a budget.", "Parlemen mengesahkan anggaran.")]
    found = written(reviews, tmp_path, duplicates=ways)
    assert len(found) == kept
    assert found[0].source == LONG.format("Kupang")


def test_numbers_tell_rows_apart(plain_review: Callable[..., Review], tmp_path: Path) -> None:
    reviews = [plain_review(f"{n} died.", f"{n} tewas.") for n in (1, 2)]
    assert len([row for row in written(reviews, tmp_path, duplicates="exact")
                if row.kind == "match"]) == 2


def words(seed: int, count: int = 80) -> str:
    drawn = Random(seed)
    return " ".join(f"w{drawn.randrange(100_000)}" for _ in range(count))


def test_no_version_of_a_story_leaks(plain_review: Callable[..., Review]) -> None:
    def document(name: str, source: str, target: str, url: str, story: str = "") -> Document:
        return Document(name, plain_review(source, target, url=url), story=story)

    found = []
    for n in range(60):
        first, second = words(n), words(n + 1000)
        found += [document(f"{n}a", first, second, f"u{n}"),
                  document(f"{n}b", first + " updated", words(n + 2000), f"v{n}"),  # later version
                  document(f"{n}c", words(n + 3000), second, f"w{n}"),  # the same rewrite
                  document(f"{n}d", words(n + 4000), words(n + 5000), f"w{n}"),  # the same address
                  document(f"{n}e", words(n + 6000), words(n + 7000), f"x{n}", f"s{n}"),
                  document(f"{n}f", words(n + 8000), words(n + 9000), f"y{n}", f"s{n}")]
    places = place(found, Shares(60, 20, 20))
    for n in range(60):
        assert len({places[f"{n}{letter}"] for letter in "abcd"}) == 1
        assert places[f"{n}e"] == places[f"{n}f"]
        assert places[f"{n}e"][0] == f"s{n}"
    assert {split for _, split in places.values()} == {"train", "dev", "test"}
    fewer = place([each for each in found if not each.name.startswith("1")], Shares(60, 20, 20))
    assert all(places[name] == where for name, where in fewer.items())


def test_shares_are_kept_about(plain_review: Callable[..., Review]) -> None:
    found = [Document(str(n), plain_review(words(n), words(n + 5000), url=f"u{n}"))
             for n in range(400)]
    splits = [split for _, split in place(found, Shares(0.8, 0.1, 0.1)).values()]
    assert 0.74 < splits.count("train") / 400 < 0.86
    assert {split for _, split in place(found[:20], Shares(0, 0, 1)).values()} == {"test"}


def test_an_iterator_cannot_be_split(ferry: Review, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give a list"):
        export(iter([ferry]), tmp_path / "out", split=Shares(8, 1, 1))


@pytest.mark.parametrize("shares", [(0, 0, 0), (-1, 1, 1), (float("nan"), 1, 1)])
def test_shares_that_cannot_be(shares: tuple[float, float, float]) -> None:
    with pytest.raises(InputError, match="80:10:10"):
        Shares(*shares)
