"""The measurement of finding: its cases, its counts, its fit; and a small run on real rewrites."""

import gzip
import json
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from align.bench.find import Answer, Case, bench_find, read_cases, score
from align.errors import InputError
from align.finding.evidence import NAMES, Evidence
from align.finding.ranking import Ranked
from align.model import Article
from align.training.finding import fit, logistic


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
    return Answer(Case("a", Article(), ""), place, best, rival, ranked, "Title")


def test_shares_are_counted() -> None:
    found = score([answer(1, 0.9, 0.2), answer(3, 0.8, 0.7), answer(0, 0.3, 0.3),
                   answer(6, 0.6, 0.1)])
    assert (found.recall_1, found.recall_5, found.none_right, found.false_refusals) == (
        0.25, 0.5, 0.75, 0.25)


def test_a_fit_tells_originals_from_rivals() -> None:
    random = np.random.default_rng(0)

    def ranked(middle: float) -> Ranked:
        values = random.normal(middle, 0.1, len(NAMES))
        return Ranked(0, 0.5, Evidence(**dict(zip(NAMES, map(float, values), strict=True))))

    weights, bias = fit([answer(1, 1, 0, (ranked(0.7), *(ranked(0.3) for _ in range(4))))
                         for _ in range(30)])
    assert all(weight > 0 for weight in weights.values())
    assert "late" not in weights
    assert 0.4 < -bias / sum(weights.values()) < 0.6


def test_the_regression_is_calibrated() -> None:
    random = np.random.default_rng(1)
    features = random.normal(size=(4000, 2))
    chance = 1 / (1 + np.exp(-(features @ [1.0, -0.5] + 0.3)))
    labels = (random.random(4000) < chance).astype(float)
    weights, bias = logistic(features, labels, np.ones(4000))
    fitted = 1 / (1 + np.exp(-(features @ weights + bias)))
    assert fitted.mean() == pytest.approx(labels.mean(), abs=1e-3)
    assert weights[0] > 0.5 > 0 > weights[1]


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
