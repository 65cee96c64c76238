"""What the reviewer's desk says: verdicts, keys, and what it answers. Pairs as in words.py."""

from __future__ import annotations

from collections.abc import Mapping

from align.report.words import CATEGORY, SEVERITY, Both, Language

VERDICTS: Mapping[str, Both] = {
    "true": ("True error", "Benar salah"),
    "false": ("False alarm", "Bukan kesalahan"),
    "unsure": ("Unsure", "Ragu"),
}

KEYS: Mapping[str, Both] = {
    "t": ("True error", "Benar salah"),
    "f": ("False alarm", "Bukan kesalahan"),
    "u": ("Unsure", "Ragu"),
    "n": ("Next undecided flag", "Temuan berikutnya yang belum diputuskan"),
    "p": ("Previous undecided flag", "Temuan sebelumnya yang belum diputuskan"),
    "j": ("Next flag", "Temuan berikutnya"),
    "k": ("Previous flag", "Temuan sebelumnya"),
    "z": ("Undo", "Urungkan"),
    "Z": ("Redo", "Ulangi"),
    "e": ("Change category or severity", "Ubah kategori atau keparahan"),
    "c": ("Comment", "Beri komentar"),
    "a": ("Add a missed flag from the selected words",
          "Tambah temuan yang terlewat dari kata terpilih"),
    "F": ("All like this are false alarms", "Semua yang serupa bukan kesalahan"),
    "y": ("Accept the sentence pair for the corpus", "Terima pasangan kalimat untuk korpus"),
    "x": ("Reject the sentence pair", "Tolak pasangan kalimat"),
    "o": ("Leave the sentence pair open", "Biarkan pasangan kalimat terbuka"),
    "d": ("Mark the article done", "Tandai artikel selesai"),
    "]": ("Next article", "Artikel berikutnya"),
    "[": ("Previous article", "Artikel sebelumnya"),
    "i": ("Show why: check and confidence", "Tampilkan alasan: pemeriksa dan keyakinan"),
    "s": ("Order as in the story, or gravest first", "Urut seperti berita, atau terberat dahulu"),
    "l": ("List of flags", "Daftar temuan"),
    "/": ("Search the articles", "Cari dalam naskah"),
    "m": ("Merge the pair with the next one", "Gabungkan pasangan dengan yang berikutnya"),
    "w": ("Split the pair", "Pisahkan pasangan"),
    "g": ("Link two passages: here, then there", "Tautkan dua bagian: di sini, lalu di sana"),
    "S": ("Save my decisions as a file", "Simpan keputusan saya sebagai berkas"),
    "?": ("Show or hide the keys", "Tampilkan atau sembunyikan tombol"),
}

ANSWERS: Mapping[str, Both] = {
    **{name: (both[0].lower(), both[1].lower()) for name, both in (*CATEGORY.items(),
                                                                  *SEVERITY.items())},
    **VERDICTS,
    "accepted": ("Pair accepted", "Pasangan diterima"),
    "rejected": ("Pair rejected", "Pasangan ditolak"),
    "open": ("Pair left open", "Pasangan dibiarkan terbuka"),
    "by_flags": ("The pair goes by its flags again", "Pasangan kembali mengikuti temuannya"),
    "pair_said": ("{}.", "{}."),
    "saving": ("Saving…", "Menyimpan…"),
    "saved": ("Saved", "Tersimpan"),
    "kept": ("Kept in this browser", "Tersimpan di peramban ini"),
    "file": ("File saved", "Berkas tersimpan"),
    "unsaved": ("Not saved", "Belum tersimpan"),
    "unkept": ("Not kept: this browser stores nothing here; save a file before you close the page",
               "Belum tersimpan: peramban ini tidak menyimpan apa pun; simpan berkas sebelum "
               "menutup halaman"),
    "unreached": ("Not saved: Selaras does not answer; start it again and leave this page open",
                  "Belum tersimpan: Selaras tidak menjawab; jalankan lagi dan biarkan halaman "
                  "ini terbuka"),
    "stale": ("Changed since it was judged: {}", "Berubah sejak dinilai: {}"),
    "suggestion": ("Could be: {}", "Bisa jadi: {}"),
    "alike": ("False alarm. The same elsewhere here: {}.",
              "Bukan kesalahan. Yang serupa di sini: {}."),
    "alike_do": ("F: all like this, from now on", "F: semua yang serupa, mulai sekarang"),
    "alike_here": ("All like it here are false alarms; to hear no more of it in later checks, use "
                   "selaras review", "Semua yang serupa di sini bukan kesalahan; agar tidak muncul "
                   "lagi, gunakan selaras review"),
    "all_decided": ("All flags are decided.", "Semua temuan sudah diputuskan."),
    "mark_done": ("d: mark the article done", "d: tandai artikel selesai"),
    "is_done": ("The article is done.", "Artikel selesai."),
    "not_done": ("The article is open again.", "Artikel dibuka lagi."),
    "next_article": ("]: next article", "]: artikel berikutnya"),
    "no_article": ("There is no further article.", "Tidak ada artikel lagi."),
    "undone": ("Undone.", "Diurungkan."),
    "redone": ("Done again.", "Diulangi."),
    "nothing": ("There is nothing to take back.", "Tidak ada yang dapat diurungkan."),
    "is_added": ("Added.", "Ditambahkan."),
    "sampled": ("No flag here. Is it right? y: yes, x: no, a: add what is wrong. "
                "Still to judge: {}",
                "Tidak ada temuan di sini. Apakah benar? y: ya, x: tidak, a: tambah yang keliru. "
                "Sisa: {}"),
    "picking": ("Arrows choose words, with Shift more of them; Tab goes to the other side, Enter "
                "adds, Esc leaves.", "Panah memilih kata, dengan Shift lebih banyak; Tab pindah ke "
                "sisi lain, Enter menambah, Esc keluar."),
    "hits": ("Passages with these words: {}", "Bagian dengan kata ini: {}"),
    "choose_pair": ("Choose a flag or a passage first.", "Pilih temuan atau bagian dahulu."),
    "link_server": ("Pairs are linked anew in selaras review, where they can be checked at once.",
                    "Pasangan ditautkan ulang di selaras review, tempat pemeriksaan ulang "
                    "dilakukan."),
    "link_none": ("There is no passage to link with.", "Tidak ada bagian untuk ditautkan."),
    "link_other": ("Now choose the other passage and press g again.",
                   "Sekarang pilih bagian lain dan tekan g lagi."),
}


def answers(language: Language) -> dict[str, str]:
    """What the desk says, in one language, by key."""
    number = 0 if language == "en" else 1
    return {key: both[number] for key, both in ANSWERS.items()}
