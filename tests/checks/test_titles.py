import pytest

FLAGGED = {
    "another rank": ("The chief financial officer will leave.", "Direktur utama itu akan pergi.",
                     ["chief financial officer"], ["Direktur utama"]),
    "former is gone": ("The former president spoke.", "Presiden itu berbicara.",
                       ["former"], ["Presiden"]),
    "former put in": ("The president spoke.", "Mantan presiden itu berbicara.",
                      ["president"], ["Mantan"]),
    "deputy is gone": ("Deputy Prime Minister Holm will go.", "Perdana Menteri Holm akan pergi.",
                       ["Deputy Prime Minister"], ["Perdana Menteri"]),
    "minister of another thing": ("The defence minister resigned.", "Menteri kesehatan mundur.",
                                  ["defence minister"], ["Menteri kesehatan"]),
}
FAIR = {
    "one rank, two names": ("The chief executive resigned.", "Direktur utama itu mundur."),
    "short form": ("The foreign minister said so.", "Menlu mengatakan demikian."),
    "more general": ("The general gave the order.", "Perwira itu memberi perintah."),
    "former for ex": ("The ex-president spoke.", "Mantan presiden itu berbicara."),
    "meanwhile": ("Meanwhile, the president left.", "Sementara itu, presiden pergi."),
    "empty side": ("The president left.", ""),
}


@pytest.mark.parametrize(("source", "target", "was", "became"), FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, was, became):
    assert told("titles", source, target) == [("major", was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("titles", source, target) == []
