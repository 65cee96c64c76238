"""Pages in the shapes of twelve news sites, as issues of public extractors describe their markup.

Each function sets a story of `(kind, text)` parts in one site's way, with what that site puts
around and between its paragraphs. All text is invented.
"""

# ruff: noqa: E501  (markup reads best on the lines it has)
P, H, L = "p", "h", "li"

ID_STORIES = (
    ("Pelabuhan Orlen ditutup karena es", (
        (P, "Pelabuhan Orlen ditutup pada Senin (4/5) untuk pertama kali sejak 1987 karena teluk membeku."),
        (P, "Kapal feri berhenti berlayar pada siang hari, kata juru bicara pelabuhan, Ulla Brandt."),
        (P, "“Tidak ada yang terluka,” katanya."),
        (H, "Bantuan dari utara"),
        (P, "Dua kapal pemecah es akan datang dari utara pada Kamis, jika angin mengizinkan."),
        (P, "Barang yang paling dibutuhkan warga adalah:"),
        (L, "solar untuk pemanas"), (L, "obat demam untuk anak"),
        (P, "Nelayan mengatakan mereka kehilangan tangkapan sepekan penuh dan meminta ganti rugi."),
        (P, "Suhu diperkirakan naik pada akhir pekan ini."))),
    ("Desa Quarren menolak bendungan baru", (
        (P, "Warga Desa Quarren menolak rencana bendungan baru yang akan menenggelamkan sawah mereka."),
        (P, "Baca dulu laporannya, kata kepala desa, sebelum menandatangani apa pun."),
        (P, "Menurut dokumen yang dilihat Reuters, proyek itu menelan biaya 4,2 juta dolar AS."),
        (P, "“Kami lebih baik kehilangan listrik daripada kehilangan desa. Itu saja,” ujar Sri Marlina."),
        (P, "Pemerintah daerah belum menanggapi permintaan komentar."),
        (P, "Pertemuan berikutnya dijadwalkan pada bulan Juni."))),
)
EN_STORIES = (
    ("Orlen Bay port shuts as ice closes in", (
        (P, "Orlen Bay’s port shut on Monday for the first time since 1987 as the bay froze over."),
        (P, "Ferries stopped at noon, said Ulla Brandt, the port’s spokeswoman."),
        (P, "“Nobody was hurt,” she said."),
        (H, "Help from the north"),
        (P, "Two ice breakers are due from the north by Thursday, if the wind allows."),
        (P, "What people need most is:"),
        (L, "diesel for heating"), (L, "fever medicine for children"),
        (P, "Fishermen said they had lost a week’s catch and asked for compensation."),
        (P, "It is expected to grow warmer at the weekend."))),
    ("Quarren village rejects new dam", (
        (P, "Villagers in Quarren have rejected a plan for a new dam that would drown their rice fields."),
        (P, "Read the report first, the village head said, before you sign anything."),
        (P, "The project would cost $4.2 million, according to a document seen by reporters."),
        (P, "“We would rather lose our power than our village. That is all,” said Mira Tolland."),
        (P, "The regional government has not responded to a request for comment."),
        (P, "The next meeting is to be held in June."))),
)


def parts(story, paragraph="<p>{}</p>", head="<h2>{}</h2>", item="<li>{}</li>", between=None, lead="", tail=""):
    """The story's parts, `between` giving markup by the number of the part that it follows."""
    out, listed = [], []
    last = max(number for number, (kind, _) in enumerate(story) if kind == P)
    for number, (kind, text) in enumerate(story):
        if kind == L:
            listed.append(item.format(text))
        elif listed:
            out.append(f"<ul>{''.join(listed)}</ul>")
            listed = []
        text = (lead if number == 0 else "") + text + (tail if number == last else "")
        if kind != L:
            out.append((head if kind == H else paragraph).format(text))
        out.append((between or {}).get(number, ""))
    return "\n".join(out)


def shell(title, body, *, lang="id", site="Situs", around=""):
    menu = "".join(f'<li><a href="/{n}">Rubrik {n}</a></li>' for n in range(9))
    others = "".join(f'<li><a href="/b{n}"><h3>Kabar lain nomor {n} dari dermaga dan pasar ikan</h3></a></li>' for n in range(7))
    return (f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} - {site}</title>'
            f'<meta property="og:title" content="{title}"><script>var ads = "<p>Teks iklan.</p>";</script></head><body>'
            f'<header class="header"><nav class="nav"><ul>{menu}</ul></nav></header>{body}'
            f'<div class="sidebar col-offset"><h2>Terpopuler</h2><ul class="most__wrap">{others}</ul></div>{around}'
            f'<footer class="footer"><p>Copyright 2020 {site}. All rights reserved.</p></footer></body></html>').encode()


