"""TMX 1.4: one translation unit per match, with properties for all that TMX has no place for.

Omissions and additions are left out, since a unit with one language is no translation. Characters
that XML cannot hold are removed. Properties of a unit: `x-document`, `x-bead`, `x-score`,
`x-moved`, `x-decision`, `x-signature`, and one `x-flag` (`category/check/severity: message`) per
flag; of each side: `x-url` and `x-sha256`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from align._version import __version__
from align.export import format
from align.export.rows import Row

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@format
def write(rows: Iterator[Row], path: Path) -> int:
    from lxml import etree

    count = 0
    matches = (row for row in rows if row.kind == "match")
    first = next(matches, None)
    header = {"creationtool": "selaras", "creationtoolversion": __version__,
              "segtype": "sentence", "o-tmf": "selaras", "adminlang": "en", "datatype": "plaintext",
              "srclang": _language(first.source_language) if first else "*all*"}
    with etree.xmlfile(str(path), encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("tmx", {"version": "1.4"}):
            xml.write(etree.Element("header", header), pretty_print=True)
            with xml.element("body"):
                for row in chain([first] if first else [], matches):
                    xml.write(_unit(row), pretty_print=True)
                    count += 1
    return count


def _unit(row: Row) -> Any:
    from lxml import etree

    unit = etree.Element("tu", {"tuid": _legal(f"{row.document}#{row.bead}"),
                                "srclang": _language(row.source_language)})
    _property(unit, "document", row.document)
    _property(unit, "bead", str(row.bead))
    _property(unit, "score", f"{row.score:.4f}")
    _property(unit, "moved", "true" if row.moved else "false")
    _property(unit, "decision", row.decision)
    for flag in row.flags:
        _property(unit, "flag", f"{flag.short}: {flag.message}")
    _property(unit, "signature", row.signature)
    _side(unit, row.source_language, row.source, row.source_url, row.source_sha256)
    _side(unit, row.target_language, row.target, row.target_url, row.target_sha256)
    return unit


def _side(unit: Any, language: str, text: str, url: str, sha256: str) -> None:
    from lxml import etree

    side = etree.SubElement(unit, "tuv", {_LANG: _language(language)})
    _property(side, "url", url)
    _property(side, "sha256", sha256)
    etree.SubElement(side, "seg").text = _legal(text)


def _property(element: Any, name: str, value: str) -> None:
    from lxml import etree

    if value:
        etree.SubElement(element, "prop", {"type": f"x-{name}"}).text = _legal(value)


def _language(code: str) -> str:
    return _legal(code) or "und"


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)
