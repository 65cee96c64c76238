"""Doer and done-to exchanged, and the fair ways of telling the same deed."""

import pytest

FLAGGED = {
    "two names": ("Keller sued Navratil in March.", "Navratil menggugat Keller pada Maret.",
                  "Keller sued Navratil", "Navratil menggugat Keller"),
    "two nouns": ("The nurse thanked the driver.", "Sopir itu berterima kasih kepada perawat.",
                  "nurse thanked the driver", "Sopir itu berterima kasih kepada perawat"),
    "passive made active": ("The minister was criticised by the union.",
                            "Menteri itu mengkritik serikat pekerja.",
                            "minister was criticised by the union",
                            "Menteri itu mengkritik serikat pekerja"),
    "active made passive": ("The rebels attacked the soldiers.",
                            "Para pemberontak diserang oleh tentara.",
                            "rebels attacked the soldiers", "pemberontak diserang oleh tentara"),
    "by further on": ("The referee was pushed to the ground by the president.",
                      "Wasit mendorong presiden itu.",
                      "referee was pushed to the ground by the president",
                      "Wasit mendorong presiden"),
    "agreed to": ("Japan agreed to help India.", "India setuju membantu Jepang.",
                  "Japan agreed to help India", "India setuju membantu Jepang"),
    "to come": ("Japan will help India.", "India akan membantu Jepang.",
                "Japan will help India", "India akan membantu Jepang"),
    "under way": ("The bank is suing the airline.", "Maskapai itu menggugat bank tersebut.",
                  "bank is suing the airline", "Maskapai itu menggugat bank"),
    "giver and receiver": ("The museum sold the painting to the collector.",
                           "Kolektor itu menjual lukisan tersebut kepada museum.",
                           "museum sold the painting to the collector",
                           "Kolektor itu menjual lukisan tersebut kepada museum"),
    "a headline's bare verb": ("Police arrested a witness.", "Saksi tangkap polisi.",
                               "Police arrested a witness", "Saksi tangkap polisi"),
}

FAIR = {
    "the same voice": ("The nurse thanked the driver.",
                       "Perawat itu berterima kasih kepada sopir."),
    "told from the other end": ("The rebels attacked the soldiers.",
                                "Tentara diserang oleh para pemberontak."),
    "passive told as active": ("The minister was criticised by the union.",
                               "Serikat pekerja mengkritik menteri itu."),
    "by left out": ("The witness was arrested by the police.", "Saksi itu ditangkap polisi."),
    "a measure is no doer": ("The glacier has retreated by 2 kilometres.",
                             "Gletser itu mundur sejauh 2 kilometer."),
    "who receives": ("The club received a fine.", "Klub itu dijatuhi denda."),
    "a time is no doer": ("The trial opens next week.", "Sidang dibuka pekan depan."),
    "doer unsaid": ("The witness was arrested.", "Polisi menangkap saksi itu."),
    "they meet": ("Keller met Navratil.", "Navratil bertemu Keller."),
    "another sentence": ("Keller sued Navratil.", "Harga minyak mendorong inflasi."),
    "empty side": ("Keller sued Navratil.", ""),
}


@pytest.mark.parametrize(("source", "target", "was", "became"), FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, was, became):
    (severity, ours, theirs), = told("roles", source, target)
    assert severity == "critical"
    assert ours == [was]
    assert theirs == [became]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("roles", source, target) == []
