"""`selaras export` as a user runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from align.model import Article, Bead, Review, Sentence
from align.naming import bead_names
from align.review.events import Event
from align.review.folder import pair_name
from align.review.journal import append
from align.serial import dumps

ROOT = Path(__file__).resolve().parents[2]


def selaras(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "align", *arguments], capture_output=True,
                          text=True, check=False,
                          env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"})


@pytest.fixture
def checked(tmp_path: Path) -> Callable[[str], Review]:
    def save(name: str) -> Review:
        left, right = (Article(title="T", language=language, text=text, sentences=(
            Sentence(text[:5], 0, 0, 5), Sentence(text[6:], 0, 6, len(text))))
            for language, text in (("en", f"Hello {name}"), ("id", f"Halo! {name}")))
        review = Review("sig", left, right, (Bead((0,), (0,)), Bead((1,), (1,), score=0.5)), ())
        folder = tmp_path / name
        folder.mkdir()
        (folder / "review.json").write_text(dumps(review))
        return review

    return save


def test_only_what_was_accepted(checked: Callable[[str], Review], tmp_path: Path) -> None:
    review = checked("one")
    first, second = bead_names(review)
    at = "2026-01-02T03:04:05.{:06}Z"
    append(tmp_path / "one" / "decisions", [
        Event(id=f"s.{n}", at=at.format(n), by="Sari", pair=pair_name(review), verb="pair",
              bead=bead, value=value)
        for n, (bead, value) in enumerate([(first, "rejected"), (second, "accepted")])])
    out = tmp_path / "out.jsonl"
    done = selaras("export", str(tmp_path / "one"), "--to", "jsonl", "-o", str(out),
                   "--only", "accepted")
    assert (done.returncode, done.stderr) == (0, "")
    assert [(row["bead"], row["decision"]) for row in map(json.loads, out.open())] == [
        (1, "accepted")]
    assert done.stdout.splitlines() == [f"1 rows of 1 documents in {out}", "1 left out: decision"]


def test_a_broken_review_is_told_and_the_rest_is_written(checked: Callable[[str], Review],
                                                         tmp_path: Path) -> None:
    checked("one")
    checked("two")
    broken = tmp_path / "two" / "review.json"
    broken.write_text(broken.read_text().replace('"score": 0.5', '"score": 5'))
    done = selaras("export", str(tmp_path), "--to", "tsv", "-o", str(tmp_path / "out.tsv"),
                   "--summary", str(tmp_path / "page.html"), "--split", "80:10:10")
    assert done.returncode == 0
    (said,) = done.stderr.splitlines()
    assert said.startswith(f"selaras: {broken}: ")
    assert len((tmp_path / "out.tsv").read_text().splitlines()) == 3
    assert "2 rows of 1 documents" in (tmp_path / "page.html").read_text()


@pytest.mark.parametrize("asked", [
    ("--min-score", "nan"), ("--without", "typo"), ("--ratio", "2:1"), ("--ratio", "x"),
    ("--languages", "en"), ("--split", "80:20"), ("--split", "0:0:0"), ("--to", "docx")])
def test_what_cannot_be_asked(asked: tuple[str, str], checked: Callable[[str], Review],
                              tmp_path: Path) -> None:
    checked("one")
    done = selaras("export", str(tmp_path), "--to", "tsv", "-o", str(tmp_path / "out"), *asked)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_dataset_is_a_folder(checked: Callable[[str], Review], tmp_path: Path) -> None:
    checked("one")
    for _ in range(2):
        done = selaras("export", str(tmp_path / "one"), "--to", "dataset", "-o",
                       str(tmp_path / "set"))
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"2 rows of 1 documents in {tmp_path / 'set'}\n"
