"""Feeds and containers: WARC, MHTML, NewsML-G2, RCV1, JSON, gzip; also hostile ones."""

# ruff: noqa: E501  (tables of examples)
import gzip
import io
import json
import resource
import time
from contextlib import contextmanager, suppress
from email.message import EmailMessage

import pytest
from generations import fusion, reuters_2021, reuters_2024
from invented_stories import STORIES

from align.errors import InputError
from align.model import dumps
from align.reading import parse, parse_all, read, read_all

DAM, BANK = STORIES["dam"], STORIES["bank"]


@contextmanager
def quickly(seconds=5.0, kilobytes=200_000):
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    yield
    assert time.process_time() - began < seconds
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < kilobytes


# ---------------------------------------------------------------------------- WARC

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


# ---------------------------------------------------------------------------- MHTML

def mhtml(html, address="https://www.reuters.com/dam", parts=3):
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    message["Subject"] = "=?utf-8?Q?Quarren=20dam?="
    message["MIME-Version"] = "1.0"
    message.make_related()
    frame = EmailMessage()
    frame.set_content("<p>An advertisement in a frame.</p>", subtype="html")
    frame["Content-Location"] = "https://ads.example.org/"
    page = EmailMessage()
    page.set_content(html, subtype="html", cte="quoted-printable")
    page["Content-Location"] = address
    for part in (frame, page):
        message.attach(part)
    for number in range(parts):
        image = EmailMessage()
        image.set_content(b"\x89PNG", maintype="image", subtype="png")
        image["Content-Location"] = f"https://www.reuters.com/{number}.png"
        message.attach(image)
    return message.as_bytes()


def test_a_page_saved_with_its_parts():
    story = reuters_2024(DAM).replace(f'<link rel="canonical" href="{DAM.url}"/>', "").replace(
        fusion(DAM), "")
    article = parse(mhtml(story))
    assert list(article.paragraphs[1:]) == DAM.paragraphs
    assert article.url == "https://www.reuters.com/dam"


def test_a_saved_page_of_10_000_parts_is_refused():
    part = b"--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n"
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    with quickly(), pytest.raises(InputError, match="parts"):
        parse(head + part * 10_000)


def test_parts_within_parts_without_end_are_refused():
    layers = [b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
              for n in range(900)]
    with quickly(), pytest.raises(InputError):
        parse(b"MIME-Version: 1.0\r\n" + b"".join(layers))


