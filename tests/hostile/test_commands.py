"""Odd names, options and lines, on every command that takes them."""

import json
import sqlite3
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REWRITE = str(ROOT / "data" / "demo" / "rewrite.id.txt")
ORIGINAL = str(ROOT / "data" / "demo" / "original.en.txt")
STORY = "The ferry stopped on Monday.\n\nIt stopped because the union had said so twice.\n"


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"\x1b[31mred.txt", b"a\nb.txt", b"-x.txt",
                                  b"\xf0\x9f\x98\x80" * 60 + b".txt"],
                         ids=["no utf-8", "an escape", "a line break", "like an option", "long"])
def test_odd_names_are_read_and_told_harmlessly(name: bytes, run, tmp_path: Path) -> None:
    import os

    with open(os.path.join(os.fsencode(tmp_path), name), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
        file.write(STORY)
    done = run("fetch", "--", name)
    assert "union" in json.loads(done.out)["text"]
    run("fetch", "-o", name + b".json", "--", name)
    assert b"\x1b" not in run("fetch", "--", b"no" + name).told.encode()
    run("store", "add", "--store", "s.db", "--", name)
    found = run("find", REWRITE, "--among", "s.db")
    assert b"\x1b" not in found.out


@pytest.mark.parametrize("asked", [
    ["fetch", ""], ["fetch", "\udcff"], ["check", "", "--original", ""], ["fetch", "."],
    ["find", REWRITE, "--top", "9" * 30], ["score", "-", "--only", "\udcff"],
    ["score", "-", "--workers", "-1"], ["export", ".", "--to", "tsv", "-o", ""],
    ["check", REWRITE, "--original", ORIGINAL, "--encoder", "\udcff/../x"],
    ["check", REWRITE, "--original", ORIGINAL, "--glossary", "/dev/null/x"],
    ["align", "/dev/null", ORIGINAL], ["bench", "align", "/dev/null"],
])
def test_odd_options_are_one_sentence(asked: list[str], run) -> None:
    run(*asked).one_sentence()


def test_a_stored_title_cannot_take_over_the_terminal(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    run("store", "add", "a.txt", "--store", "s.db")
    with sqlite3.connect(tmp_path / "s.db") as db:
        db.execute("UPDATE article SET title = ?", ["\x1b]0;mine\x07\x1b[2J\u202efas"])
    (tmp_path / "r.txt").write_text("Feri berhenti pada Senin\n\nFeri berhenti karena serikat "
                                    "pekerja sudah dua kali berkata demikian.\n")
    found = run("find", "r.txt", "--among", "s.db")
    assert b"\x1b" not in found.out
    assert b"\\x1b]0;mine" in found.out


LINES = {
    "negations": b"not " * 4000 + b"\t" + b"tidak " * 2500,
    "numbers": b"1,000.5 " * 2000 + b"\t" + b"1.000,5 " * 2000,
    "quotes": b'"\'' * 9000 + b"\t" + b'"\'' * 9000,
    "one word": b"a" * 19_000 + b"\t" + b"b" * 19_000,
    "beyond any sentence": b"a" * 30_000_000 + b"\tb",
    "no utf-8": b"\xff\xfe\t\x80",
    "marks of direction": "\u202e\u2066a\t\u200f\u0000b".encode(),
    "digits of all scripts": "٣٤٥ १२३ ⅷ ² \t๑๒๓ ①".encode(),
    "half a character": b"a\t\xed\xa0\x80",
}


def test_a_hostile_line_costs_only_itself(run) -> None:
    good = b"The bridge is 300 metres long.\tJembatan itu panjangnya 300 meter."
    lines = [each for line in LINES.values() for each in (line, good)]
    done = run("score", "-", stdin=b"\n".join(lines) + b"\n", seconds=120)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, [row["line"] for row in rows]) == (2, list(range(1, len(lines) + 1)))
    assert {row["score"] for row in rows[1::2]} == {rows[1]["score"]}


def test_a_full_disk_leaves_the_old_outputs(run, tmp_path: Path) -> None:
    """The limit on the size of a file stands for the disk: writing beyond it is refused."""
    asked = ("check", REWRITE, "--original", ORIGINAL, "-o", "out")
    run(*asked)
    run("fetch", ORIGINAL, "-o", "a.json")
    run("export", "out", "--to", "tsv", "-o", "a.tsv")
    old = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for again in (asked, ("fetch", ORIGINAL, "-o", "a.json"),
                  ("export", "out", "--to", "tsv", "-o", "a.tsv"),
                  ("export", "out", "--to", "tmx", "-o", "a.tmx"),
                  ("export", "out", "--to", "parquet", "-o", "a.parquet")):
        run(*again, limit="ulimit -f 2").one_sentence()
        assert {path: path.read_bytes() for path in tmp_path.rglob("*")
                if path.is_file()} == old


def test_the_same_review_in_any_process(run, tmp_path: Path) -> None:
    (tmp_path / "ignored").write_text("ferry\nunion\nbank\nAnkara\nkapal\nfoo\nbar\n")
    for name, source in (("r.txt", REWRITE), ("o.txt", ORIGINAL)):
        (tmp_path / name).write_bytes(Path(source).read_bytes())
    asked = ("check", "r.txt", "--original", "o.txt", "--ignore", "ignored", "--json")
    found = {run(*asked, PYTHONHASHSEED=seed, OMP_NUM_THREADS=threads, LC_ALL=locale, TZ=zone).out
             for seed, threads, locale, zone in (
                 ("0", "1", "C.UTF-8", "UTC"), ("1", "2", "POSIX", "Asia/Jakarta"),
                 ("2", "2", "C.UTF-8", "America/Adak"), ("3", "1", "id_ID.UTF-8", "UTC"))}
    assert len(found) == 1
