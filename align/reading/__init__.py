"""Bytes to Article: one file per page or feed shape.

`read` takes a path, a URL or "-"; `parse` bytes at hand; `read_all` and `parse_all` all stories of
a file that holds many. Articles come without sentences, which `align.sentences` adds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import FetchError, InputError
from align.model import Article
from align.reading.draft import Draft
from align.reading.files import Blob, stories
from align.reading.files.warc import same_address
from align.reading.finishing import finished
from align.reading.kinds import refuse_unreadable
from align.reading.opening import LARGEST, is_url, opened, shown
from align.reading.pages import BlockedError

if TYPE_CHECKING:
    from align.fetching import Fetched

Client = Callable[[str], "Fetched"]

__all__ = ["parse", "parse_all", "read", "read_all"]

_DEEPEST = 3  # blobs within blobs: a page in an archive under gzip
_MANY = 1000  # articles after which a file is known to hold many


def read(source: str | os.PathLike[str], *, client: Client | None = None) -> Article:
    """The article a source holds.

    Args:
        source: a path, an http(s) URL, or "-" for standard input. A file of many stories takes
            the address of one after a "#": `archive.warc.gz#https://…`.
        client: opens URLs; `align.fetching.fetch` without it.

    Raises:
        InputError: the source cannot be read, with what to do about it.
        FetchError: a URL could not be opened.
    """
    name, wanted = _split(os.fspath(source))
    if is_url(name):
        return _on_the_web(name, client)
    blob = replace(opened(name, client), wanted=wanted)
    return _one(_read_blob(blob, shown(name)), shown(name), wanted)


def _on_the_web(url: str, client: Client | None) -> Article:
    """What goes wrong with a page from the web has a typed outcome, as in `align.fetching`."""
    try:
        return _one(_read_blob(opened(url, client), url), url, "")
    except BlockedError as error:
        raise FetchError(str(error), "blocked") from error
    except InputError as error:
        raise FetchError(str(error), "not an article") from error


def read_all(source: str | os.PathLike[str], *, client: Client | None = None) -> Iterator[Article]:
    """All articles a source holds, in their order. Raises as `read`."""
    name = os.fspath(source)
    return _read_blob(opened(name, client), shown(name))


def parse(data: bytes, *, source: str = "", content_type: str = "", url: str = "") -> Article:
    """The article in some bytes.

    Args:
        source: where they came from, for `provenance` and messages.
        content_type: as the server stated it.
        url: their address, for pages that do not state it; in a file of many stories, the one
            that is wanted.

    Raises:
        InputError: they hold no article.
    """
    blob = Blob(data, content_type, url, wanted=url)
    return _one(_read_blob(blob, source), source, url)


def parse_all(data: bytes, *, source: str = "", content_type: str = "", url: str = "",
              ) -> Iterator[Article]:
    """All articles in some bytes: many for WARC and feeds, else one. Raises as `parse`."""
    return _read_blob(Blob(data, content_type, url), source)


def _read_blob(blob: Blob, source: str, depth: int = 0) -> Iterator[Article]:
    """The articles of a blob. What lies within another and is no article is passed over."""
    name = source if source not in ("", "-") else "The input"
    refuse_unreadable(blob.data, name)
    if len(blob.data) > LARGEST:
        raise InputError(f"{name} is larger than {LARGEST // 2**20} MB; give a single article.")
    inner, failures, found = 0, [], 0
    for story in stories(blob):
        try:
            if isinstance(story, Draft):
                address = blob.url if depth else ""
                yield finished(story, data=blob.data, source=source, address=address)
                found += 1
            elif depth < _DEEPEST:
                inner += 1
                for article in _read_blob(story, source, depth + 1):
                    yield article
                    found += 1
        except InputError as error:
            failures.append(error)
    if failures and not found and inner <= 1:
        raise failures[0]


def _one(found: Iterator[Article], source: str, wanted: str) -> Article:
    """The only article, or the wanted one of many."""
    articles = []
    for article in found:
        if wanted and _is(article, wanted):
            return article
        articles.append(article)
        if len(articles) > _MANY and not wanted:
            break
    if len(articles) == 1:
        return articles[0]
    name = source if source not in ("", "-") else "The input"
    if wanted:
        raise InputError(f"{name} holds no article with the address {wanted}; add all of it to a "
                         "store with 'selaras store add' to see what it holds.")
    if not articles:
        raise InputError(f"{name} holds no article; save the article's text as .txt.")
    count = f"more than {_MANY}" if len(articles) > _MANY else str(len(articles))
    raise InputError(f"{name} holds {count} articles; name one by its address, as in "
                     f"'{name}#{articles[0].url or 'ADDRESS'}'.")


def _is(article: Article, wanted: str) -> bool:
    stated = (article.url, *(str(article.provenance.get(key, "")) for key in ("address", "id")))
    return any(same_address(address, wanted) for address in stated if address)


def _split(name: str) -> tuple[str, str]:
    """"archive.warc#https://…" to file and address; a URL's own fragment stays with it."""
    if is_url(name) or "#" not in name or Path(name).exists():
        return name, ""
    path, _, wanted = name.partition("#")
    return path, wanted
