"""Pages of publishers without a reader of their own: the ways Indonesian sites are built."""

# ruff: noqa: E501  (markup reads best on the lines it has)
import pytest

from align.reading import parse

TITLE = "Bendungan Tertua Quarren Akan Dikuras"
PARAGRAPH, SUBHEAD, ITEMS = "p", "h", "ul"
STORY = (
    (PARAGRAPH, "Para insinyur di lembah Quarren akan menguras bendungan tertua sebelum musim dingin, "
                "kata badan air kepada Reuters pada hari Senin (4/5)."),
    (PARAGRAPH, "Badan itu (didirikan pada 1931) telah menghabiskan 4,2 juta dolar AS untuk perbaikan "
                "tahun lalu dan meminta jumlah yang sama lagi."),
    (PARAGRAPH, "“Tidak mungkin,” katanya."),
    (SUBHEAD, "Retak sejak 2017"),
    (PARAGRAPH, "Para penentang mengatakan bahwa retakan itu sudah lama ada dan tidak berbahaya bagi "
                "warga desa di hilir."),
    (PARAGRAPH, "“Kami belum tahu,” tambahnya. “Sulit untuk melacak berapa banyak orang yang memberi "
                "tahu kami bahwa mereka takut.”"),
    (ITEMS, "Desa Atas|Desa Bawah"),
    (PARAGRAPH, "Belum jelas siapa yang akan membayar pekerjaan itu, yang akan berlangsung sampai "
                "akhir tahun."),
    (PARAGRAPH, "Warga desa mengatakan mereka tidak keberatan selama air minum tetap mengalir."),
)
BODY = [part for _, text in STORY for part in text.split("|")]


def body(paragraph="<p>{}</p>", subhead="<h3>{}</h3>", middle="", first=""):
    parts = []
    for number, (kind, text) in enumerate(STORY):
        if kind == ITEMS and "<br" in paragraph:
            parts += [paragraph.format(item) for item in text.split("|")]
        elif kind == ITEMS:
            items = "".join(f"<li>{item}</li>" for item in text.split("|"))
            parts.append(f"<ul>{items}</ul>")
        else:
            lead = "" if number else first
            parts.append((subhead if kind == SUBHEAD else paragraph).format(lead + text))
        parts.append(middle if number == 2 else "")
    return "\n".join(parts)


MENU = "".join(f'<li><a href="/{number}">Menu {number}</a></li>' for number in range(12))
HEAD = (f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{TITLE} - Situs.com'
        f'</title><meta property="og:title" content="{TITLE}"><meta name="author" content="Budi S.">'
        '<meta name="publishdate" content="2020/05/04 10:15:00"></head><body><header><nav><ul>'
        f"{MENU}</ul></nav></header>")
OTHERS = "".join(f'<li><a href="/b{number}">Berita lain nomor {number} tentang ekonomi dan politik '
                 "nasional hari ini</a></li>" for number in range(8))
FOOT = (f'<div class="sidebar"><h3>Terpopuler</h3><ul>{OTHERS}</ul></div>'
        "<footer><p>Copyright @ 2020 Situs.com, All right reserved</p></footer></body></html>")
ALSO = '<strong>Baca juga: </strong><a href="/x">Bendungan Lain Runtuh di Musim Hujan</a>'

SITES = {
    "text in a box": (
        f'<article class="detail"><h1>{TITLE}</h1><div>Budi S. - detikNews</div><div>Senin, 4 Mei '
        '2020 10:15 WIB</div><figure><figcaption>Foto: REUTERS/Ola Brink</figcaption></figure>'
        '<div class="detail__body-text"><strong>Jakarta</strong> - '
        + body(middle=f'<table><tr><td><div>{ALSO}</div></td></tr></table><div>ADVERTISEMENT<br>'
                      "SCROLL TO CONTINUE WITH CONTENT</div>")
        + "<p><strong>Simak Video: Air Naik</strong></p><p>[Gambas:Video 20detik]</p><br>"
          '<strong>(nds/krs)</strong></div><div class="tag"><a href="/t">bendungan</a></div></article>',
        "Jakarta"),
    "dateline apart": (
        f'<div class="content_detail"><h1>{TITLE}</h1><div class="date">Senin, 4 Mei 2020</div>'
        '<div class="detail_text"><b>Jakarta, CNN Indonesia</b> -- '
        + body(middle='<table class="linksisip"><tr><td><a href="x">Lihat Juga: Air</a></td></tr>'
                      "</table>") + "<b>(nds/krs)</b><br>[Gambas:Video CNN]</div></div>",
        "Jakarta, CNN Indonesia"),
    "dateline within": (
        f'<div><h1 class="read__title">{TITLE}</h1><div class="read__content"><div class="clearfix">'
        + body(middle=f"<p>{ALSO}</p>", first="<strong>QUARREN, KOMPAS.com</strong> - ")
        + "<div>Dapatkan update berita pilihan dan breaking news setiap hari. Mari bergabung di "
          "Grup Telegram.</div></div></div></div>", "QUARREN, KOMPAS.com"),
    "blog with comments": (
        f'<article><h1 class="entry-title">{TITLE}</h1><div class="entry-meta">By <a href="a">Admin'
        f'</a> May 4, 2020</div><div class="entry-content">{body(middle="<p>&nbsp;</p>")}'
        '<p>Sumber : Reuters</p><div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="x">'
        'Twitter</a></li></ul></div></div></article><div id="respond"><h3>Leave a Reply <small>'
        '<a href="c">Cancel reply</a></small></h3><form><p>Your email address will not be '
        "published. Required fields are marked *</p></form></div>", ""),
    "line breaks only": (
        f"<div><h1>{TITLE}</h1><div>{body('{}<br/><br/>', '<b>{}</b><br/><br/>')}Sumber: Reuters"
        "</div></div>", ""),
    "boxes only": (f"<main><h1>{TITLE}</h1><div>{body('<div>{}</div>', '<div><b>{}</b></div>')}"
                   "</div></main>", ""),
}


@pytest.mark.parametrize("site", list(SITES))
def test_ways_in_which_sites_are_built(site):
    markup, dateline = SITES[site]
    article = parse((HEAD + markup + FOOT).encode())
    assert list(article.paragraphs[1:]) == BODY
    assert (article.title, article.dateline, article.language) == (TITLE, dateline, "id")
    assert article.byline == "Budi S."
    assert article.published == "2020-05-04T10:15:00"


def test_a_page_from_the_wayback_machine_names_its_own_address():
    html = ('<link rel="canonical" href="https://web.archive.org/web/20210113000000/https://situs.com/a">'
            f"<h1>{TITLE}</h1>{body()}")
    assert parse(html.encode()).url == "https://situs.com/a"


def test_a_page_saved_by_a_browser_names_its_address():
    html = ("<!DOCTYPE html>\n<!-- saved from url=(0021)https://situs.com/a/b -->\n<html><body>"
            f"<h1>{TITLE}</h1>{body()}</body></html>")
    assert parse(html.encode()).url == "https://situs.com/a/b"
