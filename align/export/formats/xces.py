"""XCES as OPUS has it: sentence links in a file, the sentences of each side in a zip of XML files.

`-o NAME.xml` writes `NAME.xml`, `NAME.en.zip` and `NAME.id.zip`; OpusTools reads them with
`opus_read -s en -t id -af NAME.xml -sz NAME.en.zip -tz NAME.id.zip -p raw -d corpus`. Omissions and
additions are links with one empty side. Sentence ids are `s` and the number in the article, counted
from 1; paragraphs are `p`. A link bears score, faithful, decision and flags as attributes. If both
sides are of one language, the zips are named `source` and `target`. Characters that XML forbids are
replaced and counted.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from align.export.cells import cell
from align.export.formats import format
from align.export.out import Out
from align.export.pairs import of_one_pair
from align.export.rows import Row, SentenceCell

_DATED = (1980, 1, 1, 0, 0, 0)  # the oldest a zip can say: the same reviews make the same bytes
_DOCTYPE = '<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">'
_TOLD = ("score", "faithful", "decision", "moved", "flags")


@format
def write(rows: Iterator[Row], out: Out) -> int:
    languages, same = of_one_pair(rows)
    source, target = languages if languages[0] != languages[1] else ("source", "target")
    count = 0
    with (etree.xmlfile(str(out.file(mark=b"<cesAlign ")), encoding="utf-8") as xml,
          _zip(out, source) as left, _zip(out, target) as right):
        xml.write_declaration()
        xml.write_doctype(_DOCTYPE)
        with xml.element("cesAlign", {"version": "1.0"}):
            xml.write("\n")
            for document, group in groupby(same, key=lambda row: row.document):
                found = list(group)
                names = [f"{side}/{_file_name(document)}.xml.gz" for side in (source, target)]
                _keep(left, names[0], [(row.source, row.source_sentences) for row in found], out)
                _keep(right, names[1], [(row.target, row.target_sentences) for row in found], out)
                xml.write(_links(found, names, out), pretty_print=True)
                count += len(found)
    return count


def _zip(out: Out, side: str) -> zipfile.ZipFile:
    path = out.path.with_name(f"{out.path.name.removesuffix('.xml')}.{side}.zip")
    return zipfile.ZipFile(out.beside(path, out.path), "w", zipfile.ZIP_DEFLATED)


def _file_name(document: str) -> str:
    """A document's name as a path within a zip, its slashes and dots harmless."""
    return "/".join(part.strip(".") or "_" for part in Path(document).parts if part != "/") or "_"


def _links(rows: Sequence[Row], names: Sequence[str], out: Out) -> Any:
    group = etree.Element("linkGrp", {"targType": "s", "fromDoc": out.xml(names[0]),
                                      "toDoc": out.xml(names[1])})
    for row in rows:
        sides = ";".join(" ".join(_id(each) for each in side)
                         for side in (row.source_sentences, row.target_sentences))
        link = {"id": f"SL{row.bead}", "xtargets": sides}
        link |= {name: out.xml(cell(row, name)) for name in _TOLD if cell(row, name)}
        etree.SubElement(group, "link", link)
    return group


def _id(each: SentenceCell) -> str:
    return f"s{each.sentence + 1}"


def _keep(archive: zipfile.ZipFile, name: str,
          sides: Sequence[tuple[str, Sequence[SentenceCell]]], out: Out) -> None:
    """Write one side's sentences, in the order of the article, as a file of the archive."""
    sentences = sorted((each.sentence, each, text[each.start:each.end])
                       for text, cells in sides for each in cells)
    tree = etree.Element("text")
    for paragraph, group in groupby(sentences, key=lambda found: found[1].paragraph):
        block = etree.SubElement(tree, "p", {"id": str(paragraph)})
        for _, each, text in group:
            etree.SubElement(block, "s", {"id": _id(each)}).text = out.xml(text)
    # The name in the links ends in .gz, as OPUS has it; the archive holds it without.
    entry = zipfile.ZipInfo(f"corpus/raw/{name.removesuffix('.gz')}", _DATED)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, etree.tostring(tree, encoding="utf-8", xml_declaration=True,
                                           pretty_print=True))
