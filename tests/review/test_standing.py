"""What becomes of verdicts when the rewrite was mended and checked again."""

import pytest
from speaking import EN, ID, Speaker, made

from align.review.fold import fold, pair_verdicts
from align.review.standing import shown, standing


def judged(review, verdicts):
    say = Speaker()
    return fold(say("verdict", verdict, flag=flag.id, shown=shown(review, flag))
                for flag, verdict in zip(review.flags, verdicts, strict=True))["Sari"]


def test_a_check_that_changed_nothing_keeps_every_word(review):
    found = standing(made(), judged(review, ["true", "false", "unsure", "true"]))
    assert (found.stale, found.repaired, found.gone) == ({}, {}, {})


def test_a_changed_sentence_makes_its_flags_stale(review):
    again = made(id_=[*ID[:3], "Tarif naik 50 persen lagi.", ID[4]])
    found = standing(again, judged(review, ["true", "false", "true", "false"]))
    assert {name: word.verdict for name, word in found.stale.items()} == {
        again.flags[2].id: "true", again.flags[3].id: "false"}
    assert not found.repaired


def test_a_stale_word_is_not_applied(review):
    again = made(id_=[*ID[:3], "Tarif naik 50 persen lagi.", ID[4]])
    verdicts = pair_verdicts(again, judged(review, ["false", "false", "true", "true"]))
    assert "rejected" not in verdicts.values()


@pytest.mark.parametrize(("verdict", "where"), [("true", "repaired"), ("false", "gone"),
                                                ("unsure", "gone")])
def test_a_flag_that_is_gone(review, verdict, where):
    from dataclasses import replace
    mended = replace(review, flags=review.flags[1:])
    found = standing(mended, judged(review, [verdict, "true", "true", "true"]))
    assert list(getattr(found, where)) == [review.flags[0].id]


def test_what_a_reviewer_saw_is_kept_as_running_text(review):
    seen = shown(review, review.flags[2])
    assert (seen["en"], seen["id"]) == (EN[3], ID[3])
    assert seen["words"] == [["5"], ["50"]]


REPAIRED = ("“Tidak mungkin,” katanya.", "“Mungkin tidak pernah,” katanya.")
INSERTED = "\nPerusahaan itu didirikan pada 2018 di Nevada.\n\n"


def test_the_founding_case_repaired_and_lengthened(shared, tmp_path):
    """One word repaired, one paragraph put in: all flags on other sentences keep their verdicts."""
    from align import check
    from align.decision import DecisionSettings
    from align.settings import Settings

    doubtful = Settings(decision=DecisionSettings("recall"))
    rewrite = (shared / "seed/rewrite.id.txt").read_text("utf-8")
    before = check(shared / "seed/rewrite.id.txt", original=shared / "seed/original.en.txt",
                   settings=doubtful)
    assert REPAIRED[0] in rewrite
    place = rewrite.index("Aplikasi tersebut mengatakan")
    mended = tmp_path / "rewrite.txt"
    mended.write_text((rewrite[:place] + INSERTED + rewrite[place:]).replace(*REPAIRED), "utf-8")
    after = check(mended, original=shared / "seed/original.en.txt", settings=doubtful)
    opinion = judged(before, ["true"] * len(before.flags))
    there = {flag.id for flag in after.flags}
    denied = next(flag for flag in before.flags if flag.kind == "possibility-denied")
    elsewhere = [flag for flag in before.flags if flag.bead != denied.bead]
    assert len(elsewhere) >= 5
    assert all(flag.id in there for flag in elsewhere)
    found = standing(after, opinion)
    assert not found.stale
    assert found.repaired[denied.id].shown["words"][1] == ["Tidak mungkin"]
