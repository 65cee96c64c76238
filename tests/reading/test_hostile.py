"""Hostile XML, HTML and text: refused or read, and soon."""

from contextlib import suppress

import pytest
from invented_stories import STORIES
from limits import quickly

from align.errors import InputError
from align.reading import parse

DAM, BANK = STORIES["dam"], STORIES["bank"]


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