def kompas(title, story):
    also = '<p><strong>Baca juga: <a href="/x" class="inner-link-baca-juga">Harga Ikan Naik Dua Kali Lipat</a></strong></p>'
    return shell(title, f'<h1 class="read__title">{title}</h1><div class="read__time">Kompas.com - 04/05/2020, 10:15 WIB</div>'
                 '<div class="col-bs9-7"><div class="photo"><img src="a.jpg"><div class="photo__caption">Feri yang membeku di Orlen, Senin.(AP/Ola Brink)</div></div>'
                 '<div class="read__content"><div class="clearfix">'
                 + parts(story, lead="<strong>ORLEN, KOMPAS.com</strong> - ", between={1: also + '<div class="ads-on-body"><div id="div-gpt-ad"></div></div>', 4: "<p>Lihat Foto</p>"})
                 + '<div class="kompasidRec"></div><div>Dapatkan update berita pilihan dan breaking news setiap hari dari Kompas.com. Mari bergabung di Grup Telegram "Kompas.com News Update", caranya klik link https://t.me/x, kemudian join.</div>'
                 '</div></div></div>'
                 '<div class="tag__article"><ul><li><a href="/t">es</a></li></ul></div>')


def detik(title, story):
    inset = '<table class="linksisip"><tbody><tr><td><div class="lihatjg"><strong>Baca juga: </strong><a href="/x">Harga Ikan Naik</a></div></td></tr></tbody></table>'
    return shell(title, f'<article class="detail"><div class="detail__header"><h1 class="detail__title">{title}</h1><div class="detail__author">Budi Santoso - detikNews</div>'
                 '<div class="detail__date">Senin, 04 Mei 2020 10:15 WIB</div></div><div class="detail__media"><figure><img src="a.jpg"><figcaption class="detail__media-caption">Feri yang membeku (Foto: REUTERS/Ola Brink)</figcaption></figure></div>'
                 '<div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text itp_bodycontent"><strong>Orlen</strong> - '
                 + parts(story, between={1: inset + '<div class="aevp parallaxindetail"><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p></div>', 4: '<div class="sisip_embed_sosmed"></div>'})
                 + '<br><p>[Gambas:Video 20detik]</p><br><strong>(nds/krs)</strong></div></div><div class="detail__body-tag"><div class="nav"><a href="/t">pelabuhan</a></div></div></article>')


def detik_old(title, story):
    """Before 2019: bare text and line breaks."""
    lines = parts(story, "{}<br><br>", "<strong>{}</strong><br><br>", between={1: '<div id="beacon"></div>'})
    return shell(title, f'<div class="jdl"><div class="date">Senin 04 Mei 2020, 10:15 WIB</div><h1>{title}</h1><div class="author">Budi Santoso - detikNews</div></div>'
                 f'<div class="detail_text" id="detikdetailtext"><b>Orlen</b> - {lines}<!-- tag --><b>(nds/krs)</b><br><div class="clearfix"></div></div>')


def cnnindonesia(title, story):
    return shell(title, f'<div class="content_detail"><h1 class="title">{title}</h1><div class="date">CNN Indonesia | Senin, 04/05/2020 10:15 WIB</div><div class="media_artikel"><img><span>Feri yang membeku. (REUTERS/Ola Brink)</span></div>'
                 '<div id="detikdetailtext" class="detail_text"><strong>Orlen, CNN Indonesia</strong> -- '
                 + parts(story, between={1: '<p><strong>Lihat Juga:</strong> <a href="/x">Harga Ikan Naik</a></p>', 4: '<p>[Gambas:Video CNN]</p>'})
                 + '<b>(nds/krs)</b></div></div>')


