"""Files of many articles as JSON: one object a line (`.jsonl`), or one or a list (`.json`).

An object is an article as `selaras fetch` writes it, or `{"title", "text"}` with any of `url`,
`date` or `published`, `byline` and `language`; `text` need not begin with the title. `.gz` of
either is read too.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO

from align.errors import InputError
from align.fetching.inflating import STREAM, InflateError, Pieces, inflated
from align.model import Article
from align.reading.language import language
from align.serial import from_json

SUFFIXES = (".jsonl", ".jsonl.gz", ".json", ".json.gz")
_SAMPLE = 2000  # characters that tell the language
_LARGEST = 64 * 2**20  # bytes of a file that is not read by the line
_PIECE = 65_536
_MOST_BLANK = 1_000_000
_LONGEST = 1 << 24  # bytes of a line, after which the file is no feed of articles


def is_feed(path: Path) -> bool:
    return path.name.lower().endswith(SUFFIXES)


def read_feed(path: Path) -> Iterator[Article]:
    """The articles of a feed file, read as they are asked for.

    Raises:
        InputError: the file cannot be read, is cut short or too large; or, once all others are
            read, some lines are no articles.
    """
    by_line = ".jsonl" in path.name.lower()
    try:
        with path.open("rb") as file, _unpacked(file, path) as content:
            yield from _of_lines(content, path) if by_line else _of_list(content, path)
    except InflateError as error:
        raise InputError(f"Cannot read {path}: {error}") from error
    except (OSError, EOFError) as error:
        raise InputError(f"Cannot read {path} ({error}); name a whole file.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not JSON as the name says ({error}); "
                         "mend it or leave it out.") from error


def _unpacked(file: BinaryIO, path: Path) -> IO[bytes]:
    if not path.name.lower().endswith(".gz"):
        return file
    pieces = iter(lambda: file.read(_PIECE), b"")
    return io.BufferedReader(Pieces(inflated(pieces, STREAM)), _PIECE)


def _of_list(content: IO[bytes], path: Path) -> Iterator[Article]:
    data = content.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError(f"{path} is larger than {_LARGEST // 2**20} MB, which is not read at "
                         "once; make it a .jsonl file, one article a line.")
    whole = json.loads(data)
    for one in whole if isinstance(whole, list) else [whole]:
        yield _article(one, f"{path}")


def _of_lines(content: IO[bytes], path: Path) -> Iterator[Article]:
    """The articles of all good lines; then, if there are bad ones, an error that names them."""
    blank = number = 0
    bad: list[str] = []
    while line := content.readline(_LONGEST):
        number += 1
        if not line.strip():
            if (blank := blank + 1) > _MOST_BLANK:
                raise InputError(f"{path} has more than {_MOST_BLANK:,} empty lines; it is no feed "
                                 "of articles.")
            continue
        try:
            article = _article(json.loads(line), f"{path}#{number}")
        except (ValueError, RecursionError, InputError) as error:
            why = "it is not JSON" if isinstance(error, (ValueError, RecursionError)) else "no text"
            bad.append(f"line {number} ({why})")
            continue
        yield article
    if bad:
        more = f" and {len(bad) - 3:,} more" if len(bad) > 3 else ""
        raise InputError(f"{path} holds what is no article, which is not JSON or has no 'text': "
                         f"{', '.join(bad[:3])}{more}; mend that, the other lines were read.")


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
