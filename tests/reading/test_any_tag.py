"""Every text block of a story is read, whatever its tag, and what was left out is told."""

# ruff: noqa: E501  (markup reads best on the lines it has)
import pytest
from limits import quickly

from align.reading import parse

TITLE = "Pelabuhan Orlen ditutup karena es"
STORY = [
    "Pelabuhan Orlen ditutup pada Senin untuk pertama kali sejak 1987 karena teluk membeku.",
    "Kapal feri berhenti berlayar pada siang hari, kata juru bicara pelabuhan.",
    "Dua kapal pemecah es akan datang dari utara pada Kamis, jika angin mengizinkan.",
    "Nelayan mengatakan mereka kehilangan tangkapan sepekan penuh.",
    "Wali kota meminta bantuan ibu kota untuk mengirim bahan bakar.",
    "Suhu diperkirakan naik pada akhir pekan ini.",
]
NAV = '<nav><ul><li><a href="/">Beranda</a></li><li><a href="/e">Ekonomi</a></li></ul></nav>'
FOOT = "<footer><p>Hak cipta 2019 Contoh Media. Semua hak dilindungi undang-undang.</p></footer>"


def page(body, *, before="", after="", wrap="<article>{}</article>"):
    whole = wrap.format(f"<h1>{TITLE}</h1>{before}{body}")
    return f"<!doctype html><html lang=id><title>{TITLE}</title><body>{NAV}{whole}{after}{FOOT}</body></html>".encode()


