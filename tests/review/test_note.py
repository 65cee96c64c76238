"""The correction note to the editor of the rewrite."""

import csv
import io

import pytest
from speaking import Speaker, made

from align.naming import bead_names
from align.review.fold import Opinion, fold
from align.review.note import corrections, markdown, table

REVIEW = made()


def opinion(*comments):
    say = Speaker()
    events = [say("verdict", verdict, flag=flag.id) for flag, verdict in zip(
        REVIEW.flags, ["true", "false", "true", "unsure"], strict=True)]
    events += [say("comment", comment, flag=REVIEW.flags[0].id) for comment in comments]
    events.append(say("add", {"category": "omission", "severity": "major", "source": "Talks go on.",
                              "target": ""}, flag="added-1", bead=bead_names(REVIEW)[4]))
    return fold(events)["Sari"]


def test_true_errors_alone_as_the_rewrite_is_read():
    found = corrections(REVIEW, opinion("Periksa lagi."), "id")
    assert [(each.place, each.wrong, each.original) for each in found] == [
        ("Paragraf 1", "Ada", "no"), ("Paragraf 3", "50", "5"),
        ("Setelah paragraf 3", "", "Talks go on.")]
    assert found[0].comment == "Periksa lagi."
    assert found[2].should == "tambahkan isi naskah asli ini"


def test_the_note_in_both_languages():
    english = markdown(REVIEW, corrections(REVIEW, opinion(), "en"), "en")
    assert english.startswith("# Corrections to “Feri berhenti”\n\nCompared with “Ferry halts")
    assert "1. **Paragraph 1** (critical)\n   - It says: “Ada”\n   - The original: “no”" in english
    assert "tidak ada yang dinilai salah" in markdown(REVIEW, (), "id")
    assert corrections(REVIEW, Opinion()) == ()


@pytest.mark.parametrize("comment", [
    "=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "<script>alert(1)</script>", "a\nb\u2028c",
    "[x](javascript:alert(1))", "\u202egnp.exe", "# head", "| a |",
])
def test_a_hostile_comment_is_text(comment):
    found = corrections(REVIEW, opinion(comment))
    cells = list(csv.reader(io.StringIO(table(found))))
    assert not any(cell.startswith(tuple("=+-@")) for row in cells for cell in row)
    assert all(len(row) == 7 for row in cells)
    note = markdown(REVIEW, found)
    assert "<script>" not in note.replace("\\<script\\>", "")
    assert "](javascript" not in note.replace("\\](", "")
    plain = markdown(REVIEW, corrections(REVIEW, opinion("x")))
    assert len(note.splitlines()) == len(plain.splitlines())
