"""Hostile text: time grows with length, not with its square."""

import time

import pytest

from align.model import Article
from align.sentences import segment, split

SMALL = 3_000
HOSTILE = {
    "one_word": "a",
    "words": "kata ",
    "sentences": "Dia pergi. ",
    "straight_quotes": '"',
    "curly_quotes": "“",
    "quotes_and_spaces": '" ',
    "dots": ".",
    "dots_and_spaces": ". ",
    "dots_and_quotes": '."',
    "quoted_starts": '"A. ',
    "brackets": "(",
    "closers": ".)",
    "abbreviations": "Dr. ",
    "acronym": "U.S.",
    "zero_width": "\u200b",
    "spaces": " ",
    "stop_then_spaces": ".  \u00a0",
    "references": ".[1]",
    "dashes": ". - ",
    "glued": "pergi.Dia",
    "reporting": "“Apa?” Budi Budi ",
}


@pytest.mark.parametrize("language", ["id", "fr"])
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(piece: str, language: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (SMALL, 8 * SMALL))
    split(piece, language)
    brief = _seconds(small, language)
    # A quadratic way would take 64 times as long; the 0.2 s forgive a noisy clock.
    assert _seconds(large, language) < 24 * brief + 0.2


def test_half_a_megabyte_of_one_line() -> None:
    text = 'Ia berkata, "Ini kalimat. Itu juga." ' * 13_500
    begun = time.process_time()
    assert len(split(text, "id")) == 27_000
    assert time.process_time() - begun < 20


@pytest.mark.parametrize("piece", ["kata ", "a", "Ya, "])
def test_a_stretch_without_an_end_is_cut_at_blanks(piece: str) -> None:
    text = (piece * 10_000).strip()
    ranges = split(text, "id")
    assert max(end - start for start, end in ranges) <= 4000
    kept = "".join(text[start:end] for start, end in ranges)
    assert kept.replace(" ", "") == text.replace(" ", "")


def test_an_endless_title_is_no_headline() -> None:
    title = "Dia pergi ke pasar. " * 1000
    assert len(segment(Article(title=title, text=title, language="id")).sentences) == 1000


def _seconds(text: str, language: str) -> float:
    tries = []
    for _ in range(2):
        begun = time.process_time()
        split(text, language)
        tries.append(time.process_time() - begun)
    return min(tries)
