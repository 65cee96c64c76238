"""Each format read back with its own library, on the nastiest text there is."""

import csv
import json
import re
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from align.export import export
from align.export.rows import rows
from align.export.tsv import normalised
from align.model import Article, Bead, Flag, Review, Sentence, Span

NASTY = ('"Never," he said.\tOr\r\nnot', "<seg>&amp;]]></seg>", "a\x00b\x0bc\x1f\x85d\u2028e",
         "\ufffe\uffff \U0001f600 \U00100000", "half \ud83d a pair", "  spaces  ", "\ufeffmark", "")


def review(source: str, target: str) -> Review:
    original = Article(language="en", url="https://example.org/?a=1&b=<2>", text=source,
                       sentences=(Sentence(source, 0, 0, len(source)),))
    rewrite = Article(language="id", text=target,
                      sentences=(Sentence(target, 0, 0, len(target)),))
    flag = Flag(bead=0, category="mistranslation", check="numbers", severity="major",
                confidence=0.75, source=(Span(0, 0, 1),), target=(), message=source)
    beads = (Bead((0,), (0,), score=0.875), Bead((0,), ()))
    return Review("selaras:0|test", original, rewrite, beads, (flag,))


any_text = st.one_of(st.text(max_size=40), st.sampled_from(NASTY),
                     st.text(alphabet="\"\t\n\r\\,;ab\x00\u2029\ud800", max_size=12))
pairs = given(any_text, any_text)
quick = settings(max_examples=60, deadline=None)


def written(to: str, one: Review) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "corpus"
        export([("dok/1", one)], path, to=to)
        return path.read_bytes()


@pairs
@quick
@example(*NASTY[:2])
@example(*NASTY[4:6])
def test_tsv_is_one_line_a_row_and_reads_back_normalised(source: str, target: str) -> None:
    text = written("tsv", review(source, target)).decode("utf-8")
    assert len(text.splitlines()) == 3
    back = list(csv.DictReader(text.splitlines(keepends=True), dialect="excel-tab"))
    for cells, row in zip(back, rows(review(source, target), "dok/1"), strict=True):
        assert cells["source"] == normalised(row.source)
        assert cells["target"] == normalised(row.target)
        assert (cells["document"], cells["bead"]) == ("dok/1", str(row.bead))
        assert cells["flags"] == " ".join(flag.short for flag in row.flags)
        assert float(cells["score"]) == row.score


@pairs
@quick
@example(*NASTY[2:4])
def test_jsonl_reads_back_exactly(source: str, target: str) -> None:
    text = written("jsonl", review(source, target)).decode("utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    wanted = [asdict(row) for row in rows(review(source, target), "dok/1")]
    assert lines == json.loads(json.dumps(wanted))


@pairs
@quick
@example(*NASTY[:2])
@example(*NASTY[2:4])
def test_tmx_reads_back_all_that_xml_can_hold(source: str, target: str) -> None:
    from translate.storage.tmx import tmxfile

    units = tmxfile(BytesIO(written("tmx", review(source, target)))).units
    assert len(units) == 1  # the omission is no translation
    row = next(rows(review(source, target), "dok/1"))
    sides = [unit_text(side) for side in units[0].xmlelement.iter("tuv")]
    assert sides == [legal(row.source), legal(row.target)]


def unit_text(side: Any) -> str:
    return side.findtext("seg") or ""


def legal(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def test_tmx_says_languages_and_properties() -> None:
    from translate.storage.tmx import tmxfile

    store = tmxfile(BytesIO(written("tmx", review("Eight & nine", "Delapan & sembilan"))))
    unit = store.units[0]
    assert (unit.source, unit.target) == ("Eight & nine", "Delapan & sembilan")
    assert store.sourcelanguage == "en"
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [side.get(lang) for side in unit.xmlelement.iter("tuv")] == ["en", "id"]
    said = {prop.get("type"): prop.text for prop in unit.xmlelement.iter("prop")}
    assert said["x-document"] == "dok/1"
    assert said["x-score"] == "0.8750"
    assert said["x-flag"] == "mistranslation/numbers/major: Eight & nine"
    assert said["x-url"] == "https://example.org/?a=1&b=<2>"
    assert unit.getid() == "dok/1#0"


def test_tmx_fits_its_content_model() -> None:
    from lxml import etree

    tree = etree.fromstring(written("tmx", review("One", "Satu")))
    assert (tree.tag, tree.get("version"), [part.tag for part in tree]) == (
        "tmx", "1.4", ["header", "body"])
    wanted = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
              "datatype"}
    assert set(tree[0].attrib) == wanted
    for unit in tree.iter("tu"):
        tags = "".join(child.tag + " " for child in unit)
        assert re.fullmatch(r"(prop )*(tuv )+", tags)
        assert all(child.tag in ("prop", "seg") for side in unit.iter("tuv") for child in side)


@pairs
@settings(max_examples=25, deadline=None)
@example(*NASTY[2:4])
def test_parquet_reads_back_exactly(source: str, target: str) -> None:
    import pyarrow
    import pyarrow.parquet

    data = written("parquet", review(source, target))
    back = pyarrow.parquet.read_table(pyarrow.BufferReader(data)).to_pylist()
    wanted = [asdict(row) for row in rows(review(source, target), "dok/1")]
    assert json.loads(json.dumps(back)) == json.loads(json.dumps(wanted))


def test_parquet_loads_as_a_dataset(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")

    reviews = [(f"dok/{n}", review(f"Number {n}", f"Nomor {n}")) for n in range(7)]
    assert export(reviews, tmp_path / "corpus.parquet", to="parquet") == 14
    table = datasets.load_dataset("parquet", data_files=str(tmp_path / "corpus.parquet"),
                                  split="train", cache_dir=str(tmp_path / "cache"))
    assert table.num_rows == 14
    assert table[2]["source"] == "Number 1"
    assert table[2]["flags"][0]["check"] == "numbers"
    assert table[2]["flags"][0]["source"] == [[0, 1]]
    assert table[3]["kind"] == "omission"
