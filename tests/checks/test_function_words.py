import pytest

FLAGGED = {
    "because for although": (
        "He stayed although the doctors had told him to leave.",
        "Ia tetap tinggal karena dokter menyuruhnya pergi.", ("although", "karena")),
    "after for until": (
        "She was held in solitary confinement until she signed a confession.",
        "Ia ditahan di sel isolasi setelah menandatangani pengakuan.", ("until", "setelah")),
    "since for until": (
        "The yard had been idle since its owner fled in 2019.",
        "Galangan itu menganggur hingga pemiliknya kabur pada 2019.", ("since", "hingga")),
    "few for many": (
        "Many members backed the plan.", "Sedikit anggota mendukung rencana itu.",
        ("Many", "Sedikit")),
    "all for most": (
        "Most of the passengers were from Ghana.", "Seluruh penumpang berasal dari Ghana.",
        ("Most", "Seluruh")),
}

FAIR = {
    "although": ("He stayed although they told him to leave.",
                 "Ia tetap tinggal walaupun disuruh pergi."),
    "since of cause": ("Since it was late, they went home.",
                       "Karena sudah larut, mereka pulang."),
    "for of cause": ("He was fined for taking bribes.", "Ia didenda karena menerima suap."),
    "most": ("Most of the passengers were from Ghana.",
             "Mayoritas penumpang berasal dari Ghana."),
    "when as saat": ("He was asleep when the quake struck.",
                     "Ia sedang tidur saat gempa mengguncang."),
    "empty side": ("Most members agreed.", ""),
}


@pytest.mark.parametrize(("source", "target", "words"), FLAGGED.values(), ids=FLAGGED)
def test_an_exchange_is_found(findings_of, source, target, words):
    changed = [one for one in findings_of("function_words", source, target)
               if one.kind.endswith("-word-changed")]
    told = [(source[slice(*one.source[0])].split()[0], target[slice(*one.target[0])])
            for one in changed]
    assert words in told
    assert all(one.evidence["exchanged"] >= 3 for one in changed)


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_a_fair_rendering_is_none(findings_of, source, target):
    found = findings_of("function_words", source, target)
    assert [one.kind for one in found if one.kind.endswith("-word-changed")] == []
