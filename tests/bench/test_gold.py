"""Gold files, and which of their beads moved."""

from pathlib import Path

import pytest

from align.bench.gold import moved_beads, read_brackets, read_cases, read_gold
from align.errors import InputError

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo" / "alignment.jsonl"


def test_brackets_of_both_peers_are_read() -> None:
    text = "[0]:[0]\n[1, 2]:[1]\n[3]:[]:0.412\n\n[]:[2]\n"
    assert read_brackets(text) == (((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((), (2,)))


@pytest.mark.parametrize("text", ["[0]", "0:0", "[a]:[0]", "[0]:[0]:[0]"])
def test_what_is_not_in_brackets_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="Line 1"):
        read_brackets(text)


def test_a_gold_file_with_its_texts(tmp_path: Path) -> None:
    for name, text in (("g", "[0]:[0]\n[1]:[]\n"), ("s", "One.\nTwo.\n"), ("t", "Satu.\n")):
        (tmp_path / name).write_text(text)
    found, = read_gold(tmp_path / "g", tmp_path / "s", tmp_path / "t")
    assert found.source == ("One.", "Two.")
    (tmp_path / "g").write_text("[5]:[0]\n")
    with pytest.raises(InputError, match="sentence 5"):
        read_gold(tmp_path / "g", tmp_path / "s", tmp_path / "t")


@pytest.mark.parametrize("line", ["{}", "[]", "nonsense", '{"id": 1, "source": [], "target": [], '
                                                          '"beads": [[0]]}'])
def test_a_bad_case_is_named_by_its_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(DEMO.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        list(read_cases(path))


@pytest.mark.parametrize(("gold", "moved"), [
    ([((0,), (0,)), ((1,), (1,))], set()),
    ([((0,), (2,)), ((1,), (0,)), ((2,), (1,))], {((0,), (2,))}),
    ([((0,), (1,)), ((1,), (2,)), ((2,), (0,)), ((3,), ())], {((2,), (0,))}),
    ([((0,), ()), ((), (0,))], set()),
], ids=["none", "to the end", "to the front", "only nulls"])
def test_what_moved_is_what_is_off_the_heaviest_chain(gold: list, moved: set) -> None:
    assert moved_beads(gold) == moved
