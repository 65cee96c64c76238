"""Word links: gold read from rows and phrases, links counted, and the weights fitted to them."""

import gzip
import json
from pathlib import Path
from random import Random

import pytest

from align.bench.links import (
    GoldPair,
    LinksBench,
    Tally,
    bench_links,
    made_links,
    read_gold,
    tally,
)
from align.errors import InputError
from align.text.tokens import words
from align.training.links import cut, fit_links

EN, ID = "The court ordered a halt.", "Pengadilan memerintahkan penghentian."
SURE = [[1, 0], [2, 1], [4, 2]]
PHRASES = {
    "source": ["rain", "today", "?"], "target": ["hujan", "hari", "ini", "?"],
    "source_spans": [{"label": "what", "start": 0, "end": 1},
                     {"label": "when", "start": 1, "end": 2}],
    "target_spans": [{"label": "what", "start": 0, "end": 1},
                     {"label": "when", "start": 1, "end": 3}]}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "news.tsv.gz").write_bytes(
        gzip.compress(f"doc\tsource\ttarget\na\t{EN}\t{ID}\n".encode()))
    return tmp_path


def written(folder: Path, *lines: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_links_of_rows_are_read_and_found(data: Path) -> None:
    path = written(data, {"set": "news", "row": 0, "sure": SURE, "possible": []})
    gold, = read_gold(path, data)
    assert (gold.source, gold.target) == (EN, ID)
    for fused in (False, True):
        made, = made_links([gold], fused=fused)
        assert tally(gold, made) == Tally(3, 3, 3, 3)


def test_phrases_count_links_inside_them_and_words_without(tmp_path: Path) -> None:
    gold, = read_gold(written(tmp_path, PHRASES))
    assert gold.possible == {(0, 0), (1, 1)}  # "ini" is no content word
    assert tally(gold, frozenset({(0, 0), (1, 0)})) == Tally(2, 1, 2, 1)
    assert tally(gold, frozenset()) == Tally(0, 0, 2, 0)


def test_possible_links_are_right_but_not_asked_for() -> None:
    gold = GoldPair(EN, ID, frozenset({(1, 0)}), frozenset({(1, 0), (2, 1)}))
    assert tally(gold, frozenset({(2, 1), (4, 2)})) == Tally(2, 1, 1, 0)


@pytest.mark.parametrize("wrong", [
    {"set": "news", "row": 0, "sure": [[1, 9]], "possible": []},
    {"set": "news", "row": 7, "sure": [], "possible": []}, {"set": "news", "row": 0}],
    ids=["no such word", "no such row", "no links"])
def test_a_line_of_another_shape_is_named(data: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(InputError, match="Line 1"):
        read_gold(written(data, wrong), data)


def test_rows_need_their_tables(data: Path) -> None:
    with pytest.raises(InputError, match="--data"):
        read_gold(written(data, {"set": "news", "row": 0, "sure": SURE, "possible": []}))


def test_without_gold_there_is_nothing_to_measure() -> None:
    with pytest.raises(InputError, match="no gold links"):
        bench_links([])


def test_the_table_tells_rates_of_all_pairs() -> None:
    _, line = LinksBench({"way": (Tally(4, 3, 6, 3), Tally(6, 6, 6, 6))}).lines()
    assert line.split()[1] == "0.900"
    assert line.split()[-2:] == [f"{2 * .9 * .75 / 1.65:.3f}", f"{1 - 18 / 22:.3f}"]


def test_fitted_weights_value_likeness_and_nearness(data: Path) -> None:
    gold = read_gold(written(data, {"set": "news", "row": 0, "sure": SURE, "possible": []}), data)
    fit_links(gold, data / "links.json")
    weights = json.loads((data / "links.json").read_text("utf-8"))
    assert set(weights) == {"bias", "known", "rival", "ahead", "back", "apart", "company"}
    assert min(weights["ahead"], weights["back"], weights["known"]) > 0 > weights["apart"]


@pytest.mark.parametrize("target", [True, False], ids=["target", "source"])
def test_a_pair_that_is_cut_keeps_the_links_of_what_is_left(target: bool) -> None:
    gold = GoldPair("The court ordered a halt to all work.",
                    "Pengadilan memerintahkan penghentian semua pekerjaan.",
                    frozenset({(1, 0), (2, 1), (4, 2), (7, 4)}), frozenset({(1, 0), (7, 4)}))
    ours, theirs = words(gold.source), words(gold.target, doubling=True)
    there = {(ours[i].text, theirs[j].text) for i, j in gold.sure}
    for seed in range(20):
        less = cut(gold, Random(seed), target=target)
        ours, theirs = words(less.source), words(less.target, doubling=True)
        left = {(ours[i].text, theirs[j].text) for i, j in less.sure}
        texts = {word.text for word in (*ours, *theirs)}
        assert left == {pair for pair in there if texts >= set(pair)}
        assert len(left) < len(there) or (less.source, less.target) != (gold.source, gold.target)


def test_phrases_alone_are_nothing_to_fit(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to fit"):
        fit_links(read_gold(written(tmp_path, PHRASES)), tmp_path / "links.json")


@pytest.mark.shared
def test_vectors_halve_the_error_of_links(shared: Path) -> None:
    gold = read_gold(Path(__file__).parents[2] / "data" / "links" / "news.jsonl", shared / "data")
    alone, both = (1 - sum(t.found + t.right for t in some) / sum(t.made + t.wanted for t in some)
                   for some in bench_links(gold[:100]).tallies.values())
    assert both < 0.6 * alone
