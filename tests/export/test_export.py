"""What is written, what is left out, and the promise that a file is whole or not there."""

import builtins
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from align.errors import InputError, MissingExtraError, OutputError
from align.export import export, formats
from align.export.documents import Document
from align.export.filters import Filter
from align.export.rows import rows
from align.model import Article, Bead, Review
from align.naming import bead_names

FORMATS = ("csv", "dataset", "jsonl", "moses", "parquet", "pearmut", "tmx", "tsv", "xces", "xliff")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")
                  if path.is_file())


def test_the_formats_are_found_by_being_there() -> None:
    assert set(FORMATS) <= set(formats.names())


def test_an_unknown_format_names_the_ones_there_are(ferry: Review, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"jsonl.*parquet.*tmx.*tsv"):
        export([ferry], tmp_path / "out", to="docx")
    assert list(tmp_path.iterdir()) == []


def test_spans_of_flags_fall_on_the_joined_text(ferry: Review) -> None:
    row = list(rows(Document("", ferry)))[1]
    assert (row.source, row.target) == ("It has no date.", "Ada tanggal. Itu pasti.")
    flag = row.flags[0]
    assert [row.source[a:b] for a, b in flag.source] == ["no"]
    assert [row.target[a:b] for a, b in flag.target] == ["Ada", "pasti"]
    assert [row.target[each.start:each.end] for each in row.target_sentences] == [
        "Ada tanggal.", "Itu pasti."]


def test_nulls_have_one_empty_side(ferry: Review) -> None:
    assert [(row.kind, row.source, row.target) for row in list(rows(Document("", ferry)))[2:]] == [
        ("omission", "The union warned twice.", ""), ("addition", "", "Pengamat cemas.")]


def test_faithful_is_what_all_findings_leave(ferry: Review) -> None:
    quiet = replace(ferry.flags[0], confidence=0.5)
    found = [row.faithful for row in rows(Document("", replace(ferry, quiet=(quiet,))))]
    assert found == [1.0, 0.05, 0.5, 1.0]


@pytest.mark.parametrize(("asked", "kept", "left_out"), [
    pytest.param({}, [0, 1, 2, 3], {}, id="all"),
    pytest.param({"min_score": 0.85}, [0, 2], {"score": 2}, id="score"),
    pytest.param({"min_faithful": 0.2}, [0, 2, 3], {"faithful": 1}, id="faithful"),
    pytest.param({"only": "accepted"}, [0], {"decision": 3}, id="accepted"),
    pytest.param({"only": "open"}, [2, 3], {"decision": 2}, id="open"),
    pytest.param({"without": frozenset({"omission"})}, [0, 1, 3], {"category": 1}, id="category"),
    pytest.param({"below": "major"}, [0, 3], {"severity": 2}, id="major"),
    pytest.param({"below": "critical"}, [0, 2, 3], {"severity": 1}, id="critical"),
    pytest.param({"ratio": (1.0, 2.0)}, [1, 2, 3], {"ratio": 1}, id="ratio"),
    pytest.param({"languages": ("en", "id")}, [0, 1, 2, 3], {}, id="languages"),
    pytest.param({"languages": ("", "ms")}, [], {"language": 4}, id="other-language"),
])
def test_choosing_rows(asked: dict[str, Any], kept: list[int], left_out: dict[str, int],
                       ferry: Review, tmp_path: Path) -> None:
    names = bead_names(ferry)
    document = Document("dok", ferry, {names[0]: "accepted", names[1]: "rejected"})
    done = export([document], tmp_path / "out", to="jsonl", keep=Filter(**asked))
    lines = (tmp_path / "out").read_text("utf-8").splitlines()
    assert [json.loads(line)["bead"] for line in lines] == kept
    assert (done.rows, done.left_out) == (len(kept), left_out)


@pytest.mark.parametrize("asked", [{"min_score": float("nan")}, {"min_faithful": 2.0},
                                   {"ratio": (2.0, 1.0)}])
def test_a_filter_that_cannot_be_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        Filter(**asked)


