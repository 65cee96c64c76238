"""Indonesian news: what is one sentence and what is several. All examples are invented."""

import pytest

from align.sentences import split

SEVERAL = {
    "plain": ["Sidang digelar Senin.", "Hakim memenangkan perusahaan itu."],
    "quotation_of_two": ["“Kami kalah.", "Kami akan kembali,” kata dia."],
    "after_quotation": ['"Mungkin tidak pernah," katanya.', '"Kami belum tahu."'],
    "turned_marks": ["”Kami siap.“", "Dia pun pergi."],
    "quotation_ends_then_he": ["“Kami tidak tahu.”", "Dia meninggalkan ruangan."],
    "quotation_ends_then_adds": ["“Kami siap.”", "Kata dia, tim sudah berlatih."],
    "question_then_quotation": ["“Kapan selesai?”", "“Besok.”"],
    "stop_outside_quotation": ["Ia menyebutnya “sandiwara”.", "Yang lain setuju."],
    "no_space_after_quotation": ["“Kami selesai.”", "Dia pulang."],
    "space_missing": ["Laga sudah usai.", "Penonton belum pulang."],
    "company_before_opener": ["Ia memimpin PT Laut Biru Tbk.", "Perusahaan itu untung."],
    "and_so_on": ["Mereka menjual roti, susu, dll.", "Pembeli antre di luar."],
    "and_friends": ["Laporan itu ditulis Sari dkk.", "Isinya mengejutkan."],
    "degree_before_opener": ["Ia diperiksa Joko, S.H., M.H.", "Mereka bertemu Rabu."],
    "hour_ends": ["Kecepatannya 12 mil per jam.", "Badai itu melemah."],
    "unit_ends": ["Jaraknya 5 km.", "Polisi menutup jalan."],
    "month_word_ends": ["Rapat digelar pada Juni.", "5 orang hadir."],
    "thing_ends": ["Itu suatu hal.", "Semua orang tahu."],
    "acronym_ends": ["Ia bekerja di A.S.", "Mereka tinggal di Medan."],
    "capitals_end": ["Rancangan itu dibahas DPR.", "Pembahasan ditunda."],
    "introduced_quotation": ["“Kami kalah.”", "Ia berkata, “Kami akan kembali.”"],
    "figures_start": ["Penjualan naik.", "12 toko dibuka."],
    "rupiah_starts": ["Laba turun.", "Rp5 miliar hilang."],
    "ellipsis_ends": ["Saya kira begitu...", "Lampu padam."],
    "shout": ["Tolong!", "Rumah kami terbakar."],
    "three_marks": ["Apa?!", "Benar begitu?", "Ya."],
    "list_numbers": ["1. Cuci tangan.", "2. Tetap di rumah."],
    "blood_group": ["Ia bergolongan darah kelompok B.", "Stok darah menipis."],
    "small_letter_quotation": ["Dia tertawa.", "“kami bercanda,” ujarnya."],
}

ONE = {
    "reporting_small": "“Kapan selesai?” tanya wartawan itu.",
    "reporting_nya": '"Kapan selesai?" katanya.',
    "reporting_capital": "“Kami siap.” Kata dia.",
    "reporting_name": "“Kapan selesai?” Budi bertanya kepada hakim.",
    "reporting_after_stop": "“Kami siap.” ujar Budi.",
    "reporting_after_shout": "“Awas!” teriak seorang warga.",
    "month": "Ia lahir pada 17 Agt. 1945 di Kediri.",
    "date_word": "Surat tgl. 5 Mei dan tiba pkl. 10.00 WIB.",
    "company": "PT. Laut Biru Tbk. melaporkan kerugian.",
    "company_and_name": "Direktur PT. Laut Biru Tbk. Sari Dewi mundur.",
    "decimal_point": "Harganya Rp1.5 juta sebulan.",
    "rupiah_with_stop": "Harganya Rp. 5.000 per liter.",
    "number": "Rumahnya di No. 5 dan kantornya di Jl. Melati No. 7.",
    "address": "Ia tinggal di Gg. Mawar, Kel. Baru, Kec. Lama, Kab. Bandung.",
    "neighbourhood": "Warga RT. 03/RW. 05 di Jl. Jend. Sudirman Kav. 5 mengungsi.",
    "titles": "Ir. H. Joko dan Prof. Dr. Siti bertemu Drs. H. Amir.",
    "degrees": "Joko Susilo, S.H., M.H. Ketua Pengadilan, hadir.",
    "doctor_small": "Pasien dirawat dr. Rina di rumah sakit.",
    "among_others": "Ada tiga kota, a.l. Medan, s.d. Senin.",
    "father": "Kepada Yth. Bpk. Amir di tempat.",
    "police": "Brigjen. Polisi Agus dan Kol. Inf. Budi datang.",
    "dateline": "JAKARTA, 13 Jan. (Kantor) - Sidang digelar Senin.",
    "dateline_with_site": "JAKARTA, Kabar.com - Sidang digelar Senin.",
    "dateline_with_stop": "JAKARTA. – Sidang digelar Senin.",
    "acronym_then_noun": "Presiden A.S. Abraham Stone tiba.",
    "english_acronym": "Badan U.S. Food and Drug Administration menolak.",
    "initials": "W. S. Rahman dan H.M. Said menulisnya.",
    "ellipsis_goes_on": "Mereka cepat ...mereka tidak berhenti.",
    "hour_with_stop": "Rapat pukul 17.30 WIB itu batal.",
    "site": "Amazon.com Inc membeli tokopaling.co.id kemarin.",
}

SEVERAL |= {
    "company_closes": ["Kapal itu milik Samudra Raya Tbk.", "Nelayan terkejut oleh kabar itu."],
    "kilometre": ["Truk itu terguling di Km. 55.", "Polisi menutup jalan."],
    "question_then_speaker_of_his_own": ['"Siapa tahu?"', "Budi mengatakan bahwa ia tidak tahu."],
}
ONE |= {
    "rank_in_brackets": "Letjen. (Purn.) Agus bertemu Kompol (Pol.) Budi di Bogor.",
    "speaker_asks": '"Siapa yang membayar?" Menteri Keuangan itu bertanya.',
    "speaker_shouts": '"Tidak!" Seorang nelayan tua berteriak dari dermaga.',
    "speaker_answers": '"Tidak!" Sri Marlina menjawab pertanyaan itu.',
    "speaker_says": '"Cukup!" Perdana Menteri Ann Harris mengatakan kepada parlemen.',
}


@pytest.mark.parametrize("sentences", SEVERAL.values(), ids=SEVERAL)
def test_several(sentences: list[str], request: pytest.FixtureRequest) -> None:
    glue = "" if request.node.callspec.id in {"space_missing", "no_space_after_quotation"} else " "
    text = glue.join(sentences)
    assert [text[start:end] for start, end in split(text, "id")] == sentences


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one(text: str) -> None:
    assert split(text, "id") == [(0, len(text))]


@pytest.mark.parametrize("tag", ["id", "id-ID", "ID_id", "in", "ms", ""])
def test_tags_of_indonesian(tag: str) -> None:
    text = "Ia lahir 17 Agt. 1945 di Jl. Melati. Ia pulang."
    assert len(split(text, tag)) == 2
