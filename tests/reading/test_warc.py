"""Web archives, whole and broken."""

import gzip
import io

import pytest
from generations import reuters_2021, reuters_2024
from invented_stories import STORIES
from limits import quickly

from align.errors import InputError
from align.reading import parse, read, read_all

DAM, BANK = STORIES["dam"], STORIES["bank"]


def warc(pages, *, zipped=True):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=zipped)
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()


PAGES = [
    ("https://example.org/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
    ("https://example.org/dam", "200 OK", "text/html", reuters_2024(DAM).encode()),
    ("https://example.org/gone", "404 Not Found", "text/html", b"<p>Gone, it says.</p>"),
    ("https://example.org/x.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://example.org/check", "200 OK", "text/html",
     b"<p>Please enable JS and disable any ad blocker</p>"),
    ("https://example.org/bank", "200 OK", "text/html; charset=utf-8", reuters_2021(BANK).encode()),
]


@pytest.mark.parametrize("zipped", [True, False], ids=["warc.gz", "warc"])
def test_all_pages_of_a_web_archive(tmp_path, zipped):
    path = tmp_path / "archive.warc"
    path.write_bytes(warc(PAGES, zipped=zipped))
    titles = [article.title for article in read_all(path)]
    assert titles == ["User-agent: *", DAM.title, BANK.title] or titles == [DAM.title, BANK.title]


def test_one_page_of_a_web_archive_by_its_address(tmp_path):
    path = tmp_path / "archive.warc.gz"
    path.write_bytes(warc(PAGES))
    article = read(f"{path}#https://www.example.org/bank/")
    assert article.title == BANK.title
    assert parse(path.read_bytes(), url="http://example.org/dam").title == DAM.title


def test_a_web_archive_of_many_asks_which(tmp_path):
    path = tmp_path / "archive.warc.gz"
    path.write_bytes(warc(PAGES))
    with pytest.raises(InputError, match=r"articles; name one by its address, as in '.*#https?://"):
        read(path)
    with pytest.raises(InputError, match="no article with the address"):
        read(f"{path}#https://example.org/nowhere")


def test_a_web_archive_of_one_needs_no_address(tmp_path):
    path = tmp_path / "one.warc.gz"
    path.write_bytes(warc(PAGES[1:2]))
    assert read(path).title == DAM.title


def test_a_record_that_claims_10_gb_is_refused():
    record = (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
              b"Content-Type: application/http; msgtype=response\r\n"
              b"Content-Length: 10737418240\r\n\r\nHTTP/1.1 200 OK\r\n"
              b"Content-Type: text/html\r\n\r\n<p>short</p>")
    for data in (record, gzip.compress(record)):
        with quickly(), pytest.raises(InputError, match="claims to be 10737418240 bytes"):
            parse(data)


def test_a_page_under_gzip_in_an_archive_is_read_no_further_than_a_page_is_large():
    bomb = gzip.compress(bytes(2**27), 1)
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")],
        protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("http://example.org/", "response",
                                                  payload=io.BytesIO(bomb), http_headers=headers))
    data = out.getvalue()
    with quickly(), pytest.raises(InputError):
        parse(data)


@pytest.mark.parametrize("data", [
    b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", warc(PAGES[1:2])[:400],
    b"WARC/9.9 nonsense\r\n\r\n\r\n", warc(PAGES[1:2], zipped=False)[:300],
], ids=["no headers", "negative", "cut gzip", "nonsense", "cut"])
def test_broken_web_archives_are_refused(data):
    with pytest.raises(InputError):
        parse(data)
