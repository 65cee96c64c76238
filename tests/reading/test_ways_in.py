"""However bytes come in (file, pipe, archive, odd names), all are read or it is said."""

# ruff: noqa: E501  (tables of examples)

import gzip
import os
import subprocess
import sys
import threading

import pytest
from generations import reuters_2024
from invented_stories import STORIES
from limits import quickly
from test_warc import PAGES, warc

from align.errors import InputError
from align.reading import opening, parse, read, read_all

DAM = STORIES["dam"]
HTML = reuters_2024(DAM).encode()


@pytest.mark.parametrize("name", ["page.html", "page.html.gz", "one.warc", "one.warc.gz"])
def test_process_substitution(name, tmp_path):
    data = warc(PAGES[1:2], zipped=name.endswith(".gz")) if "warc" in name else (
        gzip.compress(HTML) if name.endswith(".gz") else HTML)
    (tmp_path / name).write_bytes(data)
    code = "import sys; from align.reading import read; print(read(sys.argv[1]).title)"
    done = subprocess.run(["bash", "-c", f"{sys.executable} -c '{code}' <(cat {tmp_path / name})"],
                          capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == (DAM.title, "")


@pytest.mark.parametrize("data", [HTML, gzip.compress(HTML), warc(PAGES[1:2])],
                         ids=["html", "gz", "warc.gz"])
def test_standard_input(data):
    code = "from align.reading import read; print(read('-').title)"
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, timeout=60)
    assert (done.stdout.decode().strip(), done.stderr) == (DAM.title, b"")


def test_standard_input_that_is_closed():
    code = ("from align.errors import InputError\nfrom align.reading import read\n"
            "try: read('-')\nexcept InputError as error: print(error)")
    done = subprocess.run(["bash", "-c", f'exec "{sys.executable}" -c "$CODE" <&-'],
                          capture_output=True, text=True, timeout=60, env={**os.environ, "CODE": code})
    assert "closed" in done.stdout, done.stderr


def test_a_pipe_that_no_one_writes_to_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_WAIT", 0.3)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="no one writes to"):
        read(tmp_path / "pipe")


def test_a_pipe_whose_writer_is_slow_is_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    def write():
        with (tmp_path / "pipe").open("wb") as pipe:
            for start in range(0, len(HTML), 500):
                pipe.write(HTML[start:start + 500])
                pipe.flush()

    writer = threading.Timer(0.2, write)
    writer.start()
    assert read(tmp_path / "pipe").title == DAM.title
    writer.join()


def test_a_name_that_is_no_utf8(tmp_path):
    path = os.fsencode(tmp_path) + b"/berita-\xff\xe9.html"
    with open(path, "wb") as file:  # noqa: PTH123  (a path of bytes)
        file.write(HTML)
    article = read(os.fsdecode(path))
    assert article.provenance["source"].endswith("berita-\\xff\\xe9.html")
    article.provenance["source"].encode()
    with pytest.raises(InputError, match=r"no file .*hilang-\\xff"):
        read(os.fsdecode(os.fsencode(tmp_path) + b"/hilang-\xff"))


def test_a_cut_gzip_file_is_said_to_be_cut(tmp_path):
    whole = gzip.compress(HTML)
    for share in (0.2, 0.5, 0.99):
        (tmp_path / "cut.html.gz").write_bytes(whole[:int(share * len(whole))])
        with pytest.raises(InputError, match="cut short"):
            read(tmp_path / "cut.html.gz")


