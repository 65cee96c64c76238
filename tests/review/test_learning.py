"""What decisions teach, and the tables made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speaking import Speaker, made

import align
from align.review import append, journal
from align.review.agreement import agreement, both_done, compared, kappa
from align.review.fold import fold
from align.review.learning import as_judged, judged_flags, precision, wilson
from align.review.standing import shown
from align.serial import dumps

REVIEW = made()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "review.json").write_text(dumps(REVIEW), "utf-8")
    for by, verdicts in (("Sari", ("true", "false", "true", "unsure")),
                         ("Budi", ("true", "true", "true", "false"))):
        say = Speaker(by, by[0])
        append(tmp_path / journal.FOLDER, [
            *(say("verdict", verdict, flag=flag.id, shown=shown(REVIEW, flag))
              for flag, verdict in zip(REVIEW.flags, verdicts, strict=True)), say("done", True)])
    return tmp_path


def test_precision_by_kind_counts_true_and_false_alone(folder):
    found = {each.kind: each for each in precision(w for _, _, w in judged_flags(folder))}
    assert (found[""].flags, found[""].true) == (7, 5)
    assert (found["major"].flags, found["major"].precision) == (2, 1.0)
    assert found[""].low < 5 / 7 < found[""].high


def test_judged_flags_are_in_the_form_of_those_judged_by_hand(folder):
    line = as_judged(list(judged_flags(folder)))[0]
    assert set(line) == {"set", "en", "id", "category", "check", "severity", "confidence", "source",
                         "target", "verdict", "kind", "judged_severity"}
    (start, end), = line["source"]
    assert line["en"][start:end] == "no"


@given(st.integers(0, 50), st.integers(1, 50))
def test_an_interval_holds_its_share(hits, more):
    n = hits + more
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n <= high <= 1


@pytest.mark.parametrize(("pairs", "expected"), [
    ([("t", "t"), ("f", "f")], 1.0),
    ([("t", "f"), ("f", "t")], -1.0),
    ([("t", "t")], None),
    ([], None),
    # the worked example of Cohen (1960): 50 cases, 20 both yes, 15 both no, 5 and 10 apart
    ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
])
def test_kappa(pairs, expected):
    assert kappa(pairs) == (None if expected is None else pytest.approx(expected))


def test_reviewers_are_compared_only_when_all_are_done(folder):
    events = journal.read(folder / journal.FOLDER).events
    opinions = fold(events)
    assert both_done(opinions)
    words = compared(REVIEW, opinions)
    assert sum(word.verdicts[0] == word.verdicts[1] for word in words) == 2
    assert agreement(words)[0].kind == ""
    assert compared(REVIEW, fold(event for event in events if event.verb != "done")) == ()


def test_decisions_are_a_table(folder):
    table = align.decisions(folder)
    assert len(table) == 8
    assert sorted(set(table.reviewer)) == ["Budi", "Sari"]
    assert table[table.reviewer == "Sari"].verdict.tolist() == ["true", "false", "true", "unsure"]
    assert REVIEW.frame().source.tolist() == ["no", "twice", "5", "percent"]


def test_a_review_shows_itself_and_is_short_as_text():
    assert len(repr(REVIEW)) < 200
    assert "Feri berhenti" in repr(REVIEW)
    assert "<script" not in REVIEW._repr_html_()
    assert "Tarif naik" in REVIEW._repr_html_()
