import time

import pytest

FLAGGED = {
    "not lost": ("The minister did not sign.", "Menteri itu menandatangani.", ["not"],
                 ["menandatangani"]),
    "n't lost": ("The union isn't striking.", "Serikat itu mogok.", ["isn't"], ["mogok"]),
    "never lost": ("It has never lost a plane.", "Ia pernah kehilangan pesawat.", ["never"],
                   ["pernah kehilangan"]),
    "no one lost": ("No one was hurt there.", "Ada yang terluka di sana.", ["No"],
                    ["Ada yang terluka"]),
    "without lost": ("They left without weapons.", "Mereka pergi membawa senjata.",
                     ["without"], ["senjata"]),
    "tidak gained": ("The water is safe.", "Airnya tidak aman.", ["is safe"], ["tidak"]),
    "belum gained": ("It has been published.", "Itu belum diterbitkan.",
                      ["has been published"], ["belum"]),
    "possibility denied": ("“Maybe never,” she said.", "“Tidak mungkin,” katanya.",
                           ["Maybe"], ["Tidak mungkin"]),
}

FAIR = {
    "not": ("He did not go.", "Dia tidak pergi."),
    "tak": ("Nothing changed.", "Tak ada yang berubah."),
    "without merit": ("The claim is without merit.", "Klaim itu tidak berdasar."),
    "fail": ("He failed to appear.", "Dia tidak hadir."),
    "not for fail": ("He did not pass.", "Dia gagal lulus."),
    "unless": ("They will close unless aid comes.", "Mereka akan tutup jika bantuan tidak datang."),
    "not only": ("It is not only old but weak.", "Ia tua, dan juga lemah."),
    "no longer": ("He can no longer walk.", "Dia tidak lagi bisa berjalan."),
    "inner negation": ("The cause is unknown.", "Penyebabnya tidak diketahui."),
    "unsafe": ("The bridge is unsafe.", "Jembatan itu berbahaya."),
    "tidak aman": ("The bridge is unsafe.", "Jembatan itu tidak aman."),
    "sebelum": ("He ate with unwashed hands.", "Dia makan sebelum mencuci tangan."),
    "refuse": ("She refused to speak.", "Dia tidak mau berbicara."),
    "no later than": ("It ends no later than Friday.", "Itu berakhir paling lambat Jumat."),
    "impossible": ("It is impossible to say.", "Tidak mungkin dikatakan."),
    "cannot": ("It cannot be true.", "Itu tidak mungkin benar."),
    "mungkin tidak": ("Maybe it will not rain.", "Mungkin tidak akan hujan."),
    "rather than": ("He walked rather than drove.", "Dia berjalan, bukan menyetir."),
    "neither nor": ("Neither he nor she came.", "Dia maupun istrinya tidak datang."),
    "empty side": ("He did not go.", ""),
}


AFFIRMED = {
    "un-": ("The bridge is unsafe for lorries.", "Jembatan itu aman bagi truk.",
            ["unsafe"], ["aman"]),
    "dis-": ("The two parties disagreed on it.", "Kedua partai itu setuju soal itu.",
             ["disagreed"], ["setuju"]),
    "-less": ("The villagers were powerless there.", "Warga desa berkuasa di sana.",
              ["powerless"], ["berkuasa"]),
}


@pytest.mark.parametrize(("source", "target", "was", "became"), AFFIRMED.values(), ids=AFFIRMED)
def test_flags_what_a_word_denies_by_its_form(told, source, target, was, became):
    assert told("negation", source, target) == [("major", was, became)]


@pytest.mark.parametrize(("source", "target", "was", "became"), FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, was, became):
    assert told("negation", source, target) == [("critical", was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("negation", source, target) == []


def test_doubts_a_negation_of_what_nothing_on_the_other_side_says(told):
    flagged = told("negation", "Other off-label uses are many.",
                   "Pemakaian lain yang tidak tercantum di label banyak.")
    assert {severity for severity, _, _ in flagged} <= {"minor"}


def test_a_line_of_nothing_but_negations_grows_in_proportion(told):
    def seconds(count):
        begun = time.process_time()
        told("negation", "not " * count, "tidak " * count)
        return time.process_time() - begun

    seconds(10)
    assert seconds(4000) < 8 * max(seconds(1000), 0.01)
