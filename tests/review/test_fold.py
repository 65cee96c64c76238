"""The fold: what events amount to, in whatever order they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speaking import Speaker, made

from align.model import SEVERITIES
from align.naming import bead_names
from align.review.events import PAIRS, VERDICTS, Event
from align.review.fold import fold, joint, pair_verdicts, verdict_of_pair

REVIEW = made()
BEADS = bead_names(REVIEW)
FLAGS = [flag.id for flag in REVIEW.flags]


@pytest.mark.parametrize(("flags", "how", "verdict"), [
    pytest.param([], {}, "open", id="nothing said"),
    pytest.param([], {"done": True}, "open", id="done but not looked at"),
    pytest.param([], {"looked": True}, "open", id="looked at but not done"),
    pytest.param([], {"looked": True, "done": True}, "accepted", id="looked at and done"),
    pytest.param([("false", "critical")], {}, "open", id="false, not done"),
    pytest.param([("false", "critical"), ("false", "minor")], {"done": True}, "accepted",
                 id="all false, done"),
    pytest.param([("false", "major"), ("", "minor")], {"done": True}, "open", id="one undecided"),
    pytest.param([("unsure", "minor")], {"done": True}, "open", id="unsure"),
    pytest.param([("true", "major")], {}, "rejected", id="true major, done or not"),
    pytest.param([("false", "major"), ("true", "critical")], {"done": True}, "rejected",
                 id="one true"),
    pytest.param([("true", "minor")], {"done": True}, "open", id="true but minor"),
    pytest.param([("true", "critical")], {"said": "accepted"}, "accepted",
                 id="accepted in spite of a true flag"),
    pytest.param([("false", "minor")], {"said": "rejected", "done": True}, "rejected",
                 id="rejected in spite of none"),
    pytest.param([("true", "major")], {"said": "open"}, "open", id="left open on purpose"),
])
def test_the_verdict_of_a_pair(flags, how, verdict):
    assert verdict_of_pair(flags, **how) == verdict


def test_the_verdicts_of_a_review_are_by_content_name():
    say = Speaker()
    events = [say("verdict", "false", flag=FLAGS[0]), say("verdict", "true", flag=FLAGS[1]),
              say("verdict", "true", flag=FLAGS[2]), say("verdict", "false", flag=FLAGS[3]),
              say("looked", [BEADS[0]]), say("done", True)]
    assert pair_verdicts(REVIEW, fold(events)["Sari"]) == dict(zip(
        BEADS, ["accepted", "accepted", "open", "rejected", "open", "open"], strict=True))


def test_a_graver_severity_by_the_reviewer_rejects():
    say = Speaker()
    events = [say("verdict", "true", flag=FLAGS[1]), say("severity", "major", flag=FLAGS[1])]
    assert pair_verdicts(REVIEW, fold(events)["Sari"])[BEADS[2]] == "rejected"


def test_an_added_flag_counts_as_true():
    say = Speaker()
    value = {"category": "omission", "severity": "major", "source": "union", "target": ""}
    events = [say("add", value, flag="new", bead=BEADS[0]), say("looked", [BEADS[0]])]
    assert pair_verdicts(REVIEW, fold(events)["Sari"])[BEADS[0]] == "rejected"
    events += [say("undo", events[0].id), say("done", True)]
    assert pair_verdicts(REVIEW, fold(events)["Sari"])[BEADS[0]] == "accepted"


def test_undo_brings_back_what_was_said_before_and_redo_what_was_undone():
    say = Speaker()
    events = [say("verdict", "true", flag="f"), say("verdict", "false", flag="f")]
    assert fold(events)["Sari"].flags["f"].verdict == "false"
    events.append(say("undo", events[1].id))
    assert fold(events)["Sari"].flags["f"].verdict == "true"
    events.append(say("redo", events[1].id))
    assert fold(events)["Sari"].flags["f"].verdict == "false"


def test_nobody_undoes_another():
    one, other = Speaker("Sari"), Speaker("Budi", "b")
    said = one("verdict", "true", flag="f")
    assert fold([said, other("undo", said.id)])["Sari"].flags["f"].verdict == "true"


def test_reviewers_who_differ_leave_the_pair_open_until_one_gives_way():
    one, other = Speaker("Sari"), Speaker("Budi", "b", hour=9)
    events = [one("pair", "accepted", bead=BEADS[0]), other("pair", "rejected", bead=BEADS[0])]
    assert joint(REVIEW, fold(events))[BEADS[0]] == "open"
    late = Speaker("Sari", "t", hour=10)
    events += [one("done", True), other("done", True)]
    assert joint(REVIEW, fold(events))[BEADS[0]] == "open"
    events.append(late("pair", "accepted", bead=BEADS[0]))
    assert joint(REVIEW, fold(events))[BEADS[0]] == "accepted"


def test_who_leaves_a_pair_open_leaves_it_to_the_others():
    one, other = Speaker("Sari"), Speaker("Budi", "b")
    events = [one("pair", "accepted", bead=BEADS[0]), other("verdict", "unsure", flag=FLAGS[0])]
    assert joint(REVIEW, fold(events))[BEADS[0]] == "accepted"


# ---------------------------------------------------------------------------- for any events

ABOUT_FLAG = st.tuples(st.sampled_from(["verdict"]), st.sampled_from(VERDICTS),
                       st.sampled_from(FLAGS), st.just(""))
SEVERITY = st.tuples(st.just("severity"), st.sampled_from(SEVERITIES), st.sampled_from(FLAGS),
                     st.just(""))
ABOUT_BEAD = st.tuples(st.just("pair"), st.sampled_from(PAIRS), st.just(""),
                       st.sampled_from(BEADS))
DONE = st.tuples(st.just("done"), st.booleans(), st.just(""), st.just(""))
BACK = st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 12), st.just(""), st.just(""))
ACTS = st.lists(st.tuples(st.sampled_from(["Sari", "Budi", "Wati"]), st.integers(0, 5),
                          st.one_of(ABOUT_FLAG, SEVERITY, ABOUT_BEAD, DONE, BACK)), max_size=25)


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Events of three writers whose clocks jump and tie."""
    events = []
    for n, (by, second, (verb, value, flag, bead)) in enumerate(draw(ACTS), start=1):
        value = f"{by}.{value}" if verb in ("undo", "redo") else value
        events.append(Event(id=f"{by}.{n}", at=f"2026-01-02T08:00:0{second}.000000Z", by=by,
                            pair="p", verb=verb, value=value, flag=flag, bead=bead))
    return events


