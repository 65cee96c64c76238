"""The review in the terminal."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from align.model import Article, Bead, Flag, Review, Sentence, Span
from align.report import terminal

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def a_flag(check: str, message: str, source: tuple[Span, ...] = (),
           target: tuple[Span, ...] = ()) -> Flag:
    return Flag(bead=0, category="mistranslation", check=check, severity="major", confidence=1,
                source=source, target=target, message=message)


def shown(review: Review, width: int = 80, language: str = "en", **how) -> str:
    console = Console(file=io.StringIO(), width=width, **how)
    terminal(review, console, language=language)
    return console.file.getvalue()


def test_counts_come_first_then_the_gravest(review):
    lines = shown(review).splitlines()
    assert lines[0] == "10 flags: 2 critical, 4 major, 4 minor"
    assert lines[1] == "9 matched · 1 moved · 1 left out · 1 put in"
    assert lines[4] == "1. Critical mistranslation · numbers"


def test_in_a_pipe_spans_stand_in_brackets_and_nothing_is_coloured(review):
    text = shown(review)
    assert "senilai [1,4 juta" in text.replace("\n   ", " ")
    assert "\x1b" not in text


def test_on_a_terminal_spans_are_underlined(review):
    text = shown(review, force_terminal=True, color_system="standard", no_color=False)
    assert re.search(r"\x1b\[[0-9;]*4;[0-9;]*mmenetapkan", text)
    assert "[menetapkan]" not in ANSI.sub("", text)


def test_no_color_falls_back_to_brackets(review, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(review, force_terminal=True)
    assert "[menetapkan]" in ANSI.sub("", text)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", text)


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(review, width):
    for line in shown(review, width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_a_long_sentence_is_cut_around_the_span():
    words = "kata " * 100 + "salah" + " kata" * 100
    article = Article(language="id", sentences=(Sentence(words, 1, 0, len(words)),))
    flag = a_flag("x", target=(Span(0, 500, 505),), message="Wrong.")
    text = shown(Review("", article, article, (Bead((0,), (0,)),), (flag,)), 400)
    line = next(line for line in text.splitlines() if "[salah]" in line)
    assert line.strip().startswith("id …kata")
    assert line.endswith("…")
    assert len(line) < 200


def test_text_cannot_steer_the_terminal():
    words = "a\x1b[2J\x07\x9b31m\u202eb \ud800 [bold]c[/bold]"
    article = Article(language=words, sentences=(Sentence(words, 1, 0, len(words)),))
    flag = a_flag(words, source=(Span(0, 0, 1),), message=words)
    text = shown(Review(words, article, article, (), (flag,)), 200)
    assert not set("\x1b\x07\x9b\u202e\ud800") & set(text)
    assert "[bold]c[/bold]" in text


def test_spans_outside_the_text_do_no_harm(review):
    stray = replace(review.flags[0], source=(Span(1, 900, 950), Span(99, 0, 3), Span(0, -4, 2)))
    assert "1.4 billion became" in shown(replace(review, flags=(stray,)))


def test_indonesian(review):
    assert shown(review, language="id").startswith("10 temuan: 2 kritis")
