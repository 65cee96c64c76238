"""A Pearmut campaign (Zouhar et al. 2026): error span annotation with our flags filled in.

Every row with a target is an item, every document a document; annotators draw from one pool. A
flag's target spans are error spans; one that marks only the source (an omitted phrase) is a span on
Pearmut's token for what is missing. Offsets are those of its page: UTF-16 units, line breaks not
counted, the end included.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from align.export.documents import slug
from align.export.formats import format
from align.export.out import Out
from align.export.rows import FlagCell, Row

_MODEL = "rewrite"
_SEVERITY = {"critical": "major", "major": "major", "minor": "minor"}
_MEDIA = ("<audio ", "<video ", "<img ", "<iframe ")  # what the page takes for a tag, not for text


@format
def write(rows: Iterator[Row], out: Out) -> int:
    told = (row for row in rows if row.target)
    campaign = {
        "info": {"assignment": "single-stream", "protocol": "ESA", "users": 1, "shuffle": False},
        "campaign_id": slug(out.path.name.partition(".")[0]), "data": []}
    head = json.dumps(campaign, ensure_ascii=False)
    count = 0
    with out.file().open("w", encoding="utf-8", newline="\n") as file:
        file.write(head.removesuffix("]}"))
        for number, (_, group) in enumerate(groupby(told, key=lambda row: row.document)):
            items = [_item(row) for row in group]
            file.write(",\n" if number else "\n")
            json.dump(items, file, ensure_ascii=False)
            count += len(items)
        file.write("\n]}\n")
    return count


def _item(row: Row) -> dict[str, Any]:
    item = {"item_id": f"{row.document}#{row.bead}", "src": _text(row.source),
            "tgt": {_MODEL: _text(row.target)}, "score": row.score, "faithful": row.faithful,
            "source_sha256": row.source_sha256, "signature": row.signature}
    if not row.source:
        del item["src"]
    spans = [span for flag in row.flags for span in _spans(flag, row)]
    if spans:
        item["error_spans"] = {_MODEL: spans}
    return item


def _text(text: str) -> str:
    return f" {text}" if text.startswith(_MEDIA) else text


def _spans(flag: FlagCell, row: Row) -> list[dict[str, Any]]:
    shift = len(_text(row.target)) - len(row.target)
    places = [(_units(row.target[:start]) + shift, _units(row.target[:end]) + shift - 1)
              for start, end in flag.target]
    if not places:
        missing = _units(row.target) + shift
        places = [(missing, missing)]
    return [{"start_i": start, "end_i": end, "severity": _SEVERITY[flag.severity],
             "category": f"Accuracy/{flag.category.capitalize()}"}
            for start, end in places if end >= start]


def _units(text: str) -> int:
    return len(text.replace("\n", "").encode("utf-16-le")) // 2
