import pytest

FLAGGED = {
    "at least, at most": ("At least 30 died.", "Paling banyak 30 tewas.",
                          "critical", ["At least"], ["Paling banyak"]),
    "more, less": ("More than 200 came.", "Kurang dari 200 datang.",
                   "critical", ["More than"], ["Kurang dari"]),
    "nearly, more": ("Nearly 50 homes burned.", "Lebih dari 50 rumah terbakar.",
                     "critical", ["Nearly"], ["Lebih dari"]),
    "up to, at least": ("It costs up to $9 million.", "Biayanya setidaknya 9 juta dolar AS.",
                        "critical", ["up to"], ["setidaknya"]),
    "about, more": ("About 30 homes burned.", "Lebih dari 30 rumah terbakar.",
                    "major", ["About"], ["Lebih dari"]),
    "about, exactly": ("About 30 homes burned.", "Tepat 30 rumah terbakar.",
                       "major", ["About"], ["Tepat"]),
    "appearance as fact": ("He apparently left.", "Dia pergi.", "major", ["apparently"], ["pergi"]),
    "at least gone": ("It has at least 120 rooms.", "Ia memiliki 120 kamar.",
                      "major", ["at least"], []),
    "about gone": ("It has about 120 rooms.", "Ia memiliki 120 kamar.", "minor", ["about"], []),
    "alleged as fact": ("He allegedly stole it.", "Dia mencurinya.",
                        "major", ["allegedly"], ["mencurinya"]),
}

FAIR = {
    "sedikitnya": ("At least 30 died.", "Sedikitnya 30 orang tewas."),
    "hedge away from its number": ("At least 12 had died.",
                                   "Setidaknya ada sebanyak 12 yang tewas."),
    "over": ("Over 70 percent agreed.", "Lebih dari 70 persen setuju."),
    "almost as about": ("Almost 100 came.", "Sekitar 100 datang."),
    "no more than": ("It takes no more than 20 minutes.", "Itu tidak lebih dari 20 menit."),
    "diduga": ("He allegedly stole it.", "Dia diduga mencurinya."),
    "tampaknya": ("He apparently left.", "Tampaknya dia pergi."),
    "kabarnya": ("He reportedly left.", "Kabarnya dia pergi."),
    "nothing hedged": ("It has 120 rooms.", "Ia memiliki 120 kamar."),
    "empty side": ("At least 30 died.", ""),
}


@pytest.mark.parametrize(("source", "target", "severity", "was", "became"),
                         FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, severity, was, became):
    assert told("hedges", source, target) == [(severity, was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("hedges", source, target) == []
