"""Judged flags: read from texts or rows, found again, measured."""

import gzip
import json
from pathlib import Path

import pytest

from align.bench.judged import Found, JudgedBench, JudgedFlag, bench_judged, find, read_judged
from align.errors import InputError

EN, ID = "The firm lost $2.3 billion in May.", "Perusahaan itu merugi 2,3 juta dolar AS pada Mei."
PLAIN = {"en": EN, "id": ID, "check": "numbers", "category": "mistranslation",
         "source": [[14, 26]], "target": [[22, 36]],
         "verdict": "true", "judged_severity": "critical"}


def written(folder: Path, *lines: dict[str, object]) -> Path:
    path = folder / "judged.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_judged_place_is_found_again(tmp_path: Path) -> None:
    found, = find(read_judged(written(tmp_path, PLAIN)))
    assert found.flag is not None
    assert (found.flag.check, found.flag.kind) == ("numbers", "number-changed")


def test_a_place_that_nobody_flags_any_more_is_told(tmp_path: Path) -> None:
    found, = find(read_judged(written(tmp_path, PLAIN | {"check": "quotes"})))
    assert (found.flag, found.shown, found.loud) == (None, False, False)


def test_rows_are_looked_up_in_their_table(tmp_path: Path) -> None:
    table = f"doc\tsource\ttarget\tmachine\na\tone\tsatu\tsebuah\nb\t{EN}\t{ID}\tlain\n"
    (tmp_path / "news.tsv.gz").write_bytes(gzip.compress(table.encode()))
    bare = {name: value for name, value in PLAIN.items() if name not in ("en", "id")}
    path = written(tmp_path, bare | {"set": "news", "row": 1},
                   bare | {"set": "news:machine", "row": 0})
    one, other = read_judged(path, tmp_path)
    assert (one.en, one.id) == (EN, ID)
    assert (other.en, other.id) == ("one", "sebuah")
    with pytest.raises(InputError, match="--data"):
        read_judged(path)


@pytest.mark.parametrize("wrong", [{"source": 3}, {"source": [[1]]}, {"target": [["a", "b"]]}])
def test_a_line_of_another_shape_is_named(tmp_path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(InputError, match="Line 2"):
        read_judged(written(tmp_path, PLAIN, PLAIN | wrong))


def test_without_judged_flags_there_is_nothing_to_measure() -> None:
    with pytest.raises(InputError, match="no judged flags"):
        bench_judged([])


def test_the_table_counts_what_is_shown(tmp_path: Path) -> None:
    right, = find(read_judged(written(tmp_path, PLAIN)))
    gone = Found(JudgedFlag(EN, ID, "quotes", "mistranslation", ((0, 3),), ((0, 3),), "false", ""),
                 None, False)
    assert right.flag is not None
    doubtful = Found(JudgedFlag(EN, ID, "numbers", "mistranslation", ((14, 26),), ((22, 36),),
                                "false", ""), right.flag, True)
    lines = list(JudgedBench((right, doubtful, gone)).lines())
    assert lines[0].startswith("3 judged flags, 2 of them still made")
    assert any(line.startswith("loud") and "0.500" in line for line in lines)
