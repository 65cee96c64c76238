import pytest

FLAGGED = {
    "up for down": ("Oil prices rose sharply.", "Harga minyak turun tajam.", ["rose"], ["turun"]),
    "accept for reject": ("They rejected the offer.", "Mereka menerima tawaran itu.",
                          ["rejected"], ["menerima"]),
    "win for lose": ("They lost the final.", "Mereka memenangkan final.",
                     ["lost"], ["memenangkan"]),
    "north for south": ("It lies south of the port.", "Ia terletak di utara pelabuhan.",
                        ["south"], ["utara"]),
    "known for unknown": ("The killer is unknown.", "Pembunuhnya diketahui.",
                          ["unknown"], ["diketahui"]),
    "another voice": ("The union rejected the offer.", "Tawaran itu diterima serikat pekerja.",
                      ["rejected"], ["diterima"]),
    "suffixed": ("the rising water", "turunnya air", ["rising"], ["turunnya"]),
}

FAIR = {
    "same pole": ("Prices rose.", "Harga naik."),
    "both poles": ("Prices rose after falling.", "Harga naik setelah turun."),
    "negated": ("Prices did not rise.", "Harga turun."),
    "innocent": ("He is not guilty.", "Dia dibebaskan."),
    "unknown": ("The killer is unknown.", "Pembunuhnya tidak diketahui."),
    "unexpected": ("an unexpected guest", "tamu yang tak terduga"),
    "less of a pole": ("The verdict was less severe.", "Vonis itu lebih ringan."),
    "empty side": ("Prices rose.", ""),
}


@pytest.mark.parametrize(("source", "target", "was", "became"), FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, was, became):
    assert told("opposites", source, target) == [("critical", was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("opposites", source, target) == []
