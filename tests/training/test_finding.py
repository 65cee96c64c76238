"""The weights of finding are fitted to originals and their rivals."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from align.bench.find import Answer, Sought
from align.encoders import load
from align.finding.evidence import NAMES, Evidence
from align.finding.ranking import Ranked
from align.model import Article
from align.training.finding import answers, fit


def answer(ranked: tuple[Ranked, ...], place: int = 1) -> Answer:
    return Answer(Sought("a", Article(), ""), place, 1.0, 0.0, ranked, "Title")


def test_a_fit_tells_originals_from_rivals() -> None:
    random = np.random.default_rng(0)

    def ranked(middle: float) -> Ranked:
        values = random.normal(middle, 0.1, len(NAMES))
        return Ranked(0, 0.5, Evidence(**dict(zip(NAMES, map(float, values), strict=True))))

    weights, bias = fit([answer((ranked(0.7), *(ranked(0.3) for _ in range(4))))
                         for _ in range(30)])
    assert all(weight > 0 for weight in weights.values())
    assert "late" not in weights
    assert 0.4 < -bias / sum(weights.values()) < 0.6


STORIES = {
    "flood": (["Flood swamps Yalta villages.", "Rescuers searched nine villages on Monday.",
               "The river rose three metres overnight, officials said."],
              ["Banjir merendam desa-desa Yalta.", "Tim penyelamat menyisir sembilan desa Senin.",
               "Sungai naik tiga meter dalam semalam, kata pejabat."]),
    "rates": (["Central bank raises rates.", "The bank lifted its rate to 5.75 percent.",
               "Governor Perry Warjiyo spoke of the weak rupiah."],
              ["Bank sentral menaikkan suku bunga.", "Bank menaikkan bunganya menjadi 5,75 persen.",
               "Gubernur Perry Warjiyo berbicara tentang rupiah yang lemah."]),
    "match": (["Madrid beat Lyon 3-1.", "Two goals came in the last ten minutes.",
               "Coach Ana Prieto praised the young defenders."],
              ["Madrid mengalahkan Lyon 3-1.", "Dua gol lahir dalam sepuluh menit terakhir.",
               "Pelatih Ana Prieto memuji para bek muda."]),
}


def test_every_second_rewrite_is_asked_of_the_articles(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    rewrites = tmp_path / "docs.jsonl"
    addresses = {name: f"https://example.org/2026/03/04/{name}/" for name in STORIES}
    articles.write_text("".join(json.dumps(
        {"url": addresses[name], "title": english[0], "date": "2026-03-04",
         "text": "\n\n".join(english)}) + "\n" for name, (english, _) in STORIES.items()), "utf-8")
    rewrites.write_text("".join(json.dumps(
        {"doc": name, "source_url": addresses[name],
         "target_url": addresses[name].replace("example", "id.example"),
         "target": [{"text": text, "paragraph": number, "title": number == 0}
                    for number, text in enumerate(indonesian)]}) + "\n"
        for name, (_, indonesian) in STORIES.items()), "utf-8")
    told: list[float] = []
    found = answers(rewrites, articles, load(), told.append)
    assert [one.case.id for one in found] == ["flood", "match"]
    assert [one.place for one in found] == [1, 1]
    assert told == [0.5, 1.0]
    weights, _ = fit(found)
    assert weights["whole"] > 0
