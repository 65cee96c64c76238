import pytest

FLAGGED = {
    "police, residents": ("Police said it was fake.", "Warga mengatakan itu palsu.",
                          "critical", ["Police"], ["Warga"]),
    "according to": ("According to the union, jobs are at risk.",
                     "Menurut perusahaan, lapangan kerja terancam.",
                     "critical", ["union"], ["perusahaan"]),
    "names swapped": ("“We agree,” Harper said before Ortiz left.",
                      "“Kami setuju,” kata Ortiz sebelum Harper pergi.",
                      "critical", ["Harper"], ["Ortiz"]),
    "denial as statement": ("The minister denied that he paid.",
                            "Menteri itu menyebut dia membayar.",
                            "major", ["denied"], ["membayar"]),
    "told as fact": ("The ministry said the figures were wrong.", "Angka-angka itu salah.",
                     "major", ["The ministry said"], []),
}

FAIR = {
    "kata": ("Police said it was fake.", "Itu palsu, kata polisi."),
    "menurut": ("Police said it was fake.", "Menurut polisi, itu palsu."),
    "pronoun for a name": ("“We agree,” he said.", "“Kami setuju,” kata Harper."),
    "quote without a verb": ("“We agree,” he said.", "“Kami setuju.”"),
    "denied a wish": ("They denied him a visa.", "Mereka menolak memberinya visa."),
    "goalkeeper": ("He denied Jacobs late on.", "Dia menghalau Jacobs di akhir laga."),
    "officials": ("Officials said it was safe.", "Petugas mengatakan itu aman."),
    "two speakers": ("Police said a witness told them.", "Saksi mengatakan kepada polisi."),
    "empty side": ("Police said so.", ""),
}


@pytest.mark.parametrize(("source", "target", "severity", "was", "became"),
                         FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, severity, was, became):
    assert told("speakers", source, target) == [(severity, was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("speakers", source, target) == []
