"""Queries, links, wire ids and the test for copies."""

from datetime import date
from pathlib import Path

import pytest

from align.finding.copies import is_copy, overlap
from align.finding.links import links, of_publisher, wire_day
from align.finding.queries import names, phrase, window
from align.model import Article
from align.reading import read


def test_names_are_english_joined_and_counted(demo: Path) -> None:
    found = names(read(demo / "rewrite.id.txt"), 8)
    assert found[0] == "Marlow Ferries"
    assert "Tansey" in " ".join(found)
    assert "Daniel Hollis" in found


def test_exonyms_are_turned_back() -> None:
    article = Article(language="id", text="Gedung Putih menolak\n\nKata Gedung Putih di Jenewa.")
    assert names(article, 3) == ["White House", "Geneva"]


def test_a_query_quotes_names_of_several_words() -> None:
    assert phrase(["White House", "Geneva"]) == '"White House" Geneva'


def test_the_window_ends_a_day_after_the_rewrite() -> None:
    assert window(Article(published="2026-03-05T09:00:00+07:00"), 7) == (
        date(2026, 2, 26), date(2026, 3, 6))
    assert window(Article(), 7) is None


def test_links_to_the_publishers_articles_only() -> None:
    text = ("Judul\n\nLihat https://www.reuters.com/world/story-2026-03-04/. Juga "
            "https://www.reuters.com/ dan https://notreuters.com/world/story-one dan "
            "http://[bad/ (https://reuters.com/article/idUSKBN29J2AP)")
    article = Article(text=text, provenance={"links": ["https://uk.reuters.com/article/abc-def"]})
    assert links(article, "reuters.com") == [
        "https://uk.reuters.com/article/abc-def", "https://www.reuters.com/world/story-2026-03-04/",
        "https://reuters.com/article/idUSKBN29J2AP"]
    assert not of_publisher("http://[bad/", "reuters.com")


@pytest.mark.parametrize(("url", "day"), [
    ("https://www.reuters.com/article/us-x-idUSKBN2AP1XY", None),
    ("https://www.reuters.com/article/us-x-idUSKBN2AP", date(2021, 2, 25)),
    ("https://www.reuters.com/article/us-x-idUSKCN29J", date(2021, 1, 14)),
    ("https://www.reuters.com/world/x-2026-03-04/", None),
])
def test_wire_ids_tell_the_day(url: str, day: date | None) -> None:
    assert wire_day(url) == day


HEADLINE = "Marlow Ferries halts island service after cracks"
BODY = "PORT ELLERY (Reuters) - " + "The ferries will stay in port for now. " * 12


@pytest.mark.parametrize(("title", "published", "body", "copy"), [
    pytest.param("Marlow Ferries halts island service", "", BODY, True, id="same-headline"),
    pytest.param("Marlow halts ferries after cracks in hull", "2026-03-05", BODY, True,
                 id="likeness-and-day"),
    pytest.param("Marlow shares fall on news of ferries", "", BODY, False, id="less-like-undated"),
    pytest.param("Marlow shares fall on news of ferries", "2026-03-09", BODY, False,
                 id="less-like-later"),
    pytest.param(HEADLINE, "", BODY.replace("Reuters", "AFP"), False, id="another-agency"),
    pytest.param(HEADLINE, "", BODY[:300], False, id="too-short"),
    pytest.param("", "", BODY, False, id="no-headline"),
])
def test_copies(title: str, published: str, body: str, copy: bool) -> None:
    page = Article(title=title, published=published, text=f"{title}\n\n{body}".strip())
    assert is_copy(page, HEADLINE, "2026-03-04") is copy


def test_overlap_is_a_share() -> None:
    assert overlap("Ferries halt", "FERRIES halt service") == 1
    assert overlap("", "Ferries") == 0
