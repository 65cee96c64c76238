"""Files of events: what is said to be saved is there, whatever became of the file."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speaking import Speaker

from align.errors import InputError
from align.review import journal
from align.review.events import event, line
from align.review.journal import NotSavedError, Writer, append, file_of, read


def test_what_was_appended_is_read_and_nothing_is_changed(tmp_path):
    say = Speaker()
    first = append(tmp_path, [say("verdict", "true", flag="f")])
    before = file_of(tmp_path, "Sari").read_bytes()
    second = append(tmp_path, [say("comment", "ya\n\u2028\u202e", flag="f")])
    assert read(tmp_path).events == (*first, *second)
    assert file_of(tmp_path, "Sari").read_bytes().startswith(before)


def test_an_event_sent_twice_stands_once(tmp_path):
    said = Speaker()("verdict", "true", flag="f")
    assert append(tmp_path, [said]) == append(tmp_path, [said])
    assert len(read(tmp_path).events) == 1


@pytest.mark.parametrize("keep", range(1, 40, 6))
def test_a_torn_last_line_is_passed_over_and_the_next_event_stands_alone(tmp_path, keep):
    say = Speaker()
    first = append(tmp_path, [say("verdict", "true", flag="f")])
    path = file_of(tmp_path, "Sari")
    with path.open("ab") as file:
        file.write(line(say("verdict", "false", flag="g"))[:keep])
    torn = path.read_bytes()
    assert read(tmp_path).events == first
    assert "torn" in read(tmp_path).notes[0]
    second = append(tmp_path, [say("verdict", "unsure", flag="h")])
    assert read(tmp_path).events == (*first, *second)
    assert path.read_bytes().startswith(torn)


def test_a_line_that_only_lacks_its_end_counts_and_is_not_written_again(tmp_path):
    say = Speaker()
    said = say("verdict", "true", flag="f")
    file_of(tmp_path, "Sari").write_bytes(line(said)[:-1])
    writer = Writer(tmp_path, "Sari")
    more = say("verdict", "true", flag="g")
    assert writer.append([said]) == (said,)
    assert writer.append([more]) == (more,)
    assert read(tmp_path).events == (said, more)


def test_a_clock_set_back_does_not_turn_the_order(tmp_path):
    say = Speaker()
    first = say("verdict", "true", flag="f")
    back = replace(say("verdict", "false", flag="f"), at="2020-01-01T00:00:00.000000Z")
    append(tmp_path, [first])
    (stood,) = append(tmp_path, [back])
    assert stood.at > first.at


def test_a_read_only_folder_is_said_and_nothing_is_lost(tmp_path):
    say = Speaker()
    first = append(tmp_path, [say("verdict", "true", flag="f")])
    path = file_of(tmp_path, "Sari")
    before = path.read_bytes()
    if os.geteuid() == 0:  # root may write anywhere, but not where a file stands for a folder
        with pytest.raises(NotSavedError, match="Not saved"):
            append(path, [say("verdict", "true", flag="g")])
    else:
        path.chmod(0o400)
        with pytest.raises(NotSavedError, match="Not saved"):
            append(tmp_path, [say("verdict", "true", flag="g")])
    assert path.read_bytes() == before
    assert read(tmp_path).events == first


SMALL = """
import resource, signal, sys
from pathlib import Path
from speaking import Speaker
from align.review.journal import NotSavedError, Writer
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
say, writer = Speaker(), Writer(Path(sys.argv[1]), "Sari")
for n in range(100):
    try:
        writer.append([say("verdict", "true", flag=f"flag {n}")])
    except NotSavedError as error:
        print(n, error)
        break
"""


def test_a_disk_that_is_full_leaves_whole_lines(tmp_path):
    """The kernel's limit on file size stands for a full disk: a write ends half way, then fails."""
    told = subprocess.run(
        [sys.executable, "-c", SMALL, str(tmp_path)], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}).stdout
    number, _, message = told.partition(" ")
    assert message.startswith("Not saved: ")
    assert len(read(tmp_path).events) == int(number)
    assert read(tmp_path).notes == ()
    say = Speaker(session="t", hour=9)
    append(tmp_path, [say("verdict", "true", flag="after")])
    assert len(read(tmp_path).events) == int(number) + 1


@pytest.mark.skipif(not shutil.which("mount") or not hasattr(os, "geteuid") or os.geteuid() != 0,
                    reason="only root mounts a small disk")
def test_a_really_full_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk],
                      capture_output=True, check=False).returncode:
        pytest.skip("this system does not let a small disk be mounted")
    try:
        say, writer, saved = Speaker(), Writer(disk, "Sari"), 0
        why = ""
        while not why:
            try:
                writer.append([say("comment", "x" * 200, flag=f"{saved}")])
                saved += 1
            except NotSavedError as error:
                why = str(error)
        assert "space" in why
        assert len(read(disk).events) == saved > 50
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(NotSavedError, match="Read-only"):
            writer.append([say("verdict", "true", flag="f")])
        assert len(read(disk).events) == saved
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("names", [
    ("Sari", "sari"), ("é", "e\u0301"), ("../../etc", "etc"), ("", " "), ("a" * 300, "a" * 301),
    ("<script>", "script"), ("\u202eabc", "abc"), ("CON", "con"), ("ñ", "n"),
])
def test_any_name_gives_a_file_of_its_own_inside_the_folder(tmp_path, names):
    files = [file_of(tmp_path, name) for name in names]
    assert len({str(path).casefold() for path in files}) == 2
    assert all(path.parent == tmp_path and len(path.name) < 80 for path in files)


@given(st.text(max_size=60), st.text(min_size=1, max_size=30).filter(str.strip))
def test_any_text_comes_back(text, by):
    said = Speaker(by)("comment", text, flag="f")
    assert event(json.loads(line(said))) == said
    assert line(said).count(b"\n") == 1


@pytest.mark.parametrize("change", [
    {"v": 2}, {"id": "s"}, {"id": "s.x"}, {"id": 3}, {"at": "yesterday"}, {"by": " "},
    {"by": "x" * 300}, {"verb": "delete"}, {"verb": "verdict", "value": "perhaps"}, {"flag": ""},
    {"verb": "pair", "value": "accepted"}, {"verb": "looked", "value": "all"},
    {"verb": "add", "value": {"category": "omission"}, "bead": "b"},
    {"at": "2026-01-02T08:00:00+07:00"}, {"verb": "comment", "value": "x" * 100_000},
], ids=str)
def test_what_is_no_event_is_said(tmp_path, change):
    plain = json.loads(line(Speaker()("verdict", "true", flag="f"))) | change
    with pytest.raises(InputError):
        event(plain)
    (tmp_path / "x.jsonl").write_text(json.dumps(plain) + "\n")
    found = read(tmp_path)
    assert found.events == ()
    assert len(found.notes) == 1


@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any")
    (folder / "x.jsonl").write_bytes(data)
    assert read(folder).events == ()


def test_a_failed_sync_is_not_taken_for_saved(tmp_path, monkeypatch):
    say, writer = Speaker(), Writer(tmp_path, "Sari")
    said = say("verdict", "true", flag="f")

    def refuse(file):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(journal.os, "fsync", refuse)
        with pytest.raises(NotSavedError):
            writer.append([said])
    (stood,) = writer.append([said])
    assert stood.id == said.id
    assert {each.id for each in read(tmp_path).events} == {said.id}
