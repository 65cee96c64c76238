import pytest

FLAGGED = {
    "may lost": ("The mill may close.", "Pabrik itu akan tutup.", ["may"], ["akan"]),
    "perhaps lost": ("Perhaps it overheated.", "Mesin itu terlalu panas.", ["Perhaps"],
                     ["itu"]),
    "mungkin gained": ("The minister will resign.", "Menteri itu mungkin mundur.",
                       ["will"], ["mungkin"]),
    "must for may": ("Owners must pay now.", "Pemilik dapat membayar.", ["must"],
                     ["dapat"]),
    "should to will": ("The state should free the reporters.", "Negara akan membebaskan wartawan.",
                       ["should"], ["akan"]),
    "can to must": ("Residents can return home.", "Warga harus pulang.", ["can"], ["harus"]),
    "could to done": ("The navy could send a ship.", "Angkatan laut telah mengirim kapal.",
                      ["could"], ["telah"]),
    "certain for possible": ("The virus could spread.", "Virus itu pasti menyebar.",
                             ["could"], ["pasti"]),
}

FAIR = {
    "memastikan": ("It helps to enforce the rule.", "Itu membantu memastikan aturan dipatuhi."),
    "bisa": ("It could rain.", "Hujan bisa turun."),
    "berpotensi": ("It may harm fish.", "Itu berpotensi merugikan ikan."),
    "probably": ("It will probably rain.", "Mungkin akan hujan."),
    "wajib": ("You must pay.", "Anda wajib membayar."),
    "must not": ("You must not go.", "Anda tidak boleh pergi."),
    "can be seen": ("He can be seen on the film.", "Dia akan terlihat dalam film itu."),
    "as little as possible": ("Touch it little.", "Sentuhlah sesedikit mungkin."),
    "month of May": ("It opens in May.", "Itu dibuka pada Mei."),
    "could not": ("He could not say.", "Dia tidak tahu."),
    "as often as possible": ("Wash as often as possible.", "Cucilah sesering mungkin."),
    "empty side": ("It may rain.", ""),
}


@pytest.mark.parametrize(("source", "target", "was", "became"), FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, was, became):
    assert told("modality", source, target) == [("major", was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("modality", source, target) == []


def test_is_minor_in_a_dependent_clause(told):
    assert [severity for severity, _, _ in told(
        "modality", "Experts ask where the virus might have begun.",
        "Para ahli menanyakan asal virus itu.")] == ["minor"]
