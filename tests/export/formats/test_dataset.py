"""The dataset folder, loaded by `datasets`, offline."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import datasets
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import OutputError
from align.export import export
from align.export.documents import Document
from align.export.rows import rows
from align.export.splits import Shares
from align.model import Review

Make = Callable[..., Review]


def loaded(folder: Path) -> Any:
    return datasets.load_dataset(str(folder), cache_dir=str(folder.parent / "cache"))


def test_splits_are_there_and_texts_are_translations(plain_review: Make, tmp_path: Path) -> None:
    reviews = [plain_review(f"Story {n} of many different words {n * 7919}", f"Berita {n * 104729}",
                            url=f"https://example.org/{n}") for n in range(40)]
    export(reviews, tmp_path / "set", to="dataset", split=Shares(50, 25, 25))
    found = loaded(tmp_path / "set")
    assert set(found) == {"train", "dev", "test"}
    assert isinstance(found["train"].features["translation"], datasets.Translation)
    assert sorted(row["translation"]["id"] for part in found.values() for row in part) == sorted(
        review.rewrite.text for review in reviews)
    assert all(row["split"] == name for name, part in found.items() for row in part)
    assert found["test"].features["translation"].languages == ["en", "id"]


def test_the_card_says_sizes_licences_signature_and_scores(ferry: Review, tmp_path: Path) -> None:
    export([ferry], tmp_path / "set", to="dataset")
    card = (tmp_path / "set" / "README.md").read_text()
    assert "| train | 2 | 1 |" in card
    assert "- not stated: 2" in card
    assert "`selaras:0|test`" in card
    assert "0.5–0.6         1 ##############################" in card
    assert "| mistranslation | 1 | 0 | 0 |" in card


def test_a_second_export_without_splits_reads_back_alone(ferry: Review, tmp_path: Path) -> None:
    export([ferry, ferry], tmp_path / "set", to="dataset", split=Shares(0, 1, 0))
    assert {name: len(part) for name, part in loaded(tmp_path / "set").items()} == {"dev": 4}
    export([ferry], tmp_path / "set", to="dataset")
    assert {name: len(part) for name, part in loaded(tmp_path / "set").items()} == {"train": 2}


def test_no_reviews_make_an_empty_dataset(tmp_path: Path) -> None:
    assert export([], tmp_path / "set", to="dataset").rows == 0
    table = polars.read_parquet(tmp_path / "set" / "data" / "train-00000.parquet")
    assert len(table) == 0
    assert "translation" in table.columns


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "set").write_text("precious")
    with pytest.raises(OutputError, match="name a folder"):
        export([], tmp_path / "set", to="dataset")


@given(st.data())
@settings(max_examples=15, deadline=None)
def test_every_code_point_returns(plain_review: Make, written: Callable[..., Any], any_text: Any,
                                  data: Any) -> None:
    document = Document("dok", plain_review(data.draw(any_text), data.draw(any_text)))
    files, _ = written("dataset", document)
    if not next(rows(document)).target:
        return
    back = polars.read_parquet(files["corpus/data/train-00000.parquet"]).to_dicts()
    row = next(rows(document))
    assert back[0]["translation"] == {"en": row.source, "id": row.target}