def test_a_saved_page_without_page_is_refused():
    with pytest.raises(InputError, match="holds no page"):
        parse(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
              b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n")


# ---------------------------------------------------------------------------- NewsML-G2

LEAD = "Engineers in Quarren will drain the dam, the water board said, and no one was surprised."
NEXT = "It was not clear who would pay for it."
BODIES = {
    "paragraphs": f"<p>QUARREN, May 4 (Reuters) - {LEAD}</p><p>{NEXT}</p>"
                  "<p>(Reporting by Mira Tolland; Editing by Joss Ember)</p>",
    "one paragraph": f"<p>(Adds comments, detail)\n    QUARREN, May 4 (Reuters) - {LEAD[:40]}\n"
                     f"{LEAD[40:]}\n    {NEXT}\n"
                     "    (Reporting by Mira Tolland; Editing by Joss Ember)\n</p>",
    "preformatted": f"<pre>    QUARREN, May 4 (Reuters) - {LEAD}\n\n    {NEXT}\n\n"
                    "    (Reporting by Mira Tolland; Editing by Joss Ember)\n</pre>",
}


def item(body, *, guid="tag:reuters.com,2020:newsml_L8N2CM1", version="3", status="stat:usable",
         headline="UPDATE 1-Quarren to drain its dam", inline=None):
    inline = inline or (
        '<inlineXML contenttype="application/xhtml+html">'
        '<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title/></head><body>{body}</body></html></inlineXML>")
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}"
      standard="NewsML-G2" xml:lang="en"><itemMeta>
      <versionCreated>2020-05-04T10:45:30.000Z</versionCreated>
      <firstCreated>2020-05-04T08:15:00.000Z</firstCreated>
      <pubStatus qcode="{status}"/></itemMeta>
      <contentMeta><slugline>QUARREN-DAM/ (UPDATE 1)</slugline><headline>{headline}</headline>
      <by>Mira Tolland</by><language tag="en"/><altId type="idType:USN">L8N2CM1</altId></contentMeta>
      <contentSet>{inline}</contentSet></newsItem>"""


def message(*items):
    return ('<?xml version="1.0" encoding="UTF-8"?>'
            '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
            f"<header/><itemSet>{''.join(items)}</itemSet></newsMessage>").encode()


@pytest.mark.parametrize("form", list(BODIES))
def test_the_body_forms_of_newsml(form):
    article = parse(message(item(BODIES[form])))
    assert article.title == "Quarren to drain its dam"
    assert article.paragraphs[1:] == (LEAD, NEXT)
    assert article.dateline == "QUARREN, May 4 (Reuters)"
    assert (article.byline, article.published, article.updated) == (
        "Mira Tolland", "2020-05-04T08:15:00Z", "2020-05-04T10:45:30Z")
    notes = ["(Adds comments, detail)"] if form == "one paragraph" else []
    assert article.provenance["versions"] == ["UPDATE 1", *notes]
    assert article.provenance["id"] == "tag:reuters.com,2020:newsml_L8N2CM1"
    assert article.provenance["version"] == "3"


@pytest.mark.parametrize("text", [f"&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{NEXT}&lt;/p&gt;",
                                  f"    {LEAD}\n    {NEXT}",
                                  f"<![CDATA[<p>{LEAD}</p><p>{NEXT}</p>]]>"],
                         ids=["escaped", "text", "cdata"])
def test_inline_data(text):
    data = message(item("", inline=f'<inlineData contenttype="text/plain">{text}</inlineData>'))
    assert parse(data).paragraphs[1:] == (LEAD, NEXT)


def test_many_items_and_one_by_its_id():
    data = message(item(BODIES["paragraphs"], guid="tag:a"), item(f"<p>{NEXT}</p>", guid="tag:b"),
                   item(f"<p>{NEXT}</p>", guid="tag:c", status="stat:canceled"))
    assert [article.provenance["id"] for article in parse_all(data)] == ["tag:a", "tag:b"]
    assert parse(data, url="tag:b").paragraphs[1:] == (NEXT,)
    with pytest.raises(InputError, match="2 articles"):
        parse(data)


# ---------------------------------------------------------------------------- RCV1, JSON, gzip

def test_rcv1():
    article = parse(b"""<?xml version="1.0" encoding="iso-8859-1" ?>
      <newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en">
      <title>QUARREN: Dam to be drained.</title>
      <headline>Dam at Quarren to be drained - caf\xe9.</headline><byline>Mira Tolland</byline>
      <dateline>QUARREN 1996-08-20</dateline><text><p>Engineers will drain the dam.</p>
      <p>No one minds.</p></text><copyright>(c) Reuters Limited 1996</copyright></newsitem>""")
    assert article.title == "Dam at Quarren to be drained - café."
    assert article.paragraphs[1:] == ("Engineers will drain the dam.", "No one minds.")
    assert (article.byline, article.dateline, article.published) == (
        "Mira Tolland", "QUARREN", "1996-08-20")


def test_an_article_as_json_comes_back():
    article = parse(reuters_2024(DAM).encode(), source="dam.html")
    again = parse(dumps(article).encode())
    assert (again.title, again.text) == (article.title, article.text)
    assert (again.byline, again.published) == (article.byline, article.published)


@pytest.mark.parametrize("thing", [{"a": 1}, {"title": 5, "text": "x"}, {"beads": []}])
def test_other_json_is_refused(thing):
    with pytest.raises(InputError):
        parse(json.dumps(thing).encode())


def test_gzip_around_a_page(tmp_path):
    path = tmp_path / "dam.html.gz"
    path.write_bytes(gzip.compress(reuters_2024(DAM).encode()))
    assert list(read(path).paragraphs[1:]) == DAM.paragraphs


def test_a_gzip_bomb_is_refused(tmp_path):
    path = tmp_path / "bomb.gz"
    with gzip.open(path, "wb", compresslevel=1) as out:
        for _ in range(80):
            out.write(bytes(2**20))
    with quickly(), pytest.raises(InputError, match="more than 32 MB"):
        read(path)


# ---------------------------------------------------------------------------- hostile XML and HTML

BOMB = ('<?xml version="1.0"?><!DOCTYPE newsitem [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
        + "]><newsitem><headline>&m;</headline><text><p>&m;</p></text></newsitem>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("root", ["newsitem", "newsMessage", "html", "lolz", "rss"])
def test_an_entity_bomb_is_refused(encoding, root):
    bomb = BOMB.replace("newsitem", root).replace('"1.0"', f'"1.0" encoding="{encoding}"', 1)
    data = bomb.encode(encoding)
    with quickly(), pytest.raises(InputError, match="declares entities"):
        parse(data)


def test_no_outer_file_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    data = (f'<?xml version="1.0"?><!DOCTYPE newsitem SYSTEM "{secret.as_uri()}">'
            "<newsitem><headline>Dam drained</headline><text><p>&x;Soon.</p></text></newsitem>")
    with suppress(InputError):
        assert "secret" not in parse(data.encode()).text


@pytest.mark.parametrize("tag", ["div", "b", "p", "span", "table><tr><td", "blockquote", "ul><li"])
def test_html_nested_100_000_deep_is_refused_or_read(tag):
    data = f"<html><body>{f'<{tag}>' * 100_000}<p>Deep text it is.</p></body></html>".encode()
    with quickly():
        try:
            parse(data)
        except InputError as error:
            assert "nested" in str(error) or "parts" in str(error)  # noqa: PT017


@pytest.mark.parametrize("xml", ['<?xml version="1.0"?><rss><channel/></rss>',
                                 '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_other_xml_is_refused(xml):
    with pytest.raises(InputError, match="no news format"):
        parse(xml.encode())


def test_a_page_in_xml_is_a_page():
    html = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><body><h1>Dam “drained”</h1>'
    assert parse(f"{html}<p>Soon, it said.</p></body></html>".encode()).title == "Dam “drained”"


def test_deep_xml_is_refused():
    data = b"<newsitem>" + b"<p>" * 100_000 + b"x" + b"</p>" * 100_000 + b"</newsitem>"
    with quickly(), pytest.raises(InputError):
        parse(data)


@pytest.mark.parametrize("line", [
    "- ", "A-", "1", "Aa, ", "(", "News / ", "& ", "&#", "<", "<a ", "Baca juga: ", "Reporting by ",
    "2021-01-01 ", "^", "_", '"', "\u200b", "e\u0301", "REUTERS/", "#a ", "Aa-", "1 | ", "A. ",
])
@pytest.mark.parametrize("length", [150, 1100, 30_000])
def test_no_line_takes_forever(line, length):
    line = (line * length)[:length]
    with quickly():
        for shape in ("{}", "Judul berita\n\n{}\n\nParagraf lain.", "<p>{}</p><p>More of it.</p>"):
            with suppress(InputError):
                parse(shape.format(line).encode())
