"""Made errors as items to measure on: of every kind, from held-out documents, with their places."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from align.errors import InputError
from align.training.made import made_items
from align.training.tagger.corpus import load_corpus
from align.training.tagger.ship import tuning_rows


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, packed: ModuleType) -> Path:
    folder: Path = packed.write_data(tmp_path_factory.mktemp("data"))
    return folder


def test_items_are_clean_pairs_and_errors_made_in_them(data: Path) -> None:
    items = made_items(data, each=3, clean=10)
    clean = [item for item in items if item.faithful]
    wrong = [item for item in items if not item.faithful]
    assert len(clean) == 10
    assert {"polarity", "date"} <= {item.kind for item in wrong}
    held = {(row.source, row.target) for row in load_corpus(data).held}
    assert {(item.source, item.target) for item in clean} <= held
    for item in wrong:
        assert (item.source, item.target) not in held
        assert item.source_spans or item.target_spans
        assert all(0 <= a < b <= len(item.target) for a, b in item.target_spans or ())
    assert max(sum(item.kind == kind for item in wrong) for kind in {i.kind for i in wrong}) <= 3


def test_the_same_seed_makes_the_same_items(data: Path) -> None:
    assert made_items(data, each=2, seed=4) == made_items(data, each=2, seed=4)
    assert made_items(data, each=2, seed=4) != made_items(data, each=2, seed=5)


def test_what_calibration_may_see_is_kept_apart(data: Path) -> None:
    seen = {row.document for row in tuning_rows(load_corpus(data).held)}
    assert seen == {f"news.{n}" for n in range(40, 60, 2)}


def test_data_without_held_documents_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("doc\tsource\ttarget\na\tThe mayor spoke.\tWali berbicara.\n")
    with pytest.raises(InputError, match="no held-out documents"):
        made_items(tmp_path)
