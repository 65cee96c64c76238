"""Spellings of one name, and names that differ by as little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.mentions.spellings import alike

FAIR = ("rouhani rowhani|sergei sergey|mohammed muhammad|zelenskyy zelensky|basra basrah|"
        "qaeda qaida|hussein husain|khamenei khameini|yanukovych yanukovich|mochtar mukhtar|"
        "soekarno sukarno|djokovic jokovic|assad asad|osama usama|haniyeh haniya|bashar basyar|"
        "tajuddin tajudin|netanyahu netanyahoo|methodist metodis|lukashenko lukasenko")
OTHER = ("keller heller|gunarso gunavan|zelenskiy gelensky|slovenia slovakia|marchetti marchesi|"
         "harlow barlow|cressida cresside|wallis wallace|dezarnaulds dazamaulds|siniora senioar|"
         "solomon salomo|iran irak|niger nigeria|austria australia|hansen jansen|marino moreno|"
         "setiawan setyawati|anderson henderson|dalton walton|miller muller|barton burton")


@pytest.mark.parametrize("both", FAIR.split("|"))
def test_a_name_has_several_spellings(both):
    assert alike(*both.split())


@pytest.mark.parametrize("both", OTHER.split("|"))
def test_two_names_are_two(both):
    assert not alike(*both.split())


@given(st.text(alphabet="abcdefghijklmnoprstuvwyz", max_size=10),
       st.text(alphabet="abcdefghijklmnoprstuvwyz", max_size=10))
def test_it_works_both_ways(one, other):
    assert alike(one, one)
    assert alike(one, other) == alike(other, one)
