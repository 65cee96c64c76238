"""The nouns and their JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import SchemaError
from align.model import (
    CATEGORIES,
    READABLE,
    SCHEMA,
    SEVERITIES,
    Article,
    Bead,
    Flag,
    Review,
    Sentence,
    Span,
    dumps,
    from_json,
    loads,
    to_json,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NUMBERS = st.integers(0, 99)
SPANS = st.lists(st.builds(Span, NUMBERS, NUMBERS, NUMBERS), max_size=3).map(tuple)
INDICES = st.lists(NUMBERS, max_size=3).map(tuple)
CHANCES = st.integers(0, 10_000).map(lambda n: n / 10_000)
ARTICLES = st.builds(
    Article, *[TEXT] * 9,
    sentences=st.lists(st.builds(Sentence, TEXT, NUMBERS, NUMBERS, NUMBERS), max_size=3).map(tuple),
    provenance=st.dictionaries(TEXT, st.one_of(TEXT, NUMBERS, st.none())),
)
BEADS = st.lists(st.builds(Bead, INDICES, INDICES, st.booleans(), CHANCES), max_size=3).map(tuple)
FLAGS = st.lists(
    st.builds(Flag, id=TEXT, bead=NUMBERS, category=st.sampled_from(CATEGORIES), check=TEXT,
              kind=TEXT, severity=st.sampled_from(SEVERITIES), confidence=CHANCES, source=SPANS,
              target=SPANS, message=TEXT, pesan=TEXT, suggestion=TEXT,
              evidence=st.dictionaries(TEXT, CHANCES, max_size=3)), max_size=3).map(tuple)
REVIEWS = st.builds(Review, TEXT, ARTICLES, ARTICLES, BEADS, FLAGS, FLAGS,
                    summary=st.dictionaries(TEXT, NUMBERS))


@given(REVIEWS)
def test_a_review_returns_from_json_as_it_was(review: Review) -> None:
    assert loads(Review, dumps(review)) == review


def test_the_shapes_are_those_promised() -> None:
    review = Review(
        "s", Article(title="A", text="A", sentences=(Sentence("A", 0, 0, 1),)), Article(),
        (Bead((0,), (), score=0.98765),),
        (Flag(bead=0, category="omission", check="omission", severity="major", confidence=0.9,
              source=(Span(0, 0, 1),), target=(), message="gone", pesan="hilang"),))
    plain = json.loads(dumps(review))
    assert list(plain) == ["schema", "signature", "original", "rewrite", "beads", "flags",
                           "quiet", "summary"]
    assert plain["schema"] == SCHEMA
    assert plain["beads"] == [{"source": [0], "target": [], "kind": "omission", "moved": False,
                               "score": 0.9877}]
    assert plain["flags"][0]["source"] == [[0, 0, 1]]
    assert plain["original"]["sentences"] == [{"text": "A", "paragraph": 0, "start": 0, "end": 1}]


@pytest.mark.parametrize(("source", "target", "kind"), [
    ((0,), (1,), "match"), ((0,), (), "omission"), ((), (1,), "addition"),
])
def test_kind(source: tuple[int, ...], target: tuple[int, ...], kind: str) -> None:
    assert Bead(source, target).kind == kind


@pytest.mark.parametrize(("text", "says"), [
    ("not JSON", "not JSON"),
    ("[]", "no Selaras schema"),
    ("{}", "no Selaras schema"),
    ('{"schema": "1"}', "no Selaras schema"),
    (f'{{"schema": {SCHEMA + 1}}}', "newer"),
    (f'{{"schema": {READABLE[0] - 1}}}', "older"),
    (f'{{"schema": {SCHEMA}}}', "not a Review"),
    (f'{{"schema": {SCHEMA}, "signature": 3, "original": [], "rewrite": {{}}, "beads": 1, '
     '"flags": []}', "not a Review"),
])
def test_another_file_is_refused_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(SchemaError, match=says) as caught:
        loads(Review, text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("flag", [
    {"category": "nonsense"}, {"severity": "grave"}, {"source": [[0, "a", 1]]}, {"bead": "0"},
    {"confidence": None},
])
def test_a_flag_of_the_wrong_shape_is_refused(flag: dict[str, object]) -> None:
    right = to_json(Flag(bead=0, category="omission", check="c", severity="minor", confidence=0.5,
                         source=(), target=(), message="m"))
    assert from_json(Flag, right)
    with pytest.raises(SchemaError):
        from_json(Flag, right | flag)


def test_unknown_keys_are_ignored_and_missing_ones_take_their_default() -> None:
    assert from_json(Article, {"title": "A", "later": 1}) == Article(title="A")


def test_paragraphs_are_lines_that_say_something() -> None:
    assert Article(text="Head\n\nOne.\n\nTwo.").paragraphs == ("Head", "One.", "Two.")


def test_a_review_of_schema_one_is_read_and_its_flags_named() -> None:
    article = to_json(Article(text="A b", sentences=(Sentence("A b", 0, 0, 3),)))
    old = {"schema": 1, "signature": "s", "original": article, "rewrite": article,
           "beads": [{"source": [0], "target": [0], "kind": "match", "moved": False, "score": 1.0}],
           "flags": [{"bead": 0, "category": "mistranslation", "check": "numbers",
                      "severity": "major", "confidence": 0.7, "source": [[0, 0, 1]],
                      "target": [[0, 2, 3]], "message": "m", "pesan": "p"}]}
    review = from_json(Review, old)
    assert review.quiet == ()
    assert (review.flags[0].kind, len(review.flags[0].id)) == ("", 16)
    assert to_json(review)["schema"] == SCHEMA
