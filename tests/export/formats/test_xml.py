"""TMX and XLIFF read by translate-toolkit, XCES by OpusTools, on the nastiest text there is."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile
from translate.storage.xliff2 import Xliff2File

from align.errors import InputError
from align.export import export
from align.export.documents import Document
from align.export.rows import rows
from align.model import Review

Written = Callable[..., tuple[dict[str, bytes], Any]]
Make = Callable[..., Review]
quick = settings(max_examples=60, deadline=None)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def legal(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)


@given(st.data())
@quick
def test_tmx_keeps_every_code_point_that_xml_can_hold(
        plain_review: Make, written: Written, any_text: Any, data: Any) -> None:
    document = Document("dok/1", plain_review(data.draw(any_text), data.draw(any_text)))
    files, done = written("tmx", document)
    units = tmxfile(BytesIO(files["corpus"])).units
    row = next(rows(document))
    assert [[side.findtext("seg") or "" for side in unit.xmlelement.iter("tuv")]
            for unit in units] == [[legal(row.source), legal(row.target)]]
    message = row.flags[0].message
    assert done.replaced == sum(len(FORBIDDEN.findall(text))
                                for text in (row.source, row.target, message))


def test_tmx_says_languages_and_properties(plain_review: Make, written: Written) -> None:
    document = Document("dok/1", plain_review("Eight & nine", "Delapan & sembilan"),
                        {}, story="eight")
    store = tmxfile(BytesIO(written("tmx", document)[0]["corpus"]))
    unit = store.units[0]
    assert (unit.source, unit.target) == ("Eight & nine", "Delapan & sembilan")
    assert store.sourcelanguage == "en"
    assert [side.get(LANG) for side in unit.xmlelement.iter("tuv")] == ["en", "id"]
    said = {prop.get("type"): prop.text for prop in unit.xmlelement.iter("prop")}
    assert said["x-document"] == "dok/1"
    assert said["x-story"] == "eight"
    assert said["x-score"] == "0.8750"
    assert said["x-faithful"] == "0.2500"
    assert said["x-flag"] == "mistranslation/numbers/major: Eight & nine"
    assert said["x-url"] == "https://example.org/?a=1&b=<2>"
    assert unit.getid() == "dok/1#0"


def test_tmx_fits_its_content_model(article: Callable[..., Any], written: Written,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    from align.model import Bead

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    one = Review("s", article("One", published="2021-01-14T08:30:00+07:00"),
                 article("Satu", language="id", published="2021-01-15"), (Bead((0,), (0,)),), ())
    tree = etree.fromstring(written("tmx", one)[0]["corpus"])
    assert (tree.tag, tree.get("version"), [part.tag for part in tree]) == (
        "tmx", "1.4", ["header", "body"])
    assert dict(tree[0].attrib)["creationdate"] == "19700101T000000Z"
    assert set(tree[0].attrib) == {"creationtool", "creationtoolversion", "segtype", "o-tmf",
                                   "adminlang", "srclang", "datatype", "creationdate"}
    for unit in tree.iter("tu"):
        tags = "".join(child.tag + " " for child in unit)
        assert re.fullmatch(r"(prop )*(tuv )+", tags)
        assert all(child.tag in ("prop", "seg") for side in unit.iter("tuv") for child in side)
    assert [side.get("creationdate") for side in tree.iter("tuv")] == [
        "20210114T013000Z", "20210115T000000Z"]


@given(st.data())
@quick
def test_xliff_keeps_every_code_point_that_xml_can_hold(
        plain_review: Make, written: Written, any_text: Any, data: Any) -> None:
    document = Document("dok/1", plain_review(data.draw(any_text), data.draw(any_text)))
    units = Xliff2File(BytesIO(written("xliff", document)[0]["corpus"])).units
    wanted = [(legal(row.source), legal(row.target)) for row in rows(document)]
    assert [(segment(unit, "source"), segment(unit, "target")) for unit in units] == wanted


def segment(unit: Any, side: str) -> str:
    found = unit.xmlelement.find(f".//{XLIFF}{side}")
    return "" if found is None else found.text or ""


def test_xliff_states_come_from_decisions(ferry: Review, written: Written) -> None:
    from align.naming import bead_names

    names = bead_names(ferry)
    document = Document("dok", ferry, {names[0]: "accepted", names[1]: "rejected"})
    store = Xliff2File(BytesIO(written("xliff", document)[0]["corpus"]))
    tree = store.document.getroot()
    assert (tree.get("version"), tree.get("srcLang"), tree.get("trgLang")) == ("2.1", "en", "id")
    assert [each.get("original") for each in tree.iter(f"{XLIFF}file")] == ["dok"]
    states = [(each.get("state"), each.get("subState")) for each in tree.iter(f"{XLIFF}segment")]
    assert states == [("final", "selaras:accepted"), ("initial", "selaras:rejected"),
                      ("initial", None), ("translated", None)]
    assert [unit.source for unit in store.units][:2] == ["Ferry halts service", "It has no date."]
    notes = [(note.get("priority"), note.text) for note in tree.iter(f"{XLIFF}note")]
    assert notes == [("1", "A denial is lost."), ("2", "Left out.")]


def opus(folder: Path, **options: Any) -> list[str]:
    from opustools import OpusRead

    reader = OpusRead(directory="corpus", source="en", target="id",
                      alignment_file=str(folder / "c.xml"), source_zip=str(folder / "c.en.zip"),
                      target_zip=str(folder / "c.id.zip"), preprocess="raw", write_mode="moses",
                      write=[str(folder / "out.en"), str(folder / "out.id")],
                      download_dir=str(folder), suppress_prompts=True, **options)
    reader.printPairs()
    return [(folder / f"out.{side}").read_text("utf-8") for side in ("en", "id")]


def test_xces_is_read_by_opustools(ferry: Review, tmp_path: Path) -> None:
    export([Document("b/two", ferry), Document("a", ferry)], tmp_path / "c.xml", to="xces")
    source, target = opus(tmp_path)
    wanted = [*rows(Document("", ferry))] * 2
    assert source.splitlines() == [row.source for row in wanted]
    assert target.splitlines() == [row.target for row in wanted]
    source, _ = opus(tmp_path, attribute="score", threshold="0.95")
    assert source.splitlines() == ["Ferry halts service"] * 2


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_xces_keeps_every_code_point_that_xml_can_hold(
        plain_review: Make, any_text: Any, tmp_path_factory: Any, data: Any) -> None:
    folder = tmp_path_factory.mktemp("xces")
    document = Document("dok", plain_review(data.draw(any_text), data.draw(any_text)))
    export([document], folder / "c.xml", to="xces")
    row = next(rows(document))
    for side, wanted in (("en", row.source), ("id", row.target)):
        assert sentences(folder / f"c.{side}.zip")[0] == legal(wanted)


def sentences(archive: Path) -> list[str]:
    from zipfile import ZipFile

    with ZipFile(archive) as found:
        return [each.text or "" for name in found.namelist()
                for each in etree.fromstring(found.read(name)).iter("s")]


def test_sentences_and_paragraphs_keep_their_order(ferry: Review, tmp_path: Path) -> None:
    from zipfile import ZipFile

    export([Document("dok", ferry)], tmp_path / "c.xml", to="xces", unit="document")
    with ZipFile(tmp_path / "c.id.zip") as found:
        tree = etree.fromstring(found.read("corpus/raw/id/dok.xml"))
    assert [(p.get("id"), [s.get("id") for s in p]) for p in tree] == [
        ("0", ["s1"]), ("1", ["s2", "s3"]), ("2", ["s4"])]


@pytest.mark.parametrize("to", ["xliff", "xces", "moses", "dataset"])
def test_two_pairs_of_languages_in_one_file_are_refused(to: str, ferry: Review,
                                                        tmp_path: Path) -> None:
    from dataclasses import replace

    other = replace(ferry, rewrite=replace(ferry.rewrite, language="ms"))
    with pytest.raises(InputError, match="--languages"):
        export([ferry, other], tmp_path / "c", to=to)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_the_same_reviews_make_the_same_bytes(ferry: Review, written: Written) -> None:
    for to in ("tmx", "xliff", "xces"):
        assert written(to, ferry)[0] == written(to, ferry)[0]


