"""Page leftovers go; sentences that look like them stay."""

# ruff: noqa: E501  (tables of examples)
import pytest

from align.reading import parse
from align.reading.stripping import is_sign_off, strip

LEAD = ("Para insinyur di lembah Quarren akan menguras bendungan tertua sebelum musim dingin, kata "
        "badan air pada hari Senin.")
NEXT = "Belum jelas siapa yang akan membayar pekerjaan itu, katanya."
LAST = "Warga desa tidak keberatan."

ANYWHERE = [
    "ADVERTISEMENT", "Advertisement", "SCROLL TO CONTINUE WITH CONTENT", "Iklan",
    "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT", "[Gambas:Video CNN]", "[Gambas:Instagram]",
    "Baca juga: Bendungan Lain Dikuras", "BACA JUGA: Bendungan Lain Dikuras", "Baca Juga :",
    "Baca juga Bendungan Lain Akan Dikuras", "Lihat Juga: Video Bendungan", "Simak Video: Air Naik",
    "Simak berita terbaru di WhatsApp Channel Situs.com", "Gulir untuk lanjut membaca",
    "Ikuti berita terkini di Google News, klik di sini.", "Pilihan Editor: Bendungan Runtuh",
    "Selengkapnya di halaman selanjutnya", "Selanjutnya", "Halaman: 1 2 3", "1 2 3 Selanjutnya",
    "Foto: REUTERS/Ola Brink", "Foto: Bendungan Quarren. (REUTERS/Ola Brink/File Photo)",
    "Bendungan Quarren di musim semi. (Foto: Reuters)", "FILE PHOTO: A dam, May 2. REUTERS/Ola Brink",
    "[1/5] The dam in spring. REUTERS/Ola Brink Acquire Licensing Rights", "Item 1 of 3 The dam",
    "Acquire Licensing Rights", "2 Min Read", "3 minute read", "read more", "Read more.",
    "Register now for FREE unlimited access to Reuters.com", "Register", "Sign up here.",
    "The Reuters Tidewater newsletter brings you the week at sea. Sign up here.",
    "Our Standards: The Thomson Reuters Trust Principles.", "Our Standards: , opens new tab",
    "^^^^^^^^", "___", "*", "* * *", "Facebook", "Facebook Twitter WhatsApp", "Bagikan:", "Share this:",
    "Editor: Budi Santoso", "Pewarta: Budi Santoso", "Penerjemah: Siti A. Rahma", "Penulis: Budi",
    "Sumber : Reuters", "Sumber: Reuters/Antara", "Tags: bendungan, air", "Topik: air",
    "Artikel ini telah tayang di Situs.com dengan judul Bendungan Dikuras",
    "Your email address will not be published. Required fields are marked *",
    "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
    "Save my name, email, and website in this browser for the next time I comment.", "Name *",
    "READ MORE: Dam drained at last", "Watch: Dam drained at last", "Related: Another dam cracks",
    "More: Is the dam safe?", "Saksikan juga: Bendungan Dikuras", "Saksikan video: bendungan dikuras",
    "Tonton video: “Bendungan Dikuras”", "Infografis: Lima Bendungan Tertua", "Infografis",
    "Baca artikel lainnya: Bendungan Dikuras", "Baca artikel lainnya:", "Berita Rekomendasi",
    "Lihat Foto", "Perbesar", "Laporan wartawan Tribunnews.com, Budi Santoso",
    "Laporan Wartawan Situs, Siti A. Rahma dari Quarren", "[Baca: Bendungan Lain Dikuras]",
    "(Baca juga: Bendungan Lain Dikuras)", "(abc/def)", "[nds/krs]", "Berita terkait: Bendungan Retak",
    "Follow berita Situs.com di Google News", "Image source, Getty Images", "Recommended Stories",
]
AT_THE_END = [
    "(nds/krs)", "[nds/krs]", "(ant/nds/krs)", "(*)", "(Z-1)", "(Reuters)", "(Reuters/nds)",
    "Reporting by Mira Tolland; Editing by Joss Ember", "(Reporting by Mira Tolland)",
    "(Reporting by Mira Tolland in Quarren and Bo Lind in Oslo; Editing by Kit Moss and Joss Ember)",
    "Writing by Bo Lind Editing by Kit Moss", "Additional reporting by Bo Lind; Editing by Kit Moss",
    "((mira.tolland@example.org; +1 555 0100;))", "© 2021 Reuters. All rights reserved.",
    "Copyright © ANTARA 2021", "#bendungan #air", "Oleh: Budi Santoso", "2",
    "Leave a Reply\n\nSebuah komentar yang panjang tentang bendungan.\n\nPost Comment",
    "Tinggalkan Balasan\n\nBatalkan balasan\n\nSaya tidak setuju.",
    "Tags\n\nbendungan\n\nair", "Read Next\n\nAnother invented country passes another budget",
    "Baca juga:\n\nBendungan Lain Akan Dikuras Tahun Depan", "12 Komentar\n\nBagus sekali.",
    "(Ant/OL-1)", "(ANTARA)", "(Budi Santoso)", "(Antara/Budi Santoso)", "[Siti A. Rahma]", "(Ant)",
    "Sumber : Reuters\n\nLeave a Reply\n\nYour email address will not be published.\n\n*",
]
PROSE = [
    "Orang yang membaca juga menulis, katanya.", "Ia baca juga buku itu (terbit 1931).",
    "Baca juga adalah kata kerja, kata guru itu kepada murid-muridnya.",
    "Reporting by human rights groups found that the dam had leaked for years.",
    "Reporting by companies suggested weaker demand, he added.", "“Sumber air itu kering,” katanya.",
    "Editor surat kabar itu menolak berkomentar.", "Iklan itu ditayangkan pada hari Rabu.",
    "Kecepatan air mencapai 100 kilometer per jam (km/h)", "Amerika Serikat (AS)",
    "Badan itu berkantor di New York (dekat PBB).", "A Reuters/Ipsos poll showed that few agreed.",
    "The bank opens new window for lending to farmers.", "“Read more,” he said.",
    "He wants children to read more.", "Readers of its newsletter can sign up for alerts, it said.",
    "Copyright law in Indonesia changed last year, the court said.", "Tag harga itu salah.",
    "Foto itu diambil oleh kantor berita Reuters.", "Simak baik-baik, katanya.",
    "Register of members was published on Friday.", "Halaman belakang rumahnya terendam air banjir.",
    "Facebook said on Monday it would pay.", "Share prices fell.", "(Kata orang, air selalu benar.)",
    "Baca: sebuah kata kerja yang berarti melihat isi tulisan.", "Lihat: begitu ia memulai pidatonya.",
    "Related: that is what the two villages called each other.", "Watch: the dam may yet hold.",
    "“Watch: the dam leaks,” the sign said.", "Infografis itu menunjukkan lima bendungan.",
    "Laporan wartawan itu menyebut tiga retakan.", "Saksikan sendiri, kata kepala desa itu.",
    "More: the word was painted on every door.", "Video itu ditonton sejuta kali.",
    "Baca juga: frasa itu muncul di setiap halaman surat kabar desa.", "Lihat foto itu, katanya.",
    "Next week the board will meet.", "“Leave a reply,” said the machine, and so he did.",
]


