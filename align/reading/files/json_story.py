"""JSON: an Article as `selaras fetch` writes it, or a story object as Arc publishers keep it."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from align.errors import InputError
from align.model import Article
from align.reading.draft import Draft
from align.reading.files import Blob, file_shape
from align.reading.files.html import page_text
from align.reading.pages.fusion import story_draft
from align.serial import from_json


def _looks(blob: Blob) -> bool:
    head = blob.data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"{") and b'":' in head.replace(b" ", b"")


@file_shape(rank=50, looks=_looks)
def json_story(blob: Blob) -> Iterator[Draft]:
    """The one story of a JSON file.

    Raises:
        InputError: it is JSON of another kind.
    """
    try:
        thing = json.loads(page_text(blob)[0], strict=False)
    except (ValueError, RecursionError) as error:
        why = textwrap.shorten(str(error), 120, placeholder=" …")
        raise InputError(f"This JSON is broken ({why}); give the article "
                         "as .txt.") from error
    story: Any = thing.get("result", thing) if isinstance(thing, dict) else thing
    if isinstance(story, dict) and isinstance(story.get("content_elements"), list):
        yield story_draft(story, "arc")
    elif isinstance(story, dict) and isinstance(story.get("text"), str) and "title" in story:
        yield _of_article(from_json(Article, {**story, "sentences": []}))
    else:
        raise InputError("This JSON is not an article as 'selaras fetch' writes it; give the "
                         "article as .txt or .html.")


def _of_article(article: Article) -> Draft:
    body = article.paragraphs[1:] if article.title else article.paragraphs
    notes = {name: fact for name, fact in article.provenance.items()
             if name not in ("reader", "sha256")}
    return Draft("article", article.title, body, tuple(filter(None, [article.byline])),
                 article.dateline, article.published, article.updated, article.url,
                 article.language, notes=notes)
