"""`selaras train …` from end to end on small invented data: each writes what its part reads."""

from __future__ import annotations

import gzip
import json
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from align.cli import app, training, training_tables  # noqa: F401  the commands register
from align.decision import quality
from align.lexicon import Lexicon
from align.tagger.run import load
from align.training.tagger import train

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLES = PROJECT / "data" / "senses" / "examples.tsv"

CASE = """\
S The court accepted three reports.
T Pengadilan menerima tiga laporan.
number | tiga => dua
negation | menerima => tidak menerima
fair | menerima => menyetujui

S The mayor opened the school on Monday.
T Wali kota membuka sekolah itu pada Senin.
polarity | membuka => menutup
date | Senin => Selasa
fair | pada Senin => hari Senin
"""
PAIRS = """\
id\tkind\tsplit\tsource\tright\twrong\tside\tspans
a\tnumber\ttune\tNine people died.\tSembilan orang tewas.\tLima orang tewas.\ttarget\t0:4
b\tname\theld\tPerry spoke.\tPerry berbicara.\tAgus berbicara.\ttarget\t0:4
"""


def run(*words: object) -> str:
    done = CliRunner().invoke(app, ["train", *map(str, words)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def table(path: Path, *lines: str) -> None:
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode()))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, packed: ModuleType) -> Path:
    folder: Path = packed.write_data(tmp_path_factory.mktemp("data"))
    return folder


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases")
    (folder / "one.txt").write_text(CASE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("held") / "held.txt"
    path.write_text("\n".join(f"news.{n}" for n in range(20)) + "\n", "utf-8")
    return path


def test_aligner() -> None:
    said = run("aligner", PROJECT / "data" / "demo" / "alignment.jsonl")
    assert "likeness: float = " in said
    assert "move_intercept: float = " in said


def test_lexicon_and_what_is_fitted_with_it(data: Path, held: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.tsv.gz"
    said = run("lexicon", data / "lexicon_en_id.tsv.gz", "--news", data / "ntrex_dev.tsv.gz",
               "--held", held, "-o", lexicon)
    assert f" rows in {lexicon}" in said
    assert "pengadilan" in dict(Lexicon.load(lexicon).translations("court"))
    coverage = tmp_path / "coverage.json"
    run("coverage", data, "--lexicon", lexicon, "--held", held, "-o", coverage)
    weights = json.loads(coverage.read_text())
    assert weights.keys() == json.loads(
        (PROJECT / "align" / "models" / "coverage.json").read_text()).keys()
    few = tmp_path / "examples.tsv"
    few.write_text("".join(EXAMPLES.read_text("utf-8").splitlines(keepends=True)[:60]), "utf-8")
    contrast = tmp_path / "contrast.json"
    run("contrast", data, few, "--lexicon", lexicon, "--held", held, "-o", contrast)
    assert json.loads(contrast.read_text()).keys() == json.loads(
        (PROJECT / "align" / "models" / "contrast.json").read_text()).keys()


def test_tagger_is_trained_shipped_and_calibrated(
        data: Path, cases: Path, tmp_path: Path, packed: ModuleType,
        monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    small = partial(train.Recipe, layers=2, upper=1, pieces=200, tokens=512, tested=24)
    monkeypatch.setattr(train, "Recipe", small)
    base = packed.write_base(tmp_path / "tiny.bin")
    weights = tmp_path / "tagger.onnx"
    run("tagger", data, "-o", tmp_path / "out", "--base", base, "--steps", 2, "--seed", 3,
        "--cases", cases, "--weights", weights)
    tagger = load(weights, 1)
    assert tagger.signature.startswith("tagger-2x32@")
    assert tagger.calibration.anchors == tuple(sorted(tagger.calibration.anchors))
    assert tagger.calibration.pair_scale != 1.0
    assert 0 < tagger.tag([("Water is rising.", "Air naik.")])[0].score < 1


def test_score_is_fitted_to_what_is_right_and_wrong(
        data: Path, cases: Path, tmp_path: Path) -> None:
    pairs, out = tmp_path / "pairs.tsv", tmp_path / "quality.json"
    pairs.write_text(PAIRS, "utf-8")
    run("score", data, cases, pairs, "-o", out)
    weights = json.loads(out.read_text())
    assert set(weights) == {quality.ALL, quality.VECTORS, quality.EXACT}
    assert weights.keys() == json.loads(
        (PROJECT / "align" / "models" / "quality.json").read_text()).keys()
    for named in weights.values():
        assert all((value >= 0) == (name in quality.IN_FAVOUR)
                   for name, value in named.items() if name != "bias" and value)


def test_vocabulary_tells_english_from_indonesian(tmp_path: Path) -> None:
    head = "doc\tsource\ttarget"
    rows = [f"d{n}\tThe court heard the witness.\tPengadilan mendengar saksi itu."
            for n in range(9)]
    for name in ("globalvoices_links", "tico19", "tatoeba"):
        table(tmp_path / f"{name}.tsv.gz", head, *rows)
    table(tmp_path / "english_articles.jsonl.gz", json.dumps(
        {"date": "2013-05-01", "text": "The court heard the witness. " * 40}))
    table(tmp_path / "lexicon_en_id.tsv.gz", "source\ttarget\tfrom",
           "court\tpengadilan\tfreedict", "referendum\treferendum\tfreedict",
           "witness\tsaksi\tomw")
    out = tmp_path / "vocabulary.tsv.gz"
    said = run("vocabulary", tmp_path, "-o", out)
    letters = dict(line.split("\t") for line in gzip.decompress(out.read_bytes()).decode().split(
        "\n") if line)
    assert said.startswith(f"{len(letters)} rows")
    assert letters["court"] in "ew"
    assert letters["pengadilan"] == "i"
    assert letters["referendum"] in "ib"