@pytest.mark.parametrize("leftover", ANYWHERE)
@pytest.mark.parametrize("place", ["between", "last"])
def test_what_goes_anywhere(leftover, place):
    body = [LEAD, leftover, NEXT, LAST] if place == "between" else [LEAD, NEXT, LAST, leftover]
    assert strip(body) == [LEAD, NEXT, LAST]


@pytest.mark.parametrize("leftover", AT_THE_END)
def test_what_goes_at_the_end(leftover):
    assert strip([LEAD, NEXT, LAST, *leftover.split("\n\n")]) == [LEAD, NEXT, LAST]


@pytest.mark.parametrize("sentence", PROSE)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_what_stays(sentence, place):
    body = [LEAD, NEXT, LAST]
    body.insert(place, sentence)
    assert strip(body) == body


@pytest.mark.parametrize(("paragraph", "stripped"), [
    (f"{NEXT} (nds/krs)", NEXT), (f"{NEXT} [nds]", NEXT), (f"{NEXT} (Reuters/nds).", NEXT),
    (f"{NEXT} Baca juga: Bendungan Lain Dikuras", NEXT), (f"{NEXT} read more", NEXT),
    ("The harbour master, opens new tab said no.", "The harbour master said no."),
    (f"(Baca juga: Bendungan Lain Dikuras) {NEXT}", NEXT), (f"{NEXT} [Baca: Bendungan Lain]", NEXT),
    (f"{NEXT} Related: Another dam cracks", NEXT), (f"{NEXT} (Budi Santoso)", NEXT),
    (f"{NEXT} (Ant/OL-1)", NEXT), (f"{NEXT} (ANTARA)", NEXT),
    (f"{NEXT} (Lihat: halaman 4 laporan itu.) Titik.", f"{NEXT} (Lihat: halaman 4 laporan itu.) Titik."),
    (f"ADVERTISEMENT {NEXT}", NEXT), (f"{NEXT} [Gambas:Video CNN]", NEXT),
    ("Ia tinggal di Amerika Serikat (AS)", "Ia tinggal di Amerika Serikat (AS)"),
])
def test_pieces_of_a_paragraph(paragraph, stripped):
    assert strip([LEAD, paragraph]) == [LEAD, stripped]


def test_stripping_is_done_at_once():
    body = [text for pair in zip(ANYWHERE, PROSE * 3, strict=False) for text in pair]
    once = strip(body)
    assert strip(once) == once


def test_a_comment_form_near_the_top_does_not_cut_the_story():
    body = ["Leave a Reply", LEAD, NEXT, LAST]
    assert strip(body) == [LEAD, NEXT, LAST]


@pytest.mark.parametrize(("text", "expected"), [
    ("Reporting by A. B. Ember", True), ("Editing by Joss Ember", True), (PROSE[3], False)])
def test_sign_offs(text, expected):
    assert is_sign_off(text) is expected


def test_an_indonesian_page_whole():
    lines = ["Bendungan Tertua Quarren Dikuras", "Budi Santoso - Situs.com", "Rabu, 13 Jan 2021 10:15 WIB",
             "Foto: REUTERS/Ola Brink", f"Jakarta, CNN Indonesia -- {LEAD}", "ADVERTISEMENT",
             "SCROLL TO CONTINUE WITH CONTENT", f"{NEXT} Dikutip dari Reuters, Rabu (13/1/2021).",
             "Baca juga: Bendungan Lain", f"{LAST} (nds/krs)", "[Gambas:Video CNN]", "Tags", "air"]
    article = parse("\n\n".join(lines).encode())
    assert article.source_mark == "Dikutip dari Reuters, Rabu (13/1/2021)"
    assert article.dateline == "Jakarta, CNN Indonesia"
    assert article.published == "2021-01-13T10:15:00+07:00"
    assert article.paragraphs[0] == lines[0]
    assert article.paragraphs[-3:] == (
        LEAD, f"{NEXT} Dikutip dari Reuters, Rabu (13/1/2021).", LAST)