@pytest.mark.parametrize("to", FORMATS)
def test_what_was_written_is_counted(to: str, ferry: Review, tmp_path: Path) -> None:
    count = {"moses": 2, "tmx": 2, "dataset": 2, "pearmut": 3}.get(to, 4)
    done = export([ferry, ferry], tmp_path / "out", to=to)
    assert (done.rows, done.documents) == (2 * count, 2)


@pytest.mark.parametrize("to", FORMATS)
def test_a_failure_leaves_the_old_files_and_no_part(to: str, ferry: Review,
                                                    tmp_path: Path) -> None:
    export([ferry], tmp_path / "corpus", to=to)
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}

    def broken() -> Iterator[Review]:
        yield ferry
        yield replace(ferry, signature="other")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        export(broken(), tmp_path / "corpus", to=to)
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


@pytest.mark.parametrize("to", FORMATS)
def test_no_reviews_make_an_empty_corpus(to: str, tmp_path: Path) -> None:
    assert export([], tmp_path / "new" / "corpus", to=to).rows == 0
    assert files(tmp_path / "new")


@pytest.mark.parametrize("to", FORMATS)
def test_memory_does_not_hold_the_corpus(to: str, article: Callable[..., Article],
                                         tmp_path: Path) -> None:
    import tracemalloc

    def reviews() -> Iterator[Review]:
        for number in range(1_500):
            long = article(f"{number:05}" * 2_000)
            yield Review("", long, long, beads=(Bead((0,), (0,)),), flags=())

    export([next(reviews())], tmp_path / "first", to=to)  # importing takes memory too
    tracemalloc.start()
    export(reviews(), tmp_path / "out", to=to)
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert top < 10e6  # of 30 million characters


@pytest.mark.parametrize(("mend", "said"), [
    pytest.param({"beads": (Bead((9,), (0,)),)}, r"source\[0\] is 9", id="no-such"),
    pytest.param({"beads": (Bead((-1,), (0,)),)}, r"source\[0\] is -1", id="from-the-end"),
    pytest.param({"beads": (Bead((0,), (0,), score=float("nan")),)}, r"\[0\].score", id="nan"),
    pytest.param({"beads": (Bead((0,), (0,)),)}, r"flags\[0\].bead is 1", id="no-such-bead"),
])
def test_a_broken_review_is_said_so(mend: dict[str, Any], said: str, ferry: Review,
                                    tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        export([replace(ferry, **mend)], tmp_path / "out")


def test_a_flag_beyond_the_text_is_said_so(ferry: Review, tmp_path: Path) -> None:
    from align.model import Span

    flag = replace(ferry.flags[0], target=(Span(1, 0, 99),))
    with pytest.raises(InputError, match="the sentence has 12 characters"):
        export([replace(ferry, flags=(flag,))], tmp_path / "out")


def test_a_folder_is_no_file(ferry: Review, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        export([ferry], tmp_path)


def test_a_file_where_a_folder_should_be(ferry: Review, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Cannot write"):
        export([ferry], tmp_path / "file" / "out")


@pytest.mark.parametrize(("to", "package"), [("parquet", "pyarrow"), ("dataset", "datasets")])
def test_a_missing_package_names_the_extra(to: str, package: str, ferry: Review, tmp_path: Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Any] = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith(package):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"selaras\[corpus\]"):
        export([ferry], tmp_path / "out", to=to)
    assert files(tmp_path) == []


@pytest.mark.parametrize("to", FORMATS)
def test_another_file_is_never_written_over(to: str, ferry: Review, tmp_path: Path) -> None:
    export([ferry], tmp_path / "corpus", to=to, force=False)
    export([ferry], tmp_path / "corpus", to=to, force=False)  # over a corpus, it may
    for name in files(tmp_path):
        for other in files(tmp_path):
            (tmp_path / other).unlink()
        (tmp_path / name).write_text("precious")
        with pytest.raises(OutputError, match="--force"):
            export([ferry], tmp_path / "corpus", to=to, force=False)
        assert (tmp_path / name).read_text() == "precious"
        assert files(tmp_path) == [name]
        export([ferry], tmp_path / "corpus", to=to)
        assert (tmp_path / name).read_bytes() != b"precious"
