"""RCV1: Reuters' corpus of 1996–97, `newsitem/{title, headline, byline, dateline, text/p}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.reading.draft import Draft
from align.reading.files import Blob, file_shape
from align.reading.xmltrees import find, local, text_at, xml_tree

_LOOKS = re.compile(rb"<newsitem[\s>]")
_HEAD = 4096
_DATE = re.compile(r"\s*\d{4}-\d\d-\d\d$")


@file_shape(rank=40, looks=lambda blob: bool(_LOOKS.search(blob.data[:_HEAD].replace(b"\0", b""))))
def rcv1(blob: Blob) -> Iterator[Draft]:
    """Every story of an RCV1 file."""
    root = xml_tree(blob.data)
    for item in [root] if local(root) == "newsitem" else find(root, "newsitem"):
        yield Draft(
            reader="rcv1",
            title=text_at(item, "headline") or text_at(item, "title"),
            paragraphs=tuple(" ".join("".join(node.itertext()).split())
                             for node in find(item, "text", "p")),
            authors=tuple(filter(None, [re.sub(r"^By\s+", "", text_at(item, "byline"))])),
            dateline=_DATE.sub("", text_at(item, "dateline")),
            published=item.get("date", ""),
            language=item.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
            notes={"id": item.get("itemid", "")},
        )
