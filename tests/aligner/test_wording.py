"""Content words of one side that stand on the other, whichever is English."""

import pytest

from align.aligner.wording import content, rarities, rendered, weighed

ENGLISH = "Police arrested 1,200 protesters in Corvan on Monday."
INDONESIAN = "Sebanyak 1.200 pengunjuk rasa ditangkap polisi di Corvan."


def test_content_words_and_figures_without_their_points() -> None:
    assert content(ENGLISH) == {"police", "arrested", "1200", "protesters", "corvan", "monday"}


@pytest.mark.parametrize(("ours", "theirs", "met"), [
    (ENGLISH, INDONESIAN, {"police", "arrested", "1200", "corvan"}),
    (INDONESIAN, ENGLISH, {"polisi", "ditangkap", "1200", "corvan"}),
], ids=["English", "Indonesian"])
def test_what_the_other_side_renders(ours: str, theirs: str, met: set[str]) -> None:
    found = rendered(content(ours), content(theirs))
    assert met <= found
    assert not found & {"monday", "sebanyak"}


def test_rare_words_weigh_more() -> None:
    rarity = rarities([content(ENGLISH), content("Police denied it."), content("Corvan is calm.")])
    assert weighed(["monday"], rarity) > weighed(["police"], rarity) > 0
    assert weighed(["unknown"], rarity) == 0
