import pytest

FLAGGED = {
    "quote made plain": ("“We will not go there,” she said.", "Dia mengatakan tidak akan ke sana.",
                         ["We will not go there,"], ["tidak akan"]),
    "plain made quote": ("She said they would not go.", "“Kami tidak akan ke sana,” katanya.",
                         ["would not"], ["Kami tidak akan ke sana,"]),
}

FAIR = {
    "both quoted": ("\"We will not go there,\" she said.", "“Kami tidak akan ke sana,” katanya."),
    "one word": ("The “jury” met.", "Juri itu bertemu."),
    "closed elsewhere": ("“We will not go there. We stay.", "\"Kami tidak akan ke sana."),
    "empty side": ("“We will not go there,” she said.", ""),
}


@pytest.mark.parametrize(("source", "target", "was", "became"), FLAGGED.values(), ids=FLAGGED)
def test_flags(told, source, target, was, became):
    assert told("quotes", source, target) == [("minor", was, became)]


@pytest.mark.parametrize(("source", "target"), FAIR.values(), ids=FAIR)
def test_is_silent(told, source, target):
    assert told("quotes", source, target) == []
