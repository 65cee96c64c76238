import pytest

FLAGGED = {
    "country": ("Troops entered Chad.", "Pasukan memasuki Sudan.", "critical", ["Chad"], ["Sudan"]),
    "nearly alike countries": ("It sank off Iran.", "Ia tenggelam di lepas pantai Irak.",
                               "critical", ["Iran"], ["Irak"]),
    "nation": ("The German chancellor spoke.", "Kanselir Belanda berbicara.",
               "critical", ["German"], ["Belanda"]),
    "north for south": ("South Korea fired shots.", "Korea Utara melepaskan tembakan.",
                        "critical", ["South Korea"], ["Korea Utara"]),
    "person": ("Maria Lindqvist said so.", "Maria Oberholzer mengatakan begitu.",
               "critical", ["Lindqvist"], ["Oberholzer"]),
    "body": ("The White House declined.", "Pentagon menolak.",
             "critical", ["White House"], ["Pentagon"]),
    "sea": ("It sank in the Gulf of Oman.", "Ia tenggelam di Teluk Aden.",
            "critical", ["Gulf of Oman"], ["Teluk Aden"]),
    "country put in": ("It opens shops in Vietnam.", "Ia membuka gerai di Vietnam dan Kamboja.",
                       "major", [], ["Kamboja"]),
    "one of two replaced": ("Indonesian fans filled Indonesia's stadium.",
                            "Penggemar Turki memenuhi stadion Indonesia.",
                            "critical", ["Indonesian"], ["Turki"]),
}

FAIR = {
    "exonym": ("Germany met France in Geneva.", "Jerman bertemu Prancis di Jenewa."),
    "press spelling": ("The Chilean court ruled.", "Pengadilan Chili memutuskan."),
    "dolar AS": ("It cost $5 million.", "Biayanya 5 juta dolar AS."),
    "country said otherwise": ("Their country won.", "Kroasia menang."),
    "demonym": ("a Dutch court", "sebuah pengadilan Belanda"),
    "institution": ("The White House called the Supreme Court.",
                    "Gedung Putih menghubungi Mahkamah Agung."),
    "abbreviation": ("The U.S. and the UN agreed.", "AS dan PBB sepakat."),
    "kept abbreviation": ("the attack on the U.S. Capitol", "serangan di US Capitol"),
    "long form": ("WHO warned", "Organisasi Kesehatan Dunia memperingatkan"),
    "acronym expanded": ("at Louisiana State University", "di LSU"),
    "possessive": ("Johnson's plan", "rencana Johnson"),
    "transliteration": ("Sergei spoke in Moscow.", "Sergey berbicara di Moskow."),
    "headline": ("Shark Injures Boy Off Coast", "Hiu Melukai Bocah Lelaki di Lepas Pantai"),
    "first word": ("Churches closed.", "Gereja-gereja ditutup."),
    "pronoun": ("Harper said no.", "Dia mengatakan tidak."),
    "name for a pronoun": ("He said no.", "Kata Harper, tidak."),
    "empty side": ("Harper left.", ""),
}


@pytest.mark.parametrize(("source", "target", "severity", "was", "became"),
                         FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, severity, was, became):
    assert told("names", source, target) == [(severity, was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_says_nothing_grave(told, source, target):
    around = source + " Harper left.", target + " Harper pergi."
    assert [f for f in told("names", source, target, *around) if f[0] != "minor"] == []
