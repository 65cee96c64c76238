"""The registry, the row, and the promise that a file is whole or not there."""

import builtins
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from align.errors import InputError, MissingExtraError, OutputError
from align.export import export, formats
from align.export.rows import rows
from align.model import Article, Bead, Flag, Review, Sentence, Span

SUFFIXES = ("tsv", "jsonl", "tmx", "parquet")


def article(*texts: str, language: str, url: str = "") -> Article:
    sentences, start = [], 0
    for paragraph, text in enumerate(texts):
        sentences.append(Sentence(text, paragraph, start, start + len(text)))
        start += len(text) + 2
    return Article(title=texts[0], language=language, url=url, text="\n\n".join(texts),
                   sentences=tuple(sentences))


def review() -> Review:
    original = article("Ferry halts service", "It has no date.", "The union warned twice.",
                       language="en", url="https://example.org/ferry")
    rewrite = article("Feri berhenti", "Ada tanggal.", "Itu pasti.", "Pengamat cemas.",
                      language="id")
    return Review(
        "selaras:0|test", original, rewrite,
        beads=(Bead((0,), (0,), score=0.99), Bead((1,), (1, 2), score=0.5, moved=True),
               Bead((2,), (), score=0.9), Bead((), (3,), score=0.8)),
        flags=(Flag(bead=1, category="mistranslation", check="negation", severity="critical",
                    confidence=0.9, source=(Span(1, 7, 9),),
                    target=(Span(1, 0, 3), Span(2, 4, 9)), message="A denial is lost."),),
        summary={"decisions": {"0": "accepted", "1": "rejected"}})


def test_the_four_formats_are_found_by_being_there() -> None:
    assert set(SUFFIXES) <= set(formats())


def test_an_unknown_format_names_the_ones_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"jsonl.*parquet.*tmx.*tsv"):
        export([review()], tmp_path / "out", to="docx")
    assert list(tmp_path.iterdir()) == []


def test_spans_of_flags_fall_on_the_joined_text() -> None:
    row = list(rows(review()))[1]
    assert (row.source, row.target) == ("It has no date.", "Ada tanggal. Itu pasti.")
    flag = row.flags[0]
    assert [row.source[a:b] for a, b in flag.source] == ["no"]
    assert [row.target[a:b] for a, b in flag.target] == ["Ada", "pasti"]


def test_nulls_have_one_empty_side() -> None:
    assert [(row.kind, row.source, row.target) for row in list(rows(review()))[2:]] == [
        ("omission", "The union warned twice.", ""), ("addition", "", "Pengamat cemas.")]


@pytest.mark.parametrize(("asked", "kept"), [
    pytest.param({}, [0, 1, 2, 3], id="all"),
    pytest.param({"min_score": 0.85}, [0, 2], id="well-scored"),
    pytest.param({"only": "accepted"}, [0], id="accepted"),
    pytest.param({"only": "unsure"}, [], id="none-such"),
])
def test_choosing_beads(asked: dict[str, Any], kept: list[int], tmp_path: Path) -> None:
    assert export([review()], tmp_path / "out", to="jsonl", **asked) == len(kept)
    lines = (tmp_path / "out").read_text("utf-8").splitlines()
    assert [json.loads(line)["bead"] for line in lines] == kept


@pytest.mark.parametrize(("to", "count"), [("tsv", 4), ("jsonl", 4), ("parquet", 4), ("tmx", 2)])
def test_what_was_written_is_counted(to: str, count: int, tmp_path: Path) -> None:
    assert export([review()], tmp_path / "out", to=to) == count


@pytest.mark.parametrize(("changed", "name"), [
    pytest.param({"url": "https://example.org/a"}, "https://example.org/a", id="url"),
    pytest.param({"provenance": {"source": "a.txt"}}, "a.txt", id="where-read"),
    pytest.param({"provenance": {"sha256": "ab" * 32}}, "ab" * 8, id="hash"),
])
def test_a_document_without_an_id_is_named(changed: dict[str, Any], name: str) -> None:
    one = review()
    one = replace(one, rewrite=replace(one.rewrite, **changed))
    assert {row.document for row in rows(one)} == {name}
    assert {row.document for row in rows(one, "mine")} == {"mine"}


@pytest.mark.parametrize("to", SUFFIXES)
def test_a_failure_leaves_the_old_file_and_no_part(to: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus"
    path.write_text("precious")

    def broken() -> Iterator[Review]:
        yield review()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        export(broken(), path, to=to)
    assert path.read_text() == "precious"
    assert [found.name for found in tmp_path.iterdir()] == ["corpus"]


@pytest.mark.parametrize("to", SUFFIXES)
def test_no_reviews_make_an_empty_corpus(to: str, tmp_path: Path) -> None:
    assert export([], tmp_path / "new" / "corpus", to=to) == 0
    assert (tmp_path / "new" / "corpus").is_file()


@pytest.mark.parametrize("to", SUFFIXES)
def test_memory_does_not_hold_the_corpus(to: str, tmp_path: Path) -> None:
    import tracemalloc

    def reviews() -> Iterator[Review]:
        for number in range(1_500):
            long = article(f"{number:05}" * 2_000, language="en")
            yield Review("", long, long, beads=(Bead((0,), (0,)),), flags=())

    export([review()], tmp_path / "out", to=to)  # importing takes memory too
    tracemalloc.start()
    export(reviews(), tmp_path / "out", to=to)
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert top < 10e6  # of 30 million characters


@pytest.mark.parametrize(("mend", "said"), [
    pytest.param({"beads": (Bead((9,), (0,)),)}, "not in its article", id="no-such-sentence"),
    pytest.param({"beads": (Bead((0,), (0,), score=float("nan")),)}, "no probability", id="nan"),
])
def test_a_broken_review_is_said_so(mend: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        export([replace(review(), **mend)], tmp_path / "out")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        export([review()], tmp_path)


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Cannot write"):
        export([review()], tmp_path / "file" / "out")


def test_parquet_without_pyarrow_names_the_extra(tmp_path: Path,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Any] = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"selaras\[corpus\]"):
        export([review()], tmp_path / "out", to="parquet")
    assert list(tmp_path.iterdir()) == []
