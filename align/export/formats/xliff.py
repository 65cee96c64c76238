"""XLIFF 2.1: a file element for each document, a unit for each row, for translators' tools.

The decision is the segment's state: accepted is final, rejected initial, open translated; an
omission has a source alone, an addition an empty source. Flags are notes, graver ones of higher
priority; all else a row holds is metadata. Characters that XML forbids are replaced and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from lxml import etree

from align.export.cells import cell
from align.export.formats import format
from align.export.out import Out
from align.export.pairs import of_one_pair
from align.export.rows import COLUMNS, Row
from align.model import SEVERITIES

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_META = "urn:oasis:names:tc:xliff:metadata:2.0"
_PREFIXES: dict[Any, str] = {None: _CORE, "mda": _META}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATE = {"accepted": "final", "rejected": "initial"}
_ELSEWHERE = {"document", "bead", "source", "target", "flags", "source_language",
              "target_language"}


@format
def write(rows: Iterator[Row], out: Out) -> int:
    (source, target), same = of_one_pair(rows)
    count = 0
    with etree.xmlfile(str(out.file()), encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{_CORE}}}xliff", {
                "version": "2.1", "srcLang": out.xml(source), "trgLang": out.xml(target)},
                nsmap=_PREFIXES):
            for number, (document, group) in enumerate(groupby(same, lambda row: row.document)):
                with xml.element(f"{{{_CORE}}}file", {
                        "id": f"f{number + 1}", "original": out.xml(document)}):
                    for row in group:
                        xml.write(_unit(row, out))
                        count += 1
            if not count:  # a file element is demanded, and a unit within it
                xml.write(_empty())
    return count


def _unit(row: Row, out: Out) -> Any:
    unit = _element(None, "unit", id=f"u{row.bead}", name=out.xml(row.name))
    group = etree.SubElement(etree.SubElement(unit, f"{{{_META}}}metadata"),
                             f"{{{_META}}}metaGroup", {"category": "selaras"})
    for name in COLUMNS:
        value = "" if name in _ELSEWHERE else cell(row, name)
        if value:
            etree.SubElement(group, f"{{{_META}}}meta", {"type": name}).text = out.xml(value)
    if row.flags:
        notes = _element(unit, "notes")
        for flag in row.flags:
            _element(notes, "note", category=out.xml(flag.short),
                     priority=str(1 + SEVERITIES.index(flag.severity)),
                     appliesTo="target" if flag.target else "source").text = out.xml(flag.message)
    segment = _element(unit, "segment", id=f"s{row.bead}", **_state(row))
    _element(segment, "source", **{_SPACE: "preserve"}).text = out.xml(row.source)
    if row.target:
        _element(segment, "target", **{_SPACE: "preserve"}).text = out.xml(row.target)
    return unit


def _state(row: Row) -> dict[str, str]:
    if not row.target:
        return {"state": "initial"}
    state = {"state": _STATE.get(row.decision, "translated")}
    return state | ({} if row.decision == "open" else {"subState": f"selaras:{row.decision}"})


def _element(parent: Any, tag: str, **attributes: str) -> Any:
    name = f"{{{_CORE}}}{tag}"
    if parent is None:
        return etree.Element(name, attributes, nsmap=_PREFIXES)
    return etree.SubElement(parent, name, attributes)


def _empty() -> Any:
    file = _element(None, "file", id="f1")
    unit = _element(file, "unit", id="u0")
    _element(_element(unit, "segment"), "source")
    return file
