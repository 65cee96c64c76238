"""The version a rewrite was made from is told from earlier, later and corrected ones."""

from dataclasses import replace
from pathlib import Path

import pytest

from align.encoders import Encoder
from align.finding.versions import choose, is_later
from align.model import Article
from align.reading import read
from align.sentences import segment

UNION = ("The union that represents dock workers said it had warned Marlow twice about the welds "
         "since October.")
REFUND = "Marlow said it would refund all tickets bought for this week within 10 days."


@pytest.fixture
def rewrite(demo: Path) -> Article:
    return replace(segment(read(demo / "rewrite.id.txt")), published="2026-03-05T01:00:00+07:00")


@pytest.fixture
def original(demo: Path) -> Article:
    return replace(read(demo / "original.en.txt"), published="2026-03-04T12:00:00+00:00")


def edited(article: Article, old: str, new: str, published: str = "") -> Article:
    assert old in article.text
    return segment(replace(article, text=article.text.replace(old, new), sentences=(),
                           published=published or article.published))


def test_the_version_without_what_the_rewriter_never_saw(original: Article, rewrite: Article,
                                                         encoder: Encoder) -> None:
    first = edited(original, UNION, "", "2026-03-04T11:00:00+00:00")
    best, rest = choose(rewrite, [segment(original), first], encoder)
    assert best.article is first
    assert best.score + rest.score == pytest.approx(1, abs=1e-3)
    assert [rest.article.sentences[n].text for n in rest.only] == [UNION]
    assert not best.unused


def test_the_version_with_what_the_rewrite_has(original: Article, rewrite: Article,
                                               encoder: Encoder) -> None:
    first = edited(original, REFUND, "")
    best, rest = choose(rewrite, [first, segment(original)], encoder)
    assert best.article.text == original.text
    assert best.coverage > rest.coverage
    assert [best.article.sentences[n].text for n in best.only] == [REFUND]


def test_a_contradicted_number_speaks_against_a_version(original: Article, rewrite: Article,
                                                        encoder: Encoder) -> None:
    wrong = edited(original, "about 9,000 passengers", "about 4,000 passengers")
    best, rest = choose(rewrite, [wrong, segment(original)], encoder)
    assert best.article.text == original.text
    assert rest.contradictions > best.contradictions


@pytest.mark.parametrize(("hours", "chosen"), [
    pytest.param((9, 12), 1, id="the-latest-before"),
    pytest.param((12, 20), 0, id="none-filed-after"),
])
def test_of_equal_versions_the_latest_before_the_rewrite(
        hours: tuple[int, int], chosen: int, original: Article, rewrite: Article,
        encoder: Encoder) -> None:
    versions = [segment(replace(original, published=f"2026-03-04T{hour:02}:00:00+00:00"))
                for hour in hours]
    assert choose(rewrite, versions, encoder)[0].article is versions[chosen]


def test_no_versions_and_one(original: Article, rewrite: Article, encoder: Encoder) -> None:
    assert choose(rewrite, [], encoder) == []
    (only,) = choose(rewrite, [segment(original)], encoder)
    assert only.score == 1.0


@pytest.mark.parametrize(("version", "rewrite_", "later"), [
    ("2026-03-05T01:00:00+00:00", "2026-03-05T07:00:00+07:00", True),
    ("2026-03-04T23:00:00+00:00", "2026-03-05T07:00:00+07:00", False),
    ("2026-03-05T23:00:00", "2026-03-05", False),
    ("2026-03-06", "2026-03-05T23:00:00+07:00", True),
    ("", "2026-03-05", False),
    ("2026-03-05", "yesterday", False),
])
def test_later(version: str, rewrite_: str, later: bool) -> None:
    assert is_later(version, rewrite_) is later