def in_p(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


ODD_ONE_OUT = ["<div>{}</div>", "<div><div>{}</div></div>", "<section>{}</section>", "{}", "<pre>{}</pre>",
               '<span style="font-size:14px">{}</span>', "<strong>{}</strong>", "<div><strong>{}</strong></div>",
               "<div><span>{}</span></div>", "<br>{}<br>", "<ul><li><span>{}</span></li></ul>",
               "<blockquote>{}</blockquote>", "<table><tr><td>{}</td></tr></table>", "<center><font>{}</font></center>",
               "<h5>{}</h5>", "<figure></figure>{}<figure></figure>", "<main>{}</main>", "<dl><dd>{}</dd></dl>"]


@pytest.mark.parametrize("place", range(len(STORY)))
@pytest.mark.parametrize("form", ODD_ONE_OUT)
def test_a_paragraph_of_another_tag_is_read(form, place):
    parts = [form.format(text) if number == place else f"<p>{text}</p>" for number, text in enumerate(STORY)]
    assert list(parse(page("".join(parts))).paragraphs) == [TITLE, *STORY]


@pytest.mark.parametrize("form", ODD_ONE_OUT)
def test_all_paragraphs_of_another_tag_are_read(form):
    if form in ("{}", '<span style="font-size:14px">{}</span>', "<strong>{}</strong>"):
        form += "<br><br>"
    assert list(parse(page("".join(map(form.format, STORY)))).paragraphs) == [TITLE, *STORY]


@pytest.mark.parametrize("gap", ["<br>", "<br/><br/>", "<br>\n&nbsp;<br>", '<br> <div class="ad">Iklan</div> <br>',
                                 "<br>Iklan<br>", "<br><b>ADVERTISEMENT</b><br>"])
def test_paragraphs_between_line_breaks(gap):
    assert list(parse(page(f"<div>{gap.join(STORY)}</div>")).paragraphs) == [TITLE, *STORY]


@pytest.mark.parametrize("wrap", ['<form id="aspnetForm"><div>{}</div></form>', '<div class="content has-share-bar">{}</div>',
                                  '<div id="related-page"><div>{}</div></div>', "<aside>{}</aside>", "<table><tr><td>{}</td></tr></table>"])
def test_a_name_or_tag_does_not_hide_the_story(wrap):
    assert list(parse(page(in_p(STORY), wrap=wrap)).paragraphs) == [TITLE, *STORY]


LEADS_ELSEWHERE = [
    '<p><strong>Baca juga: <a href="/x">Harga ikan naik dua kali lipat</a></strong></p>',
    '<p><a href="/x">Harga ikan naik dua kali lipat</a></p>', '<div>Teruskan: <a href="/x">Harga ikan naik</a></div>',
    '<h3>Kabar Lain</h3><ul><li><a href="/a">Harga ikan naik dua kali lipat</a></li><li><a href="/b">Wali kota mundur</a></li></ul>',
    '<div class="promo-box"><h4>Langganan</h4><p>Terima kabar pilihan kami setiap pagi di kotak surat Anda.</p></div>',
    '<figure><img src="a.jpg"><figcaption>Feri yang membeku di Orlen, Senin.</figcaption></figure>',
    '<div class="photo__caption">Feri yang membeku di Orlen, Senin.</div>', "<div>Iklan</div>", "<p>Perbesar</p>",
    '<table class="linksisip"><tr><td><div>Lihat Juga: <a href="/x">Harga ikan naik</a></div></td></tr></table>',
]


@pytest.mark.parametrize("place", [1, 3, 6])
@pytest.mark.parametrize("other", LEADS_ELSEWHERE)
def test_what_leads_elsewhere_is_no_paragraph(other, place):
    body = in_p(STORY[:place]) + other + in_p(STORY[place:])
    assert list(parse(page(body)).paragraphs) == [TITLE, *STORY]


@pytest.mark.parametrize(("before", "after"), [
    ('<strong>(Kabar lain: <a href="/x">Harga ikan naik</a>)</strong> ', ""),
    ("", ' <strong>Kabar lain: <a href="/x">Harga ikan naik dua kali lipat</a></strong>'),
    ("", ' <a href="/x">Baca juga: Harga ikan naik dua kali lipat</a>'),
    ('[Simak: <a href="/x">Harga ikan naik</a>] ', ""),
])
def test_a_paragraph_sheds_what_leads_elsewhere(before, after):
    body = in_p(STORY[:2]) + f"<p>{before}{STORY[2]}{after}</p>" + in_p(STORY[3:])
    assert list(parse(page(body)).paragraphs) == [TITLE, *STORY]


def test_links_within_prose_stay_with_it():
    linked = STORY[2].replace("pemecah es", '<a href="/es">pemecah es</a>')
    label = f'Kata wali kota: <a href="/wali">{STORY[4]}</a>'
    whole = f'<a href="/feri">{STORY[1]}</a>'
    body = in_p([STORY[0], whole, linked, STORY[3], f"Ia menambahkan bahwa <a href='/y'>{STORY[5].lower()}</a>", STORY[5]])
    paragraphs = parse(page(body)).paragraphs[1:]
    assert len(paragraphs) == 6, label
    assert paragraphs[1] == STORY[1]


def test_what_was_left_out_is_told():
    body = in_p(STORY[:3]) + LEADS_ELSEWHERE[0] + LEADS_ELSEWHERE[4] + in_p(STORY[3:])
    told = parse(page(body)).provenance["left_out"]
    assert "Baca juga: Harga ikan naik dua kali lipat" in told
    assert "Terima kabar pilihan kami setiap pagi di kotak surat Anda." in told
    assert not set(told) & {TITLE, *STORY}


def test_a_page_of_many_boxes_is_read_soon():
    body = "".join(f'<div class="box{n}"><div><span>{text}</span></div></div>' for n in range(1200) for text in STORY)
    with quickly(10.0):
        assert len(parse(page(body)).paragraphs) == 1 + 1200 * len(STORY)


@pytest.mark.parametrize("form", ["<div>{}</div>", "{}", "<section>{}</section>", "<span>{}</span>"])
def test_an_amp_page_is_walked_whole(form):
    body = "".join(form.format(text) if number in (0, 3) else f"<p>{text}</p>" for number, text in enumerate(STORY))
    html = f'<!doctype html><html amp lang=id><title>{TITLE}</title><article><h1>{TITLE}</h1><div class="article-body">{body}</div></article>'
    article = parse(html.encode())
    assert (article.provenance["reader"], list(article.paragraphs)) == ("amp", [TITLE, *STORY])