def tempo(title, story):
    return shell(title, f'<article class="detail-artikel"><h1 class="title margin-bottom-sm">{title}</h1><p class="date margin-bottom-sm">Senin, 4 Mei 2020 10:15 WIB</p>'
                 '<div class="detail-in"><div id="isi" class="detail-konten"><div class="foto-detail"><figure><figcaption>Feri yang membeku. REUTERS/Ola Brink</figcaption></figure></div>'
                 + parts(story, lead="<strong>TEMPO.CO</strong>, <strong>Orlen</strong> - ", between={1: '<p>Baca: <a href="/x">Harga Ikan Naik Dua Kali Lipat</a></p><div class="paging">Iklan</div><p>Scroll Untuk Melanjutkan</p>', 5: "<p><b>Pilihan Editor: <a href='/y'>Nelayan Mogok</a></b></p>"})
                 + '<p>BUDI SANTOSO | REUTERS</p></div></div></article>'.replace("<p>BUDI SANTOSO | REUTERS</p>", ""))


def liputan6(title, story):
    return shell(title, f'<article class="hentry main read-page--core-article"><header class="read-page--header"><h1 class="read-page--header--title entry-title">{title}</h1><p class="read-page--header--author__datetime"><time datetime="2020-05-04 10:15:00">Diterbitkan 04 Mei 2020, 10:15 WIB</time></p></header>'
                 '<div class="article-content-body"><div class="article-content-body__item-page" data-page="1"><div class="article-content-body__item-media"><figure><img><a class="read-page--photo-gallery--item__zoom"><span>Perbesar</span></a><figcaption>Feri (AP)</figcaption></figure></div>'
                 '<div class="article-content-body__item-content" data-component="desktop:read-page:article-content-body:section:text">'
                 + parts(story, lead="<b>Liputan6.com, Orlen - </b>", between={1: '<div class="baca-juga-collections"><div class="baca-juga-collections__header">BACA JUGA:</div><ul><li><a href="/x">Harga Ikan Naik</a></li></ul></div>', 4: '<div class="advertisement-placeholder"><div class="advertisement-text">Advertisement</div></div>'})
                 + '<p><b>Saksikan Video Pilihan di Bawah Ini:</b></p></div></div></div></article>')


def antaranews(title, story):
    lines = parts(story, "{}<br><br>", "<b>{}</b><br><br>", between={1: '<span class="baca-juga"><b>Baca juga: </b><b><a href="/x">Harga ikan naik dua kali lipat</a></b></span><br><br>'})
    return shell(title, f'<article class="post-wrapper"><h1 class="post-title">{title}</h1><p class="simple-share"><span class="article-date">Senin, 4 Mei 2020 10:15 WIB</span></p><figure class="image-overlay"><picture></picture><figcaption>Feri. ANTARA/Reuters</figcaption></figure>'
                 f'<div class="post-content clearfix">Orlen (ANTARA) - {lines}<p class="text-muted small mt10">Pewarta: Budi Santoso<br>Editor: Siti Rahma<br>Copyright &copy; ANTARA 2020</p></div></article>')


def republika(title, story):
    return shell(title, f'<div class="max-card__title"><h1>{title}</h1></div><div class="date date-item__headline">Senin 04 May 2020 10:15 WIB</div><div class="max-card__image"><img></div>'
                 '<div class="article-content"><article>' + parts(story, lead="<strong>REPUBLIKA.CO.ID,</strong> ORLEN -- ", between={1: '<div class="baca-juga"><p>Baca Juga</p><ul><li><a href="/x">Harga Ikan Naik</a></li><li><a href="/y">Nelayan Mogok</a></li></ul></div>', 4: '<div class="ads-article"><p>Advertisement</p></div>'})
                 + '</article></div><div class="sumber">sumber : Reuters</div>')


def tribunnews(title, story):
    return shell(title, f'<div id="article"><h1 class="f50 black2 f400 crimson">{title}</h1><time class="grey">Senin, 4 Mei 2020 10:15 WIB</time><div class="imgfull_div" id="artimg"><div class="arial f12 pb10 grey2">Feri yang membeku di pelabuhan Orlen</div></div>'
                 '<div class="side-article txt-article multi-fontsize editcontent"><p><em>Laporan Wartawan Tribunnews.com, Budi Santoso</em></p>'
                 + parts(story, lead="<strong>TRIBUNNEWS.COM, ORLEN - </strong>", between={1: '<p class="baca"><strong>Baca juga: <a href="/x">Harga Ikan Naik Dua Kali Lipat</a></strong></p>', 4: "<p>[Baca: <a href='/y'>Nelayan Mogok Makan</a>]</p>"})
                 + '<p>Artikel ini telah tayang di Tribunnews.com dengan judul Pelabuhan Ditutup.</p></div></div>')


