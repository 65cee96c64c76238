"""The measure of sentence boundaries, and the bars it holds us to."""

from pathlib import Path

import pytest

from align.bench.sentences import BoundaryScore, available, boundaries, measure
from align.bench.tables import read_documents

TABLE = (
    "doc\tsource\ttarget\n"
    "a\tJudge speaks\tHakim bicara\n"
    "a\t\"We know. We wait.\" he said.\t“Kami tahu. Kami menunggu.” kata dia.\n"
    "a\tNobody left\tTidak ada yang pergi\n"
    "a\tIt rained.\tHujan turun.\n"
    "b\tOnly a headline\tHanya judul\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "docs.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_boundaries_ignore_white_space() -> None:
    assert boundaries(["Ab c.", "  D", " ", "e "]) == {4, 5}
    assert boundaries([]) == boundaries(["one"]) == set()


def test_counts(table: Path) -> None:
    english = measure(table).scores[0]
    # gold: after the headline, after "he said.", after "left" (unmarked); found: the headline,
    # "We know.", "he said."
    assert (english.splitter, english.language) == ("selaras", "en")
    assert (english.right, english.proposed, english.gold, english.marked) == (2, 3, 3, 2)
    assert english.f1 == pytest.approx(2 / 3)
    assert english.ceiling == pytest.approx(0.8)


def test_ours_stands_first_in_each_language(table: Path) -> None:
    names = list(available())
    assert names[0] == "selaras"
    assert [score.splitter for score in measure(table).scores] == names * 2


def test_gold_itself_scores_one(table: Path) -> None:
    rows = [source for document in read_documents(table).values() for source, _ in document]

    def gold(text: str, language: str) -> list[str]:
        return [row for row in rows if row in text]

    score = measure(table, splitters={"gold": gold}).scores[0]
    assert score.precision == score.recall == score.f1 == 1.0


def test_languages_that_a_library_does_not_know(table: Path) -> None:
    scores = measure(table, ("xx", "id")).scores
    assert {score.language for score in scores} == {"xx", "id"}


def test_some_documents_only(table: Path) -> None:
    assert measure(table, documents=slice(1, None)).rows == 1


def test_empty_score_is_zero() -> None:
    score = BoundaryScore("none", "en", 0, 0, 0, 0, 0.0)
    assert score.f1 == score.precision == score.recall == score.ceiling == score.speed == 0.0


@pytest.mark.shared
@pytest.mark.parametrize(("name", "bar"), [("ntrex_dev", 0.97), ("tico19", 0.9)])
def test_bars(shared: Path, name: str, bar: float) -> None:
    bench = measure(shared / "data" / f"{name}.tsv.gz")
    for language in ("en", "id"):
        ours, *others = (score for score in bench.scores if score.language == language)
        assert ours.f1 >= bar
        assert all(ours.f1 > other.f1 for other in others)
        assert ours.speed > 2_000
