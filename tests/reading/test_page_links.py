"""Links that stand in a story's own paragraphs, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import parse
from align.reading.links import MOST, plain, site, unarchived

REUTERS = "https://www.reuters.com/world/quarren-to-drain-its-oldest-dam-2020-05-04/"
PAGE = "https://www.situs.co.id/dunia/bendungan-quarren"
TITLE = "Bendungan Tertua Quarren Akan Dikuras"
STORY = (
    "Para insinyur di lembah Quarren akan menguras bendungan tertua sebelum musim dingin, kata "
    "badan air pada hari Senin (4/5), {} dalam sebuah laporan panjang.",
    "Badan itu telah menghabiskan 4,2 juta dolar AS untuk perbaikan tahun lalu dan meminta jumlah "
    "yang sama lagi dari pemerintah daerah.",
    "Para penentang mengatakan bahwa retakan itu sudah lama ada dan tidak berbahaya bagi warga "
    "desa di hilir.",
    "Belum jelas siapa yang akan membayar pekerjaan itu, yang akan berlangsung sampai akhir tahun.",
)
CREDIT = f'<a href="{REUTERS}">dikutip dari Reuters</a>'


def page(credit: str = CREDIT, *, below: str = "", around: str = "", form: str = "<p>{}</p>",
         head: str = f'<link rel="canonical" href="{PAGE}">') -> bytes:
    body = "".join(form.format(text.format(credit)) for text in STORY)
    return (f'<!DOCTYPE html><html lang="id"><head><title>{TITLE}</title>{head}</head><body>'
            f"{around}<article><h1>{TITLE}</h1><div>{body}{below}</div></article></body></html>").encode()


def links(data: bytes, url: str = "") -> list[str]:
    return list(parse(data, url=url).provenance.get("links", []))


@pytest.mark.parametrize("form", ["<p>{}</p>", "{}<br><br>", "<div>{}</div>",
                                  "<p><strong>Jakarta, Situs</strong> - {}</p>"],
                         ids=["paragraphs", "line-breaks", "boxes", "with-datelines"])
def test_a_link_in_a_paragraph_however_paragraphs_are_made(form: str) -> None:
    assert links(page(form=form)) == [REUTERS]


@pytest.mark.parametrize(("href", "kept"), [
    pytest.param(REUTERS, REUTERS, id="absolute"),
    pytest.param(REUTERS.removeprefix("https:"), REUTERS, id="without-scheme"),
    pytest.param(f" {REUTERS[:30]}\n{REUTERS[30:]} ", REUTERS, id="broken-over-lines"),
    pytest.param(f"{REUTERS}#:~:text=dam", REUTERS, id="with-fragment"),
    pytest.param(f"https://web.archive.org/web/20200505000000/{REUTERS}", REUTERS, id="archived"),
    pytest.param("/ekonomi/air", "", id="relative"),
    pytest.param("https://m.situs.co.id/ekonomi/air", "", id="own-site"),
    pytest.param("#komentar", "", id="within-the-page"),
    pytest.param("mailto:desk@reuters.com", "", id="mail"),
    pytest.param("javascript:open('https://www.reuters.com')", "", id="script"),
    pytest.param("https://[broken/", "", id="no-address"),
    pytest.param("https:///", "", id="no-host"),
    pytest.param("", "", id="empty"),
    pytest.param(f"https://www.reuters.com/{'a' * 3000}", "", id="endless"),
])
def test_targets(href: str, kept: str) -> None:
    found = links(page(f'<a href="{href}">dikutip dari Reuters</a>'))
    assert found == ([kept] if kept else [])


def test_relative_links_follow_the_base_of_the_page() -> None:
    head = f'<link rel="canonical" href="{PAGE}"><base href="https://www.reuters.com/">'
    assert links(page('<a href="world/a-story">Reuters</a>', head=head)) == [
        "https://www.reuters.com/world/a-story"]


def test_a_page_read_from_the_archive_has_its_own_site() -> None:
    own = f"https://web.archive.org/web/20200505000000/{PAGE}"
    credit = ('<a href="/web/20200505000000/https://www.situs.co.id/tag/air">air</a>, '
              f'<a href="/web/20200505000000/{REUTERS}">kata Reuters</a>')
    assert links(page(credit, head=""), own) == [REUTERS]


OTHER = "https://www.reuters.com/world/another-story-of-that-day/"
A = f'<a href="{OTHER}">dikutip dari Reuters</a>'


@pytest.mark.parametrize("around", [
    f"<nav><ul><li>{A}</li></ul></nav>", f"<header>{A}</header>", f"<footer><p>{A}</p></footer>",
    f"<aside><p>{A}</p></aside>", f'<div class="promo-box"><p>Sumber: {A}</p></div>',
    f"<div><h3>Berita terkait</h3><ul><li>{A}</li></ul></div>", f"<div>{A}</div>",
    f"<form><p>{STORY[1]} {A}</p></form>", f"<!-- {A} -->",
], ids=["menu", "header", "footer", "aside", "promo", "related", "box", "form", "comment"])
def test_links_around_the_story_are_not_its_own(around: str) -> None:
    assert links(page(around=around)) == [REUTERS]
    assert links(page("", around=around)) == []


@pytest.mark.parametrize("below", [
    f'<p>Baca juga: <a href="{OTHER}">Bendungan Lain Runtuh di Musim Hujan</a></p>',
    f'<p>{STORY[1]} Baca juga: <a href="{OTHER}">Bendungan Lain Runtuh</a></p>',
    f'<p><a href="{OTHER}"><img src="x.jpg" alt=""></a> {STORY[1]}</p>',
    f'<figure><figcaption>Bendungan. Foto: <a href="{OTHER}">Reuters</a></figcaption></figure>',
], ids=["see-also", "see-also-within", "picture", "caption"])
def test_leftovers_within_the_story_lead_elsewhere(below: str) -> None:
    assert links(page(below=below)) == [REUTERS]


@pytest.mark.parametrize("line", [
    f'<p>Sumber : <a href="{REUTERS}">Reuters</a></p>',
    f'<p><a href="{REUTERS}">Sumber: Reuters</a></p>',
    f'<div><strong>SUMBER:</strong> <a href="{REUTERS}"><em>Reuters</em></a></div>',
], ids=["paragraph", "all-of-it", "box"])
def test_a_credit_line_is_not_text_but_its_link_counts(line: str) -> None:
    article = parse(page("", below=line))
    assert article.provenance["links"] == [REUTERS]
    assert "Sumber" not in article.text


def test_each_once_in_order_and_not_too_many() -> None:
    urls = [f"https://contoh.org/{number}" for number in range(MOST + 5)]
    credit = " ".join(f'<a href="{url}">satu</a>' for url in [urls[1], *urls, urls[0]])
    assert links(page(credit)) == [urls[1], urls[0], *urls[2:MOST]]


def test_marks_in_the_tree_leave_the_text_alone() -> None:
    with_links, without = parse(page()), parse(page("dikutip dari Reuters"))
    assert with_links.text == without.text
    assert parse(page("\U00100000\U0010fffd")).provenance.get("links") is None


@pytest.mark.parametrize(("url", "expected"), [
    ("https://www.reuters.com/a", "reuters.com"), ("https://m.situs.co.id/a", "situs.co.id"),
    ("https://www.rri.id", "rri.id"), ("http://situs.go.id:80/", "situs.go.id"), ("x", ""),
    ("https://[x", "")])
def test_sites(url: str, expected: str) -> None:
    assert site(url) == expected


@given(st.text(max_size=30))
def test_any_target_is_a_web_address_or_none(href: str) -> None:
    escaped = href.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    found = links(page(f'<a href="{escaped}">Reuters</a>'))
    assert all(url.startswith(("http://", "https://", "HTTP")) for url in found)
    assert all(unarchived(url) == url for url in found)


@pytest.mark.parametrize(("stated", "url"), [
    ("https://situs.com/a/b?utm_source=x&id=5#top", "https://situs.com/a/b?id=5#top"),
    ("https://situs.com/a?page=2&fbclid=1", "https://situs.com/a?page=2"),
    ("HTTPS://Situs.com:443/a", "https://situs.com/a"),
    ("https://web.archive.org/web/20210113000000/https://situs.com/a?utm_medium=y", "https://situs.com/a"),
    ("tag:situs.com,2021:1", "tag:situs.com,2021:1"), ("", ""),
])
def test_an_address_as_its_site_would_give_it(stated, url):
    assert plain(stated) == url
