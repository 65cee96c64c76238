"""`selaras decisions`: the state, the note, and decisions that come by mail."""

import json
import os
import subprocess
import sys

import pytest
from speaking import Speaker, made

from align.review import pair_name, read
from align.review.events import line
from align.serial import dumps

REVIEW = made()


def selaras(*words):
    return subprocess.run([sys.executable, "-m", "align", *map(str, words)], check=False,
                          capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})


@pytest.fixture
def mailed(tmp_path):
    """A folder with a review, and a file that a page saved."""
    from dataclasses import replace

    (tmp_path / "story").mkdir()
    (tmp_path / "story/review.json").write_text(dumps(REVIEW), "utf-8")
    say = Speaker("Wati <b>")
    events = [replace(event, pair=pair_name(REVIEW)) for event in (
        say("verdict", "true", flag=REVIEW.flags[0].id),
        say("comment", "=HYPERLINK(1)", flag=REVIEW.flags[0].id))]
    other = replace(say("verdict", "true", flag="x"), pair="elsewhere")
    file = tmp_path / "decisions.jsonl"
    file.write_bytes(b"".join(line(event) for event in (*events, other)))
    return tmp_path, file


def test_mailed_decisions_are_taken_in_once(mailed):
    folder, file = mailed
    first = selaras("decisions", "add", file, "--to", folder)
    assert "new decisions: 2 of Wati <b>; known already: 0; about no review" in first.stdout
    assert "known already: 2" in selaras("decisions", "add", file, "--to", folder).stdout
    events = read(folder / "story/decisions").events
    assert len(events) == 2
    assert events[0].shown["words"][0] == ["no"]
    state = json.loads(selaras("decisions", folder, "--json").stdout)
    (story,) = state["reviews"]
    assert story["reviewers"]["Wati <b>"]["flags"][REVIEW.flags[0].id]["verdict"] == "true"
    assert "rejected" in story["pairs"].values()


def test_the_note_is_written_beside_the_review(mailed):
    folder, file = mailed
    selaras("decisions", "add", file, "--to", folder)
    done = selaras("decisions", folder, "--note")
    assert done.returncode == 0, done.stderr
    assert (folder / "story/note.md").read_text("utf-8").startswith("# Koreksi untuk “Feri")
    assert "'=HYPERLINK" in (folder / "story/note.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("words", [("decisions", "add"), ("decisions", "nowhere"),
                                   ("decisions", "add", "nowhere"), ("review", "nowhere"),
                                   ("decisions", "a", "b")], ids=" ".join)
def test_what_is_wrong_is_one_sentence(words):
    done = selaras(*words)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
