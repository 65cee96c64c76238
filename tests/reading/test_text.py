"""Plain text: headline, paragraphs, hard-wrapped lines, leftovers, and the founding case."""

# ruff: noqa: E501  (tables of examples)
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import parse, read
from align.reading.characters import fold
from align.sentences import segment

LEAD = ("QUARREN, May 4 (Reuters) - Engineers in the invented valley of Quarren will drain its "
        "oldest dam before winter, the water board said on Monday, after cracks were found.")
CLEAN_LEAD = LEAD.partition(" - ")[2]
NEXT = ("It was not clear who would pay for the work, which the board expects to take until the end "
        "of the year and perhaps beyond it if the autumn is wet.")
TITLE = "Quarren to drain its oldest dam before winter"


@pytest.mark.parametrize("text", [
    f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n", f"{TITLE}\n{LEAD}\n{NEXT}", f"\n\n{TITLE}\r\n\r\n{LEAD}\r\n\r\n{NEXT}",
    f"{TITLE}\n\n{textwrap.fill(LEAD, 72)}\n\n{textwrap.fill(NEXT, 72)}",
    f"{TITLE}\n\n    {textwrap.fill(LEAD, 66)}\n    {textwrap.fill(NEXT, 66)}",
    f"Title: {TITLE}\n\n{LEAD}\n{NEXT}", f"World / Asia\n\n{TITLE}\n\nBy Mira Tolland\n\n{LEAD}\n\n{NEXT}",
], ids=["blank lines", "lines", "crlf", "wrapped", "wrapped and indented", "labelled", "breadcrumb"])
def test_shapes_of_plain_text(text):
    article = parse(text.encode())
    assert article.title == TITLE
    assert article.paragraphs == (TITLE, CLEAN_LEAD, NEXT)
    assert article.dateline == "QUARREN, May 4 (Reuters)"
    assert article.text == "\n\n".join(article.paragraphs)


@pytest.mark.parametrize("text", [LEAD, f"{LEAD}\n\n{NEXT}", f"{NEXT}\n\n{NEXT}x",
                                  "Engineers will drain it.\n\nSoon."],
                         ids=["dateline alone", "dateline", "long", "full stop"])
def test_a_text_may_have_no_headline(text):
    article = parse(text.encode())
    assert article.title == ""
    assert article.text.startswith(("Engineers", "It was"))


@pytest.mark.parametrize("title", ["Amazon sues Parler Inc.", "Bank Quarren Tbk.", "Is it over?",
                                   "“Never,” says head of board", "Trump leaves the U.S."])
def test_headlines_may_end_in_an_abbreviation_or_a_question(title):
    assert parse(f"{title}\n\n{LEAD}".encode()).title == title


def test_only_a_headline():
    article = parse(TITLE.encode())
    assert (article.title, article.paragraphs) == (TITLE, (TITLE,))


def test_byline_and_date_in_lines_of_their_own():
    article = parse(f"{TITLE}\n\nOleh Mira Tolland dan Deniz Aral\n\nRabu, 13 Jan 2021 10:15 WIB\n\n"
                    f"{LEAD}\n\n{NEXT}".encode())
    assert article.byline == "Mira Tolland, Deniz Aral"
    assert article.published == "2021-01-13T10:15:00+07:00"
    assert article.paragraphs == (TITLE, CLEAN_LEAD, NEXT)


def test_one_line_of_5_mb(shuffled_words):
    line = shuffled_words(680_000)
    assert len(line) > 5_000_000
    assert parse(line.encode()).text == line


def test_the_founding_rewrite(shared):
    article = read(shared / "seed" / "rewrite.id.txt")
    assert article.source_mark == "Sumber : Reuters"
    assert article.language == "id"
    assert article.title.startswith("CEO Parler mengatakan")
    assert len(article.paragraphs) == 15
    assert article.paragraphs[-1].endswith("permintaan Reuters untuk berkomentar.")


def test_the_founding_original(shared):
    article = read(shared / "seed" / "original.en.txt")
    assert (article.language, article.dateline) == ("en", "Jan 13 (Reuters)")
    assert article.provenance["sign_off"].startswith("Reporting by the Reuters newsroom")
    assert article.paragraphs[-1].endswith("requests for comment.")
    assert len(article.paragraphs) == 16


LETTERS = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)


@given(st.lists(LETTERS, max_size=8, unique_by=lambda line: fold(line).casefold()))
def test_an_articles_text_holds_nothing_unseen_and_reads_back_as_itself(lines):
    from align.errors import InputError

    try:
        article = parse("\n\n".join(lines).encode())
    except InputError:
        return
    assert article.text == "\n\n".join(article.paragraphs)
    assert not set(article.text) & {"\u200b", "\u00ad", "\u00a0", "\r", "\t", "\ufeff", "\x00"}
    assert "  " not in article.text
    again = parse(article.text.encode())
    assert parse(again.text.encode()).text == again.text


def test_a_story_pasted_as_one_paragraph_is_split():
    story = ("The harbour of Orlen Bay froze on Monday for the first time since 1987. Ferries stopped "
             "at noon, the port said. Nobody was hurt. Ice breakers are to come from the north by "
             "Thursday, if the wind allows.")
    article = segment(parse(story.encode()))
    assert article.title == ""
    assert len(article.sentences) == 4


@pytest.mark.parametrize("soft", ["\u2028", "\x0b", " \u2028 "])
def test_a_soft_break_within_a_paragraph_ends_no_sentence(soft):
    text = f"Dam drained\n\nEngineers will drain{soft}the dam, they said.{soft}Nobody objects.\n\nIt is old."
    article = segment(parse(text.encode()))
    assert [s.text for s in article.sentences] == [
        "Dam drained", "Engineers will drain the dam, they said.", "Nobody objects.", "It is old."]


def test_soft_breaks_are_breaks_where_there_are_no_others():
    assert len(parse("Dam drained\u2028Engineers will drain it.\u2028It is old.".encode()).paragraphs) == 3