@pytest.mark.parametrize("zipped", [True, False], ids=["warc.gz", "warc"])
def test_a_cut_archive_gives_its_whole_pages_and_then_says_so(tmp_path, zipped):
    data = warc(PAGES, zipped=zipped)
    (tmp_path / "cut").write_bytes(data[:-len(data) // 9])
    found = read_all(tmp_path / "cut")
    titles = []
    with pytest.raises(InputError, match="cut short"):
        titles.extend(article.title for article in iter(found.__next__, None))
    (tmp_path / "cut").write_bytes(warc(PAGES[1:2], zipped=zipped)[:-200])
    with pytest.raises(InputError, match="cut short"):
        read(tmp_path / "cut")


def test_one_gzip_stream_around_many_records(tmp_path):
    (tmp_path / "whole.warc.gz").write_bytes(gzip.compress(warc(PAGES, zipped=False)))
    titles = [article.title for article in read_all(tmp_path / "whole.warc.gz")]
    assert titles[-2:] == [DAM.title, STORIES["bank"].title]


def record(headers, body, *, kind="application/http; msgtype=response", uri="https://example.org/a",
           length=None):
    http = ("HTTP/1.1 200 OK\r\n" + headers + "\r\n").encode() + body
    address = f"WARC-Target-URI: {uri}\r\n" if uri else ""
    head = (f"WARC/1.0\r\nWARC-Type: response\r\n{address}Content-Type: {kind}\r\n"
            f"Content-Length: {len(http) if length is None else length}\r\n\r\n")
    return head.encode() + http + b"\r\n\r\n"


def chunked(data, size=700):
    cut = [data[at:at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in cut) + b"0\r\n\r\n"


@pytest.mark.parametrize(("headers", "body"), [
    ("Content-Type: text/html\r\nTransfer-Encoding: Chunked\r\n", chunked(HTML)),
    ("Content-Type: text/html\r\ntransfer-encoding: CHUNKED\r\n", chunked(HTML)),
    ("Content-Type: text/html\r\nTransfer-Encoding: gzip, chunked\r\n", chunked(gzip.compress(HTML))),
    ("Content-Type: text/html\r\nContent-Encoding: GZIP\r\nTransfer-Encoding: chunked\r\n",
     chunked(gzip.compress(HTML))),
    ("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzip.compress(HTML)),
    ("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", HTML),
    ("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", HTML),
    ("Content-Type: TEXT/HTML; charset=utf-8\r\n", HTML), ("", HTML), ("Server: x\r\n", HTML),
], ids=["Chunked", "CHUNKED", "gzip, chunked", "both", "gzip", "not so", "not chunked", "capitals",
        "no headers", "no type"])
def test_pages_in_an_archive_as_servers_send_them(headers, body):
    assert parse(record(headers, body)).title == DAM.title


def test_what_has_no_type_and_is_no_page_is_passed_over():
    data = record("", b"\x89PNG\r\n" + bytes(900)) + record("", HTML)
    assert parse(data).title == DAM.title


def test_a_record_without_an_address_is_read():
    assert parse(record("Content-Type: text/html\r\n", HTML, uri="")).title == DAM.title


@pytest.mark.parametrize("length", ["-5", "9" * 30, "9" * 6000, "abc", "", "1e5", "²"])
def test_an_absurd_length_is_one_sentence(length):
    with quickly(), pytest.raises(InputError) as caught:
        parse(record("Content-Type: text/html\r\n", HTML, length=length))
    assert str(caught.value).count("\n") == 0
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("charset", ["zip", "bz2", "rot13", "hex", "base64", "idna", "unicode_escape",
                                     "utf-7", "undefined", "replacement", "x-user-defined", "\u00e9"])
def test_a_page_names_encodings_of_text_alone(charset):
    page = (f'<html><head><meta charset="{charset}"></head><body><h1>Dam drained</h1><p>“Soon,” it '
            "said, at the café.</p></body></html>").encode("cp1252")
    with quickly():
        for content_type in ("text/html", f"text/html; charset={charset}"):
            assert parse(page, content_type=content_type).paragraphs[-1].startswith("“Soon,” it said")


def test_a_story_of_line_ends_is_refused_soon():
    for data in (b"A title\n" + b"\n" * 2**23, b"A title\n" + b"a\n" * 2**20):
        with quickly(kilobytes=300_000), pytest.raises(InputError, match="which no article has"):
            parse(data)


@pytest.mark.parametrize("data", [
    b"<p " + b" ".join(b"a%d=1" % n for n in range(32_000)) + b">Hello there, it said.</p>",
    b"<html><title>Access Denied</title>" + b"<style>" * 100_000 + b"Access Denied</html>",
    b"<html><title>Access Denied</title>" + b"<" * 700_000,
    b"<html><body>" + b"<a " * 300_000 + b"Access Denied",
], ids=["attributes", "style", "opened", "tags"])
def test_pages_made_to_take_long_do_not(data):
    with quickly():
        try:
            parse(data)
        except InputError as error:
            assert "\n" not in str(error)  # noqa: PT017


def test_the_time_of_reading_grows_with_the_page():
    import time

    def seconds(paragraphs):
        page = b"<h1>Dam</h1>" + b"<div>The dam was drained, it said.</div>" * paragraphs
        began = time.process_time()
        parse(page)
        return time.process_time() - began

    seconds(100)
    once = min(seconds(2000) for _ in range(2))
    assert min(seconds(8000) for _ in range(2)) < 8 * once + 0.3


def test_limits_of_memory_hold_for_a_sparse_file(tmp_path):
    with (tmp_path / "sparse.gz").open("wb") as file:
        file.write(gzip.compress(b"Dam drained\n\nSoon, it said."))
        file.truncate(2**31)
    with quickly():
        assert read(tmp_path / "sparse.gz").title == "Dam drained"
