"""The nouns and their JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import SchemaError
from align.model import (
    CATEGORIES,
    SEVERITIES,
    Article,
    Bead,
    Flag,
    Review,
    Sentence,
    Span,
)
from align.serial import READABLE, SCHEMA, dumps, from_json, loads, to_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
CHANCES = st.integers(0, 10_000).map(lambda n: n / 10_000)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of one to three sentences, each of which stands where it says."""
    texts = draw(st.lists(TEXT, min_size=1, max_size=3))
    starts = [sum(len(text) + 2 for text in texts[:i]) for i in range(len(texts))]
    return Article(
        *draw(st.tuples(*[TEXT] * 8)), text="\n\n".join(texts),
        sentences=tuple(Sentence(text, i, start, start + len(text))
                        for i, (text, start) in enumerate(zip(texts, starts, strict=True))),
        provenance=draw(st.dictionaries(TEXT, st.one_of(TEXT, st.integers(), st.none()))))


def indices(article: Article, least: int = 0) -> st.SearchStrategy[tuple[int, ...]]:
    numbers = st.integers(0, len(article.sentences) - 1)
    return st.lists(numbers, min_size=least, max_size=3).map(tuple)


@st.composite
def spans(draw: st.DrawFn, article: Article) -> tuple[Span, ...]:
    found = []
    for sentence in draw(indices(article)):
        length = len(article.sentences[sentence].text)
        start = draw(st.integers(0, length))
        found.append(Span(sentence, start, draw(st.integers(start, length))))
    return tuple(found)


@st.composite
def flags(draw: st.DrawFn, source: Article, target: Article, beads: int) -> Flag:
    return Flag(
        id=draw(TEXT), bead=draw(st.integers(0, beads - 1)),
        category=draw(st.sampled_from(CATEGORIES)), check=draw(TEXT), kind=draw(TEXT),
        severity=draw(st.sampled_from(SEVERITIES)), confidence=draw(CHANCES),
        source=draw(spans(source)), target=draw(spans(target)), message=draw(TEXT),
        pesan=draw(TEXT), suggestion=draw(TEXT),
        evidence=draw(st.dictionaries(TEXT, CHANCES, max_size=3)))


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    source, target = draw(articles()), draw(articles())
    bead = st.builds(Bead, indices(source, 1), indices(target), st.booleans(), CHANCES)
    beads = tuple(draw(st.lists(bead, min_size=1, max_size=3)))
    some = st.lists(flags(source, target, len(beads)), max_size=2).map(tuple)
    return Review(draw(TEXT), source, target, beads, draw(some), draw(some),
                  summary=draw(st.dictionaries(TEXT, st.integers())))


@given(reviews())
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
    ("nonsense", "not JSON"),
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


# ------------------------------------------------------------------- values that cannot be


def sound() -> dict[str, Any]:
    """The JSON of a review of two sentences on either side, one bead each."""
    texts = ("The ferry stopped.", "Nobody was hurt.")
    article = Article(text="\n\n".join(texts), sentences=(
        Sentence(texts[0], 0, 0, 18), Sentence(texts[1], 1, 20, 36)))
    flag = Flag(bead=1, category="mistranslation", check="c", severity="minor", confidence=0.5,
                source=(Span(1, 0, 6),), target=(Span(1, 0, 6),), message="m")
    plain: dict[str, Any] = to_json(Review(
        "selaras:0", article, article, (Bead((0,), (0,)), Bead((1,), (1,))), (flag,), (flag,),
        summary={"decisions": {"0": "accepted"}}))
    return plain


