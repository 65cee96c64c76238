"""The measurement of finding: its cases, its counts; and a small run on real rewrites."""

import gzip
import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from align.bench.find import Answer, Sought, bench_find, read_cases, score
from align.errors import InputError
from align.finding.ranking import Ranked
from align.model import Article


def document(**changed: Any) -> dict[str, Any]:
    target = [{"text": "Judul", "paragraph": 0, "title": True},
              {"text": "Satu.", "paragraph": 0, "title": False},
              {"text": "Dua.", "paragraph": 0, "title": False},
              {"text": "Tiga.", "paragraph": 3, "title": False}]
    return {"doc": "a", "source_url": "https://example.org/2026/03/04/a/",
            "target_url": "https://id.example.org/2026/03/05/a/", "target": target} | changed


def test_a_case_is_an_article_with_its_day(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(json.dumps(document()) + "\n")
    (case,) = read_cases(tmp_path / "docs.jsonl")
    assert case.original == "https://example.org/2026/03/04/a/"
    assert case.rewrite.published == "2026-03-05"
    assert case.rewrite.text == "Judul\n\nSatu. Dua.\n\nTiga."
    assert [one.paragraph for one in case.rewrite.sentences] == [0, 1, 1, 2]
    assert all(case.rewrite.text[one.start:one.end] == one.text for one in case.rewrite.sentences)


@pytest.mark.parametrize("line", ["{", "[]", '{"doc": "a"}', json.dumps(document(target=[]))],
                         ids=["torn", "list", "no-target", "no-sentence"])
def test_another_shape_is_said_so(line: str, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(line + "\n")
    with pytest.raises(InputError, match="does not hold rewrites"):
        list(read_cases(tmp_path / "docs.jsonl"))


def answer(place: int, best: float, rival: float, ranked: tuple[Ranked, ...] = ()) -> Answer:
    return Answer(Sought("a", Article(), ""), place, best, rival, ranked, "Title")


def test_shares_are_counted() -> None:
    found = score([answer(1, 0.9, 0.2), answer(3, 0.8, 0.7), answer(0, 0.3, 0.3),
                   answer(6, 0.6, 0.1)])
    assert (found.recall_1, found.recall_5, found.none_right, found.false_refusals) == (
        0.25, 0.5, 0.75, 0.25)


@pytest.mark.shared
def test_real_rewrites_find_their_originals(shared: Path, tmp_path: Path) -> None:
    with gzip.open(shared / "data" / "globalvoices_docs.jsonl.gz", "rt", encoding="utf-8") as file:
        documents = list(islice(file, 0, 240, 24))
    wanted = {json.loads(line)["source_url"] for line in documents}
    with gzip.open(shared / "data" / "english_articles.jsonl.gz", "rt", encoding="utf-8") as file:
        articles = [line for number, line in enumerate(file)
                    if number % 200 == 0 or json.loads(line)["url"] in wanted]
    (tmp_path / "docs.jsonl").write_text("".join(documents), "utf-8")
    (tmp_path / "articles.jsonl").write_text("".join(articles), "utf-8")
    found = bench_find(tmp_path / "docs.jsonl", tmp_path / "articles.jsonl")
    assert found.all.recall_1 == 1.0
    assert found.all.none_right >= 0.9
    assert found.all.false_refusals <= 0.1
    assert len(list(found.lines())) == 5
