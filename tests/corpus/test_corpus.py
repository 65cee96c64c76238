"""`selaras corpus`: what it makes, and that it goes on where it was."""

import csv
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pandas
import polars
import pytest

import align
from align.export import export
from align.export.reviews import read_reviews

Contents = Callable[[Path], dict[str, bytes]]
Start = Callable[..., subprocess.Popen[bytes]]
KILLS = int(os.environ.get("SELARAS_KILLS", "3"))  # the full trial: 20


def articles(folder: Path) -> list[dict[str, str]]:
    with (folder / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_is_told_of(undisturbed: Path) -> None:
    rows = articles(undisturbed)
    assert [row["number"] for row in rows] == [str(n) for n in range(1, 14)]
    failed = {row["number"]: row["reason"] for row in rows if row["status"] == "failed"}
    assert set(failed) == {"4", "5", "6", "7", "13"}
    assert all(len(reason) > 15 and "fault of Selaras" not in reason for reason in failed.values())
    assert "names no rewrite" in failed["7"]


def test_the_folder_is_read_by_export_and_tables(undisturbed: Path, tmp_path: Path) -> None:
    done = export(read_reviews([undisturbed]), tmp_path / "out.parquet", to="parquet")
    shards = pandas.read_parquet(undisturbed / "shards")
    assert done.documents == 8
    assert len(shards) == done.rows
    assert shards["document"].iloc[0] == "story-0"
    assert set(shards["source_licence"]) == {"CC0", ""}
    other = polars.read_parquet(undisturbed / "shards" / "*.parquet")
    exported = polars.read_parquet(tmp_path / "out.parquet")
    assert other.sort("document", "bead").equals(exported.sort("document", "bead"))
    numbers = other.filter(polars.col("document") == "story-1")["flags"].to_list()
    assert any(flag["check"] == "numbers" for flags in numbers for flag in flags)


def test_a_second_run_changes_nothing(undisturbed: Path, pairs: Path, selaras: Any,
                                      contents: Contents) -> None:
    before = contents(undisturbed)
    times = {path: path.stat().st_mtime_ns for path in undisturbed.rglob("review.json")}
    done = selaras("corpus", str(pairs), "-o", str(undisturbed))
    assert (done.returncode, done.stdout) == (0, f"8 articles in {undisturbed}\n")
    assert "5 of 13 rows failed" in done.stderr
    assert contents(undisturbed) == before
    assert {path: path.stat().st_mtime_ns for path in undisturbed.rglob("review.json")} == times


def test_killed_at_random_moments_it_ends_the_same(undisturbed: Path, started: Start,
                                                   contents: Contents, tmp_path: Path) -> None:
    drawn, folder = Random(time.time_ns()), tmp_path / "corpus"
    begun = time.monotonic()
    assert started(tmp_path / "whole", "--workers", "2").wait() == 0
    long = time.monotonic() - begun
    for _ in range(KILLS):
        run = started(folder, "--workers", "2")
        time.sleep(drawn.uniform(0.1, long))
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
    assert started(folder, "--workers", "2").wait() == 0
    assert contents(folder) == contents(tmp_path / "whole") == contents(undisturbed)


def test_a_killed_worker_costs_nothing(undisturbed: Path, started: Start, contents: Contents,
                                       tmp_path: Path) -> None:
    run = started(tmp_path / "corpus", "--workers", "2")
    kill_a_worker(run)
    assert run.wait() == 0
    assert contents(tmp_path / "corpus") == contents(undisturbed)


def kill_a_worker(run: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        for child in children(run.pid):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                time.sleep(2)
                os.kill(child, signal.SIGKILL)
                return
        time.sleep(0.05)
    pytest.fail("no worker was seen")


def children(pid: int) -> list[int]:
    try:
        raw = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except FileNotFoundError:
        pytest.skip("this system does not tell of children")
    return [int(each) for each in raw.split()]


def test_workers_end_with_the_run(started: Start, tmp_path: Path) -> None:
    run = started(tmp_path / "corpus", "--workers", "2")
    workers: list[int] = []
    while len(workers) < 3 and run.poll() is None:  # the third watches over shared memory
        workers = children(run.pid)
        time.sleep(0.05)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    for _ in range(100):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.1)
    pytest.fail("a worker outlived the run")


def test_ctrl_c_finishes_what_is_in_hand(undisturbed: Path, started: Start, contents: Contents,
                                         tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    run = started(folder, "--workers", "1")
    while not list(folder.rglob("review.json")) and run.poll() is None:
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, said = run.communicate()
    assert run.returncode == 130
    assert said.decode().splitlines() == [
        "selaras: what is settled is kept; run the same command to go on.", "selaras: stopped."]
    assert 0 < len(list(read_reviews([folder]))) < 8
    assert started(folder).wait() == 0
    assert contents(folder) == contents(undisturbed)


def test_one_run_at_a_time(pairs: Path, selaras: Any, tmp_path: Path) -> None:
    import fcntl

    (tmp_path / "corpus").mkdir()
    with (tmp_path / "corpus" / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = selaras("corpus", str(pairs), "-o", str(tmp_path / "corpus"))
    assert done.returncode == 2
    assert "Another run is at work" in done.stderr


def test_other_settings_want_another_folder(undisturbed: Path, pairs: Path, selaras: Any) -> None:
    done = selaras("corpus", str(pairs), "-o", str(undisturbed), "--precision")
    assert done.returncode == 2
    assert "other settings" in done.stderr


def test_another_folder_is_not_written_into(pairs: Path, selaras: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("precious")
    done = selaras("corpus", str(pairs), "-o", str(tmp_path))
    assert done.returncode == 2
    assert "something else" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "mine.txt"]


def test_a_manifest_that_grew_and_rows_that_were_mended(
        pairs: Path, undisturbed: Path, selaras: Any, tmp_path: Path) -> None:
    from shutil import copytree

    work = copytree(pairs.parent, tmp_path / "pairs")
    lines = pairs.read_text().splitlines()
    short = work / "short.jsonl"
    short.write_text("\n".join([lines[0], lines[3]]))
    folder = tmp_path / "corpus"
    assert selaras("corpus", str(short), "-o", str(folder)).returncode == 0
    assert [row["status"] for row in articles(folder)] == ["done", "failed"]
    (work / "gone.txt").write_text((work / "0.id.txt").read_text())
    short.write_text("\n".join([lines[0], lines[3], lines[1]]))
    selaras("corpus", str(short), "-o", str(folder))
    assert [row["status"] for row in articles(folder)] == ["done", "failed", "done"]
    done = selaras("corpus", str(short), "-o", str(folder), "--retry", "--json")
    assert json.loads(done.stdout) == {"done": 3, "failed": []}
    assert not list((folder / "failed").iterdir())
    name = "reviews/story-0/review.json"
    assert (folder / name).read_bytes() == (undisturbed / name).read_bytes()


def test_a_full_disk_stops_the_run_and_nothing_is_half(
        undisturbed: Path, pairs: Path, selaras: Any, contents: Contents, tmp_path: Path) -> None:
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24k", "none", tmp_path],
                                      check=False, capture_output=True).returncode:
        pytest.skip("needs a small disk to fill")
    try:
        folder = tmp_path / "corpus"
        done = selaras("corpus", str(pairs), "-o", str(folder), "--workers", "2")
        assert done.returncode == 2
        assert "No space left" in done.stderr
        assert len(done.stderr.splitlines()) == 1
        list(read_reviews([folder]))
        assert not list(folder.rglob("*.part"))
        subprocess.run(["mount", "-o", "remount,size=64m", tmp_path], check=True)
        assert selaras("corpus", str(pairs), "-o", str(folder)).returncode == 0
        assert contents(folder) == contents(undisturbed)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_python_yields_reviews_in_the_order_of_the_manifest(undisturbed: Path,
                                                            pairs: Path) -> None:
    corpus = align.corpus(pairs, undisturbed)
    names = [review.summary["document"] for review in corpus]
    assert names[0] == "story-0"
    assert len(names) == 8
    assert [record.number for record in corpus.records()] == list(range(1, 14))
    table = corpus.to_dataset()
    assert table.num_rows == len(pandas.read_parquet(undisturbed / "shards"))
    assert table[0]["source"] == "Ferry halts service"


@pytest.mark.parametrize("folder", ["file://{}", "local://{}"])
def test_storage_by_url_holds_the_same(folder: str, undisturbed: Path, pairs: Path, selaras: Any,
                                       contents: Contents, tmp_path: Path) -> None:
    short = tmp_path / "short.jsonl"
    short.write_text("\n".join(pairs.read_text().splitlines()[:1]).replace(
        '"0.', f'"{pairs.parent}/0.'))
    done = selaras("corpus", str(short), "-o", folder.format(tmp_path / "corpus"))
    assert done.returncode == 0, done.stderr
    found = contents(tmp_path / "corpus")
    assert set(found) == {"articles.csv", "corpus.json", "reviews/story-0/review.json",
                          "records/00000.jsonl", "shards/rows-00000.parquet"}
    assert (tmp_path / "corpus" / "corpus.json").read_bytes() == (
        undisturbed / "corpus.json").read_bytes()


def test_what_a_killed_writer_left_half_written_is_gone_at_the_end(
        undisturbed: Path, started: Start, contents: Contents, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    shutil.copytree(undisturbed, folder)
    half = folder / "reviews" / ".selaras-0123456789ab.part"
    half.write_text("{")
    assert started(folder).wait() == 0
    assert contents(folder) == contents(undisturbed)
