"""Manifests: what their rows ask for, and what is wrong with the broken ones."""

import json
from pathlib import Path

import pytest

from align.corpus.manifest import read_manifest
from align.errors import InputError


def test_csv_tsv_and_jsonl_say_the_same(tmp_path: Path) -> None:
    cells = [("a/rewrite 1.txt", "https://x.org/1", "s1"), ("b,2.txt", "", "")]
    (tmp_path / "m.csv").write_text('\ufeffrewrite,Original,story\n"a/rewrite 1.txt",'
                                    'https://x.org/1,s1\n\n"b,2.txt",,\n')
    (tmp_path / "m.tsv").write_text("rewrite\toriginal\tstory\n" + "".join(
        "\t".join(row) + "\n" for row in cells))
    (tmp_path / "m.jsonl").write_text("".join(json.dumps(dict(zip(
        ("rewrite", "original", "story"), row, strict=True))) + "\n" for row in cells))
    found = [read_manifest(tmp_path / name) for name in ("m.csv", "m.tsv", "m.jsonl")]
    assert found[0] == found[1] == found[2]
    first, second = found[0]
    assert (first.rewrite, first.originals, first.story) == (
        "a/rewrite 1.txt", ("https://x.org/1",), "s1")
    assert first.where(first.rewrite) == str(tmp_path / "a" / "rewrite 1.txt")
    assert first.where(first.originals[0]) == "https://x.org/1"
    assert second.originals == ()


def test_names_are_unique_and_stable(tmp_path: Path) -> None:
    rows = [{"id": "Story-1", "rewrite": "a"}, {"id": "story-1", "rewrite": "b"},
            {"rewrite": "x/out.txt"}, {"rewrite": "y/out.txt"},
            {"id": "../../etc", "rewrite": "c"}, {"id": "日本", "rewrite": "d"},
            {"id": 7, "rewrite": "e"}, {"rewrite": "https://x.org/ferry-stops.html?p=1"}]
    (tmp_path / "m.jsonl").write_text("\n".join(map(json.dumps, rows)))
    names = [entry.name for entry in read_manifest(tmp_path / "m.jsonl")]
    assert len({name.casefold() for name in names}) == len(rows)
    assert names[0] == "Story-1"
    assert names[6] == "7"
    assert [name.rpartition("-")[0] for name in names if name.startswith(("out", "etc", "ferry"))
            ] == ["out", "out", "etc", "ferry-stops"]
    assert not any(set("/\\ \0") & set(name) or name.startswith(".") for name in names)
    (tmp_path / "m.jsonl").write_text("\n".join(map(json.dumps, rows[2:])))
    assert [entry.name for entry in read_manifest(tmp_path / "m.jsonl")] == names[2:]


@pytest.mark.parametrize(("line", "said"), [
    ("{", "no JSON"), ("[1]", "no JSON object"), ('{"original": "a"}', "names no rewrite"),
    ('{"rewrite": ["a"]}', "no text"), ('{"rewrite": "a", "original": {"b": 1}}', "no list"),
    ("[" * 100_000, "no JSON"),
])
def test_a_broken_row_is_a_row_with_its_reason(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "m.jsonl").write_text('{"rewrite": "good"}\n' + line + "\n")
    good, bad = read_manifest(tmp_path / "m.jsonl")
    assert not good.problem
    assert said in bad.problem
    assert (bad.number, bool(bad.name)) == (2, True)


def test_rows_of_other_lengths_and_doubles_are_broken(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("id,rewrite\na,1\nb,2,3\nc,1\n")
    problems = [entry.problem for entry in read_manifest(tmp_path / "m.csv")]
    assert problems[0] == ""
    assert "3 cells" in problems[1]
    assert "same as row 1" in problems[2]


@pytest.mark.parametrize(("content", "said"), [
    (b"", "no column 'rewrite'"), (b"rewrite\n", "no rows"), (b"a,b\n1,2\n", "no column"),
    (b"\xff\xfe", "not UTF-8")])
def test_what_is_no_manifest(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_bytes(content)
    with pytest.raises(InputError, match=said):
        read_manifest(tmp_path / "m.csv")
    with pytest.raises(InputError, match="cannot be read"):
        read_manifest(tmp_path / "none.csv")