def okezone(title, story):
    return shell(title, f'<div class="title"><h1>{title}</h1></div><div class="namerep">Budi Santoso, Jurnalis<br><b>Senin 04 Mei 2020 10:15 WIB</b></div><div id="contentx" class="read">'
                 + parts(story, lead="<strong>ORLEN</strong> - ", tail=" (fkm)", between={1: '<div class="detads"><p><strong>BACA JUGA:</strong></p><p><a href="/x"><strong>Harga Ikan Naik Dua Kali Lipat</strong></a></p></div>', 4: "<p><strong>BACA JUGA:</strong></p><p><a href='/y'><strong>Nelayan Mogok Makan</strong></a></p>"})
                 + '<p>Follow Berita Okezone di Google News</p><p>Dapatkan berita up to date dengan semua berita terkini dari Okezone hanya dengan satu akun di ORION, daftar sekarang dengan klik di sini dan nantikan kejutan menarik lainnya.</p></div>')


def bbc(title, story):
    block = '<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph">{}</p></div></div>'
    links = '<div data-component="links-block"><div class="ssrcss-LinksContainer"><h3>More on this story</h3><ul><li><a href="/x">Fish prices double in a month</a></li><li><a href="/y">Fishermen on strike</a></li></ul></div></div>'
    return shell(title, '<main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper"><header data-component="headline-block"><h1 id="main-heading">' + title + '</h1></header>'
                 '<div data-component="byline-block"><div>By Mira Tolland</div><div>BBC News</div></div><div><time data-testid="timestamp" datetime="2020-05-04T10:15:00.000Z">4 May 2020</time></div>'
                 '<div data-component="image-block"><figure><span>Image source, Getty Images</span><figcaption><span>Image caption, </span>A frozen ferry</figcaption></figure></div>'
                 + parts(story, block, '<div data-component="subheadline-block"><h2>{}</h2></div>', between={4: links, 1: '<div data-component="advertisement"><span>Advertisement</span></div>'})
                 + '<div data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/t">Ice</a></li></ul></div></article></main>', lang="en-GB", site="BBC News")


def guardian(title, story):
    rich = '<aside data-spacefinder-role="richLink"><gu-island><div><a href="/x">Fish prices double in a month</a><span>Read more</span></div></gu-island></aside>'
    letter = '<figure data-spacefinder-role="inline"><a href="#x">skip past newsletter promotion</a><div><h4>Sign up to Ice Weekly</h4><p>Our weekly look at the bay.</p></div><p>after newsletter promotion</p></figure>'
    return shell(title, f'<main><article><div data-gu-name="headline"><h1 class="dcr-u0152o">{title}</h1></div><div data-gu-name="standfirst"><p>Ferries stop in the bay and help is days away.</p></div><div data-gu-name="meta"><address aria-label="Contributor info"><a rel="author" href="/m">Mira Tolland</a></address><details><summary>Mon 4 May 2020 10.15 BST</summary>Last modified on Tue 5 May 2020 08.00 BST</details></div>'
                 '<div data-gu-name="body"><div id="maincontent" class="dcr-ch7w1w"><div class="article-body-commercial-selector article-body-viewer-selector dcr-11jq3zt">'
                 + parts(story, '<p class="dcr-130mj7b">{}</p>', "<h2 id='x'>{}</h2>", between={1: rich, 4: letter})
                 + '</div></div></div></article></main>', lang="en", site="The Guardian")


def aljazeera(title, story):
    more = '<div class="more-on"><h2 class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of 2 items</span><ul class="more-on__list"><li><span class="screen-reader-text">list 1 of 2</span><a href="/x">Fish prices double</a></li><li><a href="/y">Fishermen strike</a></li></ul></div>'
    return shell(title, f'<main><header class="article-header"><h1>{title}</h1><p class="article__subhead"><em>Ferries stop in the bay.</em></p></header><div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On 4 May 2020</span><span aria-hidden="true">4 May 2020</span></div></div>'
                 '<figure class="article-featured-image"><figcaption>A frozen ferry [Ola Brink/Reuters]</figcaption></figure><div class="wysiwyg wysiwyg--all-content">'
                 + parts(story, between={1: more, 4: '<div class="container--ads"><div class="ads__title">Advertisement</div></div>'})
                 + '</div></main>', lang="en", site="Al Jazeera")


INDONESIAN = (kompas, detik, detik_old, cnnindonesia, tempo, liputan6, antaranews, republika, tribunnews, okezone)
ENGLISH = (bbc, guardian, aljazeera)
