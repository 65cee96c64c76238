"""The lexicon built from a dictionary and word alignment, on small invented texts."""

import gzip
from pathlib import Path

import pytest

from align.errors import InputError
from align.lexicon import Lexicon
from align.training.lexicon.build import build, documents

PAIRS = [
    ("The judge opened the trial.", "Hakim membuka persidangan."),
    ("The judge closed the door.", "Hakim menutup pintu."),
    ("The minister opened the door.", "Menteri membuka pintu."),
    ("The minister closed the trial.", "Menteri menutup persidangan."),
    ("A judge met the minister.", "Hakim bertemu menteri."),
]


def table(path: Path, header: str, rows: list[tuple[str, ...]]) -> Path:
    lines = [header, *("\t".join(row) for row in rows)]
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode()))
    return path


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    return table(tmp_path / "dictionary.tsv.gz", "source\ttarget\tfrom", [
        ("judge", "hakim", "freedict,omw"), ("door", "pintu", "freedict"),
        ("bond", "james bond", "omw"), ("bond", "obligasi", "freedict"), ("10th", "ke-10", "x"),
    ])


@pytest.fixture
def parallel(tmp_path: Path) -> Path:
    return table(tmp_path / "texts.tsv.gz", "doc\tsource\ttarget", [
        *((f"d{n % 2}", source, target) for n, (source, target) in enumerate(PAIRS * 3)),
        ("held", "The zebra slept.", "Zebra tidur."), ("held", "The zebra ate.", "Zebra makan."),
    ])


def test_build_keeps_what_is_supported(tmp_path: Path, dictionary: Path, parallel: Path) -> None:
    out = tmp_path / "lexicon.tsv.gz"
    count = build(dictionary, [(parallel, "news")], out, frozenset({"held"}))
    lexicon = Lexicon.load(out)
    assert count == len(gzip.decompress(out.read_bytes()).decode().splitlines()) - 1
    assert lexicon.entries("judge")[0].target == "hakim"
    assert lexicon.entries("judge")[0].seen >= 6
    assert dict(lexicon.translations("trial"))["persidangan"] > 0
    assert "james bond" not in dict(lexicon.translations("bond"))
    assert "obligasi" in dict(lexicon.translations("bond"))
    assert lexicon.translations("zebra") == []  # only in the held documents


def test_build_is_reproducible(tmp_path: Path, dictionary: Path, parallel: Path) -> None:
    first, second = tmp_path / "a.tsv.gz", tmp_path / "b.tsv.gz"
    for out in (first, second):
        build(dictionary, [(parallel, "other")], out)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("content", [
    pytest.param(b"plain", id="not packed"),
    pytest.param(gzip.compress(b"h\na\tb\n"), id="two columns"),
])
def test_a_bad_table_is_named(tmp_path: Path, dictionary: Path, content: bytes) -> None:
    bad = tmp_path / "bad.tsv.gz"
    bad.write_bytes(content)
    with pytest.raises(InputError, match=r"bad\.tsv\.gz"):
        build(dictionary, [(bad, "news")], tmp_path / "out.tsv.gz")


def test_documents_stand_in_order(parallel: Path) -> None:
    assert documents(parallel) == ["d0", "d1", "held"]
