"""Articles to sentences: the headline, the paragraphs, and offsets that map back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.model import Article
from align.sentences import segment, split

LANGUAGES = st.sampled_from(["en", "id", "", "fr", "zh", "ar", "xx", "en-GB", "in"])
MARKS = "\"'“”‘’«»„.?!…。()[]-–— \t\n\r\u2028\u00a0\u200b\u0301\ufeffabcDZ5"
TEXTS = st.text() | st.text(alphabet=MARKS, max_size=80) | st.lists(
    st.sampled_from(['"', "”", "“", ". ", "?” ", "Dr. ", "U.S. ", "Dia", "kata", "He said", "\n\n",
                     "1. ", "...", " . . . ", "e\u0301", "\u200b", "👩‍👧", "(Reuters) - ", "No. "]),
    max_size=30,
).map("".join)


def test_headline_is_one_sentence() -> None:
    text = "Who won? Nobody. Yet\n\nIt was late. All slept."
    article = segment(Article(title="Who won? Nobody. Yet", text=text, language="en"))
    assert [(s.paragraph, s.text) for s in article.sentences] == [
        (0, "Who won? Nobody. Yet"), (1, "It was late."), (1, "All slept."),
    ]


def test_without_a_title_the_first_paragraph_is_text() -> None:
    article = segment(Article(text="It was late. All slept.\n\nIt rained.", language="en"))
    assert [(s.paragraph, s.text) for s in article.sentences] == [
        (0, "It was late."), (0, "All slept."), (1, "It rained."),
    ]


def test_a_title_that_the_text_does_not_begin_with_makes_no_headline() -> None:
    article = segment(Article(title="Dam", text="It was late. All slept.", language="en"))
    assert [s.text for s in article.sentences] == ["It was late.", "All slept."]


def test_headline_without_stop_does_not_run_into_the_story() -> None:
    article = segment(Article(text="Hakim menolak gugatan\n\nsidang ditutup.", language="id"))
    assert [s.text for s in article.sentences] == ["Hakim menolak gugatan", "sidang ditutup."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b\n\u00a0"])
def test_nothing_to_read(text: str) -> None:
    assert segment(Article(text=text)).sentences == ()


def test_outer_white_space_is_left_out() -> None:
    text = "  Judul \r\n\r\n  Dia pergi.   Dia pulang.\u00a0\r\n"
    article = segment(Article(text=text, language="id"))
    assert [s.text for s in article.sentences] == ["Judul", "Dia pergi.", "Dia pulang."]


def test_other_fields_are_kept() -> None:
    article = Article(title="Judul", url="https://example.org/", text="Judul", language="id")
    assert segment(article).title == "Judul"
    assert segment(article).url == article.url


@pytest.mark.parametrize(("language", "text", "count"), [
    ("fr", "« Nous partons. Venez, » dit-il. Il pleut.", 3),
    ("de", "Er kam z. B. am 3. Mai. Sie ging.", 2),
    ("zh", "他说。“我走。”她也走。", 3),
    ("xx", "Foo bar. Baz.", 2),
], ids=["french", "german", "chinese", "unknown"])
def test_other_languages(language: str, text: str, count: int) -> None:
    assert len(split(text, language)) == count


@given(TEXTS, LANGUAGES)
def test_sentences_map_back(text: str, language: str) -> None:
    article = segment(Article(text=text, language=language))
    paragraphs = article.paragraphs
    behind = 0
    for sentence in article.sentences:
        assert text[sentence.start:sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert "\n" not in sentence.text
        assert sentence.text in paragraphs[sentence.paragraph]
        assert sentence.start >= behind
        behind = sentence.end


@given(TEXTS, LANGUAGES)
def test_nothing_visible_is_lost(text: str, language: str) -> None:
    kept = set()
    for start, end in split(text, language):
        assert start < end
        kept.update(range(start, end))
    for at, character in enumerate(text):
        if at not in kept:
            assert character.isspace() or unicodedata.category(character) == "Cf"


@given(TEXTS, LANGUAGES)
def test_same_text_same_sentences(text: str, language: str) -> None:
    assert split(text, language) == split(text, language)
