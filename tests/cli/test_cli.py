"""The command as a user runs it: a process of its own, its output and its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from align.serial import SCHEMA

ROOT = Path(__file__).resolve().parents[2]
REWRITE = str(ROOT / "data" / "demo" / "rewrite.id.txt")
ORIGINAL = str(ROOT / "data" / "demo" / "original.en.txt")


def selaras(*arguments: str, stdin: bytes = b"",
            cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-m", "align", *arguments], input=stdin,
                          capture_output=True, cwd=cwd, check=False,
                          env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"})
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(),
                                       done.stderr.decode())


def test_check_writes_a_report_and_says_where(tmp_path: Path) -> None:
    done = selaras("check", REWRITE, "--original", ORIGINAL, cwd=tmp_path)
    assert done.returncode == 0
    assert "report.html" in done.stdout
    assert done.stderr == ""
    folder = tmp_path / "selaras-out"
    assert json.loads((folder / "review.json").read_text())["schema"] == SCHEMA
    assert (folder / "report.html").read_text().lower().startswith("<!doctype html>")


def test_check_json_is_one_document_and_writes_nothing(tmp_path: Path) -> None:
    done = selaras("check", REWRITE, "--original", ORIGINAL, "--json", cwd=tmp_path)
    review = json.loads(done.stdout)
    assert set(review) == {"schema", "signature", "original", "rewrite", "beads", "flags",
                           "quiet", "summary"}
    assert list(tmp_path.iterdir()) == []


def test_fail_on_sets_the_exit_code(tmp_path: Path) -> None:
    asked = ("check", REWRITE, "--original", ORIGINAL, "-o", str(tmp_path))
    assert selaras(*asked, "--fail-on", "critical").returncode == 1
    same = ("check", ORIGINAL, "--original", ORIGINAL, "-o", str(tmp_path))
    assert selaras(*same, "--fail-on", "minor").returncode == 0


def test_the_report_can_speak_indonesian(tmp_path: Path) -> None:
    done = selaras("check", REWRITE, "--original", ORIGINAL, "-o", str(tmp_path),
                   "--language", "id")
    assert '<html lang="id"' in (tmp_path / "report.html").read_text()
    assert "tidak" in done.stdout.lower()


def test_align_lines(tmp_path: Path) -> None:
    (tmp_path / "en").write_text("The dam broke.\nNobody was hurt.\n")
    (tmp_path / "id").write_text("Bendungan itu jebol.\nTidak ada yang terluka.\n")
    done = selaras("align", str(tmp_path / "en"), str(tmp_path / "id"), "--lines", "--json")
    beads = json.loads(done.stdout)["beads"]
    assert [(b["source"], b["target"]) for b in beads] == [([0], [0]), ([1], [1])]
    assert set(beads[0]) == {"source", "target", "kind", "moved", "score"}


def test_fetch_prints_an_article() -> None:
    article = json.loads(selaras("fetch", ORIGINAL).stdout)
    assert article["language"] == "en"
    assert article["sentences"][0]["text"] == article["title"]


def test_score_streams_and_reports_bad_lines() -> None:
    lines = ["The bridge is 300 metres long.\tJembatan itu panjangnya 300 meter.",
             "The bridge is 300 metres long.\tJembatan itu panjangnya 800 meter.",
             "no tab here", "a\tb\tc", "\tkosong", "only source\t",
             "It rained.\tHujan\u200f turun\x07.", "x" * 30_000 + "\ty"]
    done = selaras("score", "-", stdin=("\n".join(lines) + "\n").encode())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert "Lines not scored: 5;" in done.stderr.splitlines()[-1]
    assert [row["line"] for row in rows] == list(range(1, 9))
    assert [row["line"] for row in rows if row["score"] is None] == [3, 4, 5, 6, 8]
    assert rows[0]["score"] > rows[1]["score"]
    assert rows[0]["flags"] == []
    assert "300" in rows[1]["flags"][0]["message"]
    assert done.stderr.count("selaras: line") == 5


def test_export_writes_what_was_reviewed(tmp_path: Path) -> None:
    selaras("check", REWRITE, "--original", ORIGINAL, "-o", str(tmp_path / "one"))
    done = selaras("export", str(tmp_path / "one"), "--to", "jsonl", "-o",
                   str(tmp_path / "corpus.jsonl"))
    assert done.returncode == 0, done.stderr
    assert len((tmp_path / "corpus.jsonl").read_text().splitlines()) > 10


BAD = {
    "empty": b"",
    "blank": b" \n\n ",
    "binary": bytes(range(256)) * 8,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "zip": b"PK\x03\x04" + b"\0" * 64,
    "image": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
}


@pytest.mark.parametrize("name", [*BAD, "folder", "missing"])
def test_bad_input_gets_one_sentence_and_exit_2(name: str, tmp_path: Path) -> None:
    path = tmp_path / "input"
    if name == "folder":
        path.mkdir()
    elif name != "missing":
        path.write_bytes(BAD[name])
    for asked in (["check", str(path), "--original", ORIGINAL],
                  ["check", REWRITE, "--original", str(path)], ["fetch", str(path)]):
        done = selaras(*asked, cwd=tmp_path)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith("selaras: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("asked", [
    ["check", REWRITE, "--original", ORIGINAL, "-o", REWRITE],
    ["check", REWRITE, "--original", ORIGINAL, "--precision", "--recall"],
    ["check", REWRITE, "--original", ORIGINAL, "--encoder", "/nowhere/model"],
    ["export", "/nowhere", "--to", "tsv", "-o", "out.tsv"],
    ["score", "/nowhere.tsv"],
    ["bench", "align", "/nowhere.jsonl"],
    ["find", REWRITE, "--among", "/nowhere"],
], ids=["out is a file", "both presets", "no such encoder", "no such folder", "no such pairs",
        "no such cases", "nowhere to look"])
def test_bad_options_get_one_sentence_and_exit_2(asked: list[str], tmp_path: Path) -> None:
    done = selaras(*asked, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("selaras: ")
    assert done.stderr.count("\n") == 1


def test_five_megabytes_on_one_line_are_read_or_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Kapal itu berlayar ke utara. " * 180_000)
    done = selaras("fetch", str(path), "-o", str(tmp_path / "article.json"))
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_no_fault() -> None:
    command = f'"{sys.executable}" -m align fetch "{ORIGINAL}" | head -n 1'
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True,
                          text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert done.stderr == ""