WRONG: list[tuple[str, Any, str]] = [
    ("beads/1/source/0", -1, "beads[1].source[0] is -1, there are 2 sentences"),
    ("beads/1/source/0", 2, "beads[1].source[0] is 2, there are 2 sentences"),
    ("beads/1/target/0", 10**40, "beads[1].target[0] is 1000"),
    ("beads/1/target/0", 1.0, "beads[1].target[0] is 1.0, no whole number"),
    ("beads/1/target/0", True, "beads[1].target[0] is True, no whole number"),
    ("beads/0", {"source": [], "target": []}, "beads[0] holds no sentence"),
    ("beads/0/score", float("nan"), "beads[0].score is nan, no finite number"),
    ("beads/0/score", float("inf"), "beads[0].score is inf, no finite number"),
    ("beads/0/score", 10**400, "beads[0].score is 1000"),
    ("beads/0/score", 1.5, "beads[0].score is 1.5, no probability"),
    ("beads", {}, "beads is {}, no list"),
    ("flags/0/bead", 7, "flags[0].bead is 7, there are 2 beads"),
    ("flags/0/source/0/0", 9, "flags[0].source[0][0] is 9, there are 2 sentences"),
    ("flags/0/source/0/2", 99, "flags[0].source[0][2] is 99, the sentence has 16 characters"),
    ("flags/0/target/0/1", -1, "flags[0].target[0][1] is -1, the sentence has 16 characters"),
    ("flags/0/target/0/1", 8, "flags[0].target[0] ends at 6, before it begins"),
    ("flags/0/target/0", [1, 2], "flags[0].target[0] has 2 values, not 3"),
    ("flags/0/target/0", "1,2", "flags[0].target[0] is '1,2', no list"),
    ("flags/0/evidence", {"a": None}, "flags[0].evidence.a is None, no number"),
    ("flags/0/category", ["omission"], "flags[0].category is ['omission'], none of omission"),
    ("quiet/0/confidence", -0.1, "quiet[0].confidence is -0.1, no probability"),
    ("original/sentences/1/start", 19, "original.sentences[1] is not the text from 19 to 36"),
    ("rewrite/sentences/1/paragraph", -4, "rewrite.sentences[1].paragraph is -4"),
    ("rewrite/title", 3, "rewrite.title is 3, no text"),
    ("rewrite", None, "rewrite is None, no object"),
    ("signature", 7, "signature is 7, no text"),
    ("summary", [], "summary is [], no object"),
    ("summary/decisions", ["accepted"], "summary.decisions is ['accepted'], no object"),
    ("summary/decisions", "accepted", "summary.decisions is 'accepted', no object"),
    ("summary/decisions", 7, "summary.decisions is 7, no object"),
    ("summary/decisions", {"0": "maybe"}, "summary.decisions['0'] is 'maybe', none of"),
    ("summary/decisions", {"0": ["x"]}, "summary.decisions['0'] is ['x'], none of"),
    ("summary/decisions", {"2": "accepted"}, "summary.decisions['2'] names none of the 2 beads"),
]


@pytest.mark.parametrize(("path", "value", "told"), WRONG, ids=[told for *_, told in WRONG])
def test_a_wrong_value_is_named_by_its_path(path: str, value: Any, told: str) -> None:
    plain = sound()
    from_json(Review, plain)
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place: Any = plain
    for step in way:
        place = place[step]
    place[last] = value
    with pytest.raises(SchemaError) as caught:
        loads(Review, json.dumps(plain))
    assert told in str(caught.value)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("text", [
    "[" * 100_000, '{"schema": ' + "9" * 5000 + "}", '{"schema": ' + "9" * 400 + "}",
    '{"schema": true}', '{"schema": 1.0}',
], ids=["deep", "a number beyond Python", "a huge number", "true", "a float"])
def test_absurd_json_is_refused_in_one_short_sentence(text: str) -> None:
    with pytest.raises(SchemaError) as caught:
        loads(Review, text)
    assert len(str(caught.value)) < 300


def test_what_is_free_in_a_review_may_not_be_nested_without_end() -> None:
    plain = sound()
    deep: Any = {}
    for _ in range(100):
        deep = {"a": [deep]}
    plain["summary"] = deep
    with pytest.raises(SchemaError, match="summary is nested more than 32 deep"):
        from_json(Review, plain)
