"""Feeds and saved pages: MHTML, NewsML-G2, RCV1, JSON, gzip."""

# ruff: noqa: E501  (tables of examples)
import gzip
import json
from email.message import EmailMessage

import pytest
from generations import fusion, reuters_2024
from invented_stories import STORIES
from limits import quickly

from align.errors import InputError
from align.reading import parse, parse_all, read
from align.serial import dumps

DAM, BANK = STORIES["dam"], STORIES["bank"]


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