@given(histories(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(events, random):
    mixed = [*events, *random.sample(events, len(events) // 2)]
    random.shuffle(mixed)
    assert fold(mixed) == fold(events)
    assert joint(REVIEW, fold(mixed)) == joint(REVIEW, fold(events))


@given(histories())
def test_each_reviewer_is_folded_alone(events):
    whole = fold(events)
    for by, opinion in whole.items():
        assert fold(event for event in events if event.by == by) == {by: opinion}


@given(histories(), st.sampled_from(VERDICTS), st.sampled_from(FLAGS))
def test_undoing_the_last_act_gives_what_was_before(events, verdict, flag):
    last = Event(id="Sari.90", at="2026-01-02T09:00:00.000000Z", by="Sari", pair="p",
                 verb="verdict", value=verdict, flag=flag)
    undo = Event(id="Sari.91", at="2026-01-02T09:00:01.000000Z", by="Sari", pair="p",
                 verb="undo", value="Sari.90")
    before = fold(events).get("Sari")
    after = fold([*events, last, undo])["Sari"]
    if before is not None:
        assert after == before
    assert fold([*events, last])["Sari"].flags[flag].verdict == verdict


@given(histories())
def test_every_pair_has_a_verdict(events):
    assert set(joint(REVIEW, fold(events))) == set(BEADS)
