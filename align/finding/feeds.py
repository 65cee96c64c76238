"""Files of many articles as JSON: one object a line (`.jsonl`), or one or a list (`.json`).

An object is an article as `selaras fetch` writes it, or `{"title", "text"}` with any of `url`,
`date` or `published`, `byline` and `language`; `text` need not begin with the title. `.gz` of
either is read too.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.model import Article
from align.reading.language import language
from align.serial import from_json

SUFFIXES = (".jsonl", ".jsonl.gz", ".json", ".json.gz")
_SAMPLE = 2000  # characters that tell the language
_LONGEST = 1 << 24  # bytes of a line, after which the file is no feed of articles


def is_feed(path: Path) -> bool:
    return path.name.lower().endswith(SUFFIXES)


def read_feed(path: Path) -> Iterator[Article]:
    """The articles of a feed file, read as they are asked for.

    Raises:
        InputError: a line is no article, or the file cannot be read.
    """
    by_line = ".jsonl" in path.name.lower()
    try:
        with gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb") as file:
            if not by_line:
                whole = json.load(file)
                yield from (_article(one, f"{path}") for one in
                            (whole if isinstance(whole, list) else [whole]))
                return
            number = 0
            while line := file.readline(_LONGEST):
                number += 1
                if line.strip():
                    yield _article(json.loads(line), f"{path}#{number}")
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"Cannot read {path} ({error}); name a whole file.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not JSON as the name says ({error}); "
                         "mend it or leave it out.") from error


def _article(plain: Any, place: str) -> Article:
    if not isinstance(plain, dict) or not isinstance(plain.get("text"), str):
        raise InputError(f"{place} is no article; each needs at least a 'text'.")
    if "sentences" in plain:
        return from_json(Article, plain)
    said = {name: str(plain.get(name) or "").strip()
            for name in ("title", "text", "url", "byline", "language")}
    paragraphs = [line.strip() for line in said["text"].splitlines() if line.strip()]
    if said["title"] and paragraphs[:1] != [said["title"]]:
        paragraphs.insert(0, said["title"])
    text = "\n\n".join(paragraphs)
    return Article(title=said["title"], byline=said["byline"], url=said["url"], text=text,
                   published=str(plain.get("published") or plain.get("date") or ""),
                   language=said["language"] or language(text[:_SAMPLE]),
                   provenance={"source": said["url"] or place, "reader": "feed"})
