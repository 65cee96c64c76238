"""A page from a server to an Article: fetching and reading together."""

from functools import partial

import pytest

from align.errors import FetchError
from align.fetching import fetch
from align.reading import read

PAGE = ("<html><head>{}<title>Bendungan “Quarren” dikuras</title></head><body>"
        "<h1>Bendungan “Quarren” dikuras</h1>"
        "<p>Badan air akan mengurasnya — segera, katanya pada hari Senin.</p></body></html>")


@pytest.mark.parametrize(("sent", "header", "meta"), [
    ("utf-8", "utf-8", ""), ("cp1252", "utf-8", ""), ("cp1252", "iso-8859-1", ""),
    ("utf-8", "iso-8859-1", ""), ("cp1252", "", '<meta charset="iso-8859-1">'),
    ("utf-16", "utf-8", ""), ("utf-8", "nonsense", '<meta charset="utf-16">'),
])
def test_wrong_charsets(server, quick, sent, header, meta):
    kind = f"text/html; charset={header}" if header else "text/html"
    data = PAGE.format(meta).encode(sent)
    url = server.on("/page", lambda h: h.reply(200, data, content_type=kind))
    article = read(url, client=partial(fetch, settings=quick))
    assert article.title == "Bendungan “Quarren” dikuras"
    assert article.paragraphs[1] == "Badan air akan mengurasnya — segera, katanya pada hari Senin."
    assert article.url == url
    assert article.provenance["source"] == url


@pytest.mark.parametrize("body", [b"<html><body></body></html>", b"", b"%PDF-1.7"])
def test_what_is_no_article_is_typed(server, quick, body):
    url = server.on("/page", lambda h: h.reply(200, body, content_type="text/html"))
    with pytest.raises(FetchError) as caught:
        read(url, client=partial(fetch, settings=quick))
    assert caught.value.outcome == "not an article"
