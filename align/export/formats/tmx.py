"""TMX 1.4b: one translation unit per row that has both sides; all else a row holds as properties.

A column is a property `x-COLUMN` of the unit, one that tells of a side (`source_url`) a property of
that side (`x-url`), and a flag `x-flag`: `category/check/severity: message`. A side was created
when its article was published. The file itself bears a date only if SOURCE_DATE_EPOCH names one, so
that the same reviews make the same bytes. Characters that XML forbids are replaced and counted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from operator import attrgetter
from typing import Any

from lxml import etree

from align._version import __version__
from align.export.cells import plain
from align.export.formats import format
from align.export.out import Out
from align.export.pairs import UNKNOWN, matches
from align.export.rows import COLUMNS, Row


@dataclass(frozen=True, slots=True)
class _Told:
    """Columns that become properties, and of which type."""

    values: Callable[[Row], tuple[Any, ...]]
    types: tuple[dict[str, str], ...]

    @classmethod
    def of(cls, columns: Sequence[str], prefix: str) -> _Told:
        return cls(attrgetter(*columns), tuple(
            {"type": f"x-{name.removeprefix(prefix).replace('_', '-')}"} for name in columns))


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STAMP = "%Y%m%dT%H%M%SZ"
_ELSEWHERE = {"source", "target", "kind", "flags", "source_language", "target_language",
              "source_published", "target_published"}
_OF_UNIT, _OF_SOURCE, _OF_TARGET = (
    _Told.of([name for name in COLUMNS if name not in _ELSEWHERE and (
        name.startswith(prefix) if prefix else not name.startswith(("source_", "target_")))],
             prefix) for prefix in ("", "source_", "target_"))


@format
def write(rows: Iterator[Row], out: Out) -> int:
    count = 0
    pairs = matches(rows)
    first = next(pairs, None)
    with etree.xmlfile(str(out.file()), encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("tmx", {"version": "1.4"}):
            xml.write(etree.Element("header", _header(first, out)), pretty_print=True)
            with xml.element("body"):
                for row in chain([first] if first else [], pairs):
                    xml.write(_unit(row, out), pretty_print=True)
                    count += 1
    return count


def _header(first: Row | None, out: Out) -> dict[str, str]:
    header = {"creationtool": "selaras", "creationtoolversion": __version__,
              "segtype": "sentence", "o-tmf": "selaras", "adminlang": "en", "datatype": "plaintext",
              "srclang": out.xml(first.source_language or UNKNOWN) if first else "*all*"}
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        header["creationdate"] = datetime.fromtimestamp(int(epoch), UTC).strftime(_STAMP)
    return header


def _unit(row: Row, out: Out) -> Any:
    unit = etree.Element("tu", {"tuid": out.xml(f"{row.document}#{row.bead}"),
                                "srclang": out.xml(row.source_language or UNKNOWN)})
    _properties(unit, row, _OF_UNIT, out)
    for flag in row.flags:
        etree.SubElement(unit, "prop", {"type": "x-flag"}).text = out.xml(
            f"{flag.short}: {flag.message}")
    _side(unit, row.source, row.source_language, row.source_published, out, (row, _OF_SOURCE))
    _side(unit, row.target, row.target_language, row.target_published, out, (row, _OF_TARGET))
    return unit


def _side(unit: Any, text: str, language: str, published: str, out: Out,
          told: tuple[Row, _Told]) -> None:
    side = etree.SubElement(unit, "tuv", {_LANG: out.xml(language or UNKNOWN)})
    created = _stamp(published)
    if created:
        side.set("creationdate", created)
    _properties(side, *told, out)
    etree.SubElement(side, "seg", {_SPACE: "preserve"} if _delicate(text) else {}).text = (
        out.xml(text))


def _properties(element: Any, row: Row, told: _Told, out: Out) -> None:
    for value, kind in zip(told.values(row), told.types, strict=True):
        text = plain(value)
        if text:
            etree.SubElement(element, "prop", kind).text = out.xml(text)


def _delicate(text: str) -> bool:
    return text != " ".join(text.split())


def _stamp(moment: str) -> str:
    """An ISO 8601 date, or date and time, as TMX writes it; nothing for anything else."""
    if not re.match(r"\d{4}-\d\d-\d\d", moment):
        return ""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    return (found.astimezone(UTC) if found.tzinfo else found).strftime(_STAMP)
