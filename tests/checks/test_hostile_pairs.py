"""No text, however strange, makes a check fail or point outside of its text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align import checks
from align.analysis import Pair, analyse
from align.decision import assess
from align.decision.weights import shipped

EXACT = ("addition", "dates", "glossary", "hedges", "modality", "names", "negation", "numbers",
         "omission", "opposites", "quotes", "speakers", "titles", "untranslated")
LETTERS = "aeinrtdkuhs .,'’\"“”()-/:%$°½0123456789SMJ\u200f\u0301"
NEWS = st.text(alphabet=st.sampled_from(list(LETTERS)), max_size=120)


def demand_sound(source: str, target: str) -> None:
    pair, = analyse([Pair.of(source, target)])
    for finding in assess(pair, checks.run([pair], only=EXACT)[0], shipped()):
        for spans, text in ((finding.source, source), (finding.target, target)):
            assert all(0 <= start < end <= len(text) for start, end in spans)
        assert finding.message.endswith(".")
        assert finding.pesan.endswith(".")
        assert "\n" not in finding.message + finding.pesan
        assert 0 <= finding.confidence <= 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text(source, target):
    demand_sound(source, target)


@settings(max_examples=100, deadline=None)
@given(NEWS, NEWS)
def test_text_that_looks_like_news(source, target):
    demand_sound(source, target)


@pytest.mark.parametrize("text", [
    pytest.param("Harper 12 not Jakarta may " * 2000, id="ten thousand words"),
    pytest.param(" ".join(f"Xq{'abcdefgh'[i % 8]}{chr(97 + i % 26)}{'rstuv'[i % 5]}{'z' * (i % 9)}o"
                          for i in range(4000)), id="names without end"),
    pytest.param("a" + "\u0301" * 300_000, id="combining accents"),
    pytest.param("“" * 20_000, id="quotation marks"),
    pytest.param("1,2.3/4:" * 3_000, id="figures"),
    pytest.param("\u202e\u200f\u0000\u001b[31m", id="marks and controls"),
])
def test_long_and_odd_lines_do_no_harm(text):
    demand_sound(text, "Dia pergi ke Jakarta.")
    demand_sound("He left for Jakarta.", text)
