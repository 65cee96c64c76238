"""Files and folders go into a store once, whatever happens in between."""

import gzip
import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import align.finding.gathering as gathering
from align.encoders import Encoder, Vectors
from align.errors import InputError
from align.finding.gathering import add, articles_of, files_of
from align.reading import read
from align.serial import dumps
from align.store import Store


def feed(path: Path, count: int) -> Path:
    lines = [json.dumps({"url": f"https://example.org/{n}", "date": "2026-03-04",
                         "title": f"Story {n}", "text": f"It is number {n}.\nThere are more."})
             for n in range(count)]
    text = "\n".join(lines) + "\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, "utf-8")
    return path


class Failing:
    """An encoder that a power cut stops after some batches."""

    def __init__(self, encoder: Encoder, batches: int) -> None:
        self.signature = encoder.signature
        self.dimension = encoder.dimension
        self.encode_windows = encoder.encode_windows
        self._encoder, self._left = encoder, batches

    def encode(self, texts: Sequence[str]) -> Vectors:
        self._left -= 1
        if self._left < 0:
            raise KeyboardInterrupt
        return self._encoder.encode(texts)


def test_a_folder_goes_in_once(stories: Path, encoder: Encoder) -> None:
    with Store() as store:
        assert add([stories], store, encoder, licence="ours").added == 4
        assert add([stories, stories / "storm.txt"], store, encoder).added == 0
        assert len(store) == 4
        assert store.record(1).licence == "ours"
        assert store.record(1).source == str(stories / "bridge.txt")


def test_what_is_no_article_is_passed_over_and_named(stories: Path, encoder: Encoder) -> None:
    (stories / "nothing.txt").touch()
    (stories / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (stories / "broken.jsonl").write_text('{"title": "x"}\n')
    (stories / ".hidden.txt").write_text("Hidden\n\nNobody should read this line of text.")
    with Store() as store:
        gathered = add([stories], store, encoder)
    assert gathered.added == 4
    assert [Path(said.split(":")[0]).name for said in gathered.skipped] == [
        "broken.jsonl", "nothing.txt", "picture.png"]


@pytest.mark.parametrize(("name", "said"), [
    pytest.param("nowhere.txt", "There is no", id="missing"),
    pytest.param("nothing.jsonl", "no article", id="no-text"),
    pytest.param("torn.jsonl", r"line 1 \(it is not JSON\)", id="torn"),
    pytest.param("torn.jsonl.gz", "Cannot read", id="no-gzip"),
    pytest.param("deep.json", "not JSON", id="nested"),
])
def test_a_named_file_that_is_no_article_is_an_error(name: str, said: str, tmp_path: Path,
                                                     encoder: Encoder) -> None:
    (tmp_path / "nothing.jsonl").write_text("[1]\n")
    (tmp_path / "torn.jsonl").write_text('{"title": "x", "text"')
    (tmp_path / "torn.jsonl.gz").write_bytes(b"\x1f\x8bnot so")
    (tmp_path / "deep.json").write_text("[" * 100_000)
    with Store() as store, pytest.raises(InputError, match=said):
        add([tmp_path / name], store, encoder)


@pytest.mark.parametrize("name", ["feed.jsonl", "feed.jsonl.gz"])
def test_a_feed_gives_its_articles_with_url_and_day(name: str, tmp_path: Path) -> None:
    one, two = articles_of(feed(tmp_path / name, 2))
    assert (one.title, one.published, one.url) == ("Story 0", "2026-03-04",
                                                   "https://example.org/0")
    assert two.text == "Story 1\n\nIt is number 1.\n\nThere are more."
    assert two.provenance["source"] == "https://example.org/1"


def test_an_article_as_fetch_writes_it_is_read(tmp_path: Path, demo: Path) -> None:
    article = read(demo / "original.en.txt")
    (tmp_path / "one.json").write_text(dumps(article), "utf-8")
    assert list(articles_of(tmp_path / "one.json")) == [article]


def test_a_stopped_build_goes_on_where_it_was(tmp_path: Path, encoder: Encoder,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "BATCH", 10)
    path = feed(tmp_path / "feed.jsonl", 35)
    with Store(tmp_path / "s.db") as store, pytest.raises(KeyboardInterrupt):
        add([path], store, Failing(encoder, 2))
    with Store(tmp_path / "s.db") as store:
        assert len(store) == 20
        seen: list[int] = []
        gathered = add([path], store, encoder, progress=seen.append)
        assert (gathered.added, gathered.known) == (15, 20)
        assert seen == [10, 20, 30, 35]
        assert len(store) == 35
        assert sum(len(rows) for _, _, rows in store.means(encoder.dimension)) == 35
        assert add([path], store, Failing(encoder, 0)).added == 0  # the file is remembered


_BUILD = """
import sys
import align.finding.gathering as gathering
from align.encoders import load
from align.store import Store

gathering.BATCH = 8
with Store(sys.argv[2]) as store:
    gathering.add([sys.argv[1]], store, load(cache=False), progress=lambda n: print(n, flush=True))
"""


def test_a_killed_build_loses_no_batch(tmp_path: Path, encoder: Encoder) -> None:
    path, kept = feed(tmp_path / "feed.jsonl", 4_000), tmp_path / "s.db"
    with subprocess.Popen([sys.executable, "-c", _BUILD, str(path), str(kept)],
                          stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        told = [int(build.stdout.readline()) for _ in range(3)][-1]
        build.send_signal(signal.SIGKILL)
    with Store(kept) as store:
        assert told <= len(store) < 4_000
        assert sum(len(rows) for _, _, rows in store.means(encoder.dimension)) == len(store)
        assert store.article(len(store)).title == f"Story {len(store) - 1}"
        assert store.frequency("story") == len(store)


def test_files_come_in_a_stable_order(stories: Path) -> None:
    assert [path.name for path, _ in files_of([stories])] == [
        "bridge.txt", "chess.txt", "harvest.txt", "storm.txt"]


def test_a_bad_line_of_a_feed_is_named_once_the_others_are_in(tmp_path: Path,
                                                              encoder: Encoder) -> None:
    lines = feed(tmp_path / "feed.jsonl", 12).read_text().splitlines(keepends=True)
    path = tmp_path / "torn.jsonl"
    path.write_text("".join([*lines[:6], '{"title": "x", "te\n', *lines[6:]]))
    with Store() as store:
        with pytest.raises(InputError, match=r"line 7 \(it is not JSON\); .* were read"):
            add([path, tmp_path / "feed.jsonl"], store, encoder)
        assert len(store) == 12


def test_a_cut_feed_is_said_to_be_cut_once_what_is_whole_is_in(tmp_path: Path,
                                                               encoder: Encoder) -> None:
    whole = feed(tmp_path / "feed.jsonl.gz", 400).read_bytes()
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(whole[:len(whole) // 2])
    with Store() as store, pytest.raises(InputError, match="cut short"):
        add([path], store, encoder)


@pytest.mark.parametrize("name", ["bomb.jsonl.gz", "bomb.json.gz"])
def test_a_feed_that_inflates_without_end_is_refused(name: str, tmp_path: Path) -> None:
    with gzip.open(tmp_path / name, "wb", 1) as out:
        for _ in range(256):
            out.write(b"\n" * 2**20)
    with pytest.raises(InputError, match=r"times its own size|larger than|empty lines"):
        list(articles_of(tmp_path / name))
