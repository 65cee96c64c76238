"""The tagger's word on a wrong sense."""

import math

from align.checks.second import known, weighed
from align.lexicon import Lexicon
from align.lexicon.swaps import swaps
from align.tagger.run import Tagged, Token

SOURCE, TARGET = "The plant produces cars.", "Tanaman itu memproduksi mobil."
OFFERED = swaps(SOURCE, TARGET, Lexicon.load())
PLANT = next(swap for swap in OFFERED if swap.source.key == "plant")


def tagged(trouble: float, at: tuple[int, int]) -> Tagged:
    return Tagged(0.5, (), (Token(*at, "fine", trouble, 0.0),))


def test_the_doubt_is_of_the_word_that_stands_there() -> None:
    about = known(1.5, PLANT, [PLANT], TARGET, tagged(0.5, (0, 7)))
    assert about == {"contrast": 1.5, "target": 0.0, "crowd": 0.0}
    elsewhere = known(1.5, PLANT, [PLANT], TARGET, tagged(0.9, (12, 23)))
    assert elsewhere["target"] < -9


def test_a_crowd_is_of_source_words_not_of_swaps() -> None:
    about = known(0.0, PLANT, OFFERED, TARGET, tagged(0.5, (0, 7)))
    assert about["crowd"] == math.log(len({swap.source.start for swap in OFFERED}))


def test_doubt_weighs_for_an_error_and_a_crowd_against() -> None:
    alone = {"contrast": 1.0, "target": -2.0, "crowd": 0.0}
    assert weighed(alone) < weighed(alone | {"target": 2.0})
    assert weighed(alone) < weighed(alone | {"contrast": 2.0})
    assert weighed(alone) > weighed(alone | {"crowd": 2.0})
