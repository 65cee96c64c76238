"""Every way of looking, end to end against a stub of its service, with its faults."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from align.encoders import Encoder
from align.fetching import FetchSettings
from align.finding.discovery import discover
from align.finding.gathering import add
from align.finding.ways import ClosedError, Search, WaySettings, look, ways
from align.finding.ways.gdelt import parsed
from align.model import Article
from align.reading import read
from align.store import Store

STORY = "/world/marlow-ferries-halts-island-service-2026-03-04/"
HEADLINE = "Marlow Ferries halts island service after hull cracks found in two ships"


@pytest.fixture
def rewrite(demo: Path) -> Article:
    return replace(read(demo / "rewrite.id.txt"), published="2026-03-05T09:00:00+07:00")


@pytest.fixture
def settings(quick: FetchSettings) -> WaySettings:
    return WaySettings(fetch=quick, wayback="", gdelt="", publisher="127.0.0.1")


def test_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_SEARXNG", "http://localhost:8888/")
    monkeypatch.setenv("SELARAS_FEEDS", "/feeds")
    settings = WaySettings.from_environment()
    assert (settings.searxng, settings.folder) == ("http://localhost:8888", Path("/feeds"))
    assert settings.store is not None


def test_a_search_server_on_this_machine_opens_nothing_else_on_it(
        rewrite: Article, settings: WaySettings, stub: Any, page: str, encoder: Encoder) -> None:
    inner = stub.on("/news/copy", page).replace("127.0.0.1", "localhost")
    stub.on("/search", {"results": [{"url": inner, "title": HEADLINE}]})
    strict = replace(settings, searxng=stub.base,
                     fetch=replace(settings.fetch, allow_loopback=False))
    assert not discover(rewrite, strict, encoder, only=["searxng"]).articles
    assert {path for path, _ in stub.asked} == {"/search"}


def linked(rewrite: Article, url: str) -> Article:
    return replace(rewrite, provenance={"links": ["https://example.org/other-page", url]})


def test_ways_are_tried_from_certain_to_uncertain() -> None:
    assert ways() == ("store", "folder", "wayback", "gdelt", "searxng", "brave", "serper",
                      "newsapi", "mediacloud", "link")


def test_ways_that_are_not_set_up_say_so(rewrite: Article, settings: WaySettings,
                                         encoder: Encoder) -> None:
    found = discover(rewrite, settings, encoder)
    assert [step.outcome for step in found.steps] == ["closed"] * len(ways())
    assert "selaras store add" in found.explanation()
    with pytest.raises(ClosedError, match="no SearXNG"):
        look("searxng", Search(rewrite, settings, encoder))


def test_ones_own_store(rewrite: Article, settings: WaySettings, stories: Path, demo: Path,
                        encoder: Encoder, tmp_path: Path) -> None:
    shutil.copy(demo / "original.en.txt", stories)
    with Store(tmp_path / "s.db") as store:
        add([stories], store, encoder)
    steps: list[str] = []
    found = discover(rewrite, replace(settings, store=tmp_path / "s.db"), encoder,
                     progress=steps.append)
    assert [article.title for article in found.articles] == [HEADLINE]
    assert steps == ["looking: store"]
    assert found.steps[0].outcome == "found"


def test_a_watched_folder(rewrite: Article, settings: WaySettings, stories: Path, demo: Path,
                          encoder: Encoder) -> None:
    settings = replace(settings, folder=stories)
    assert not discover(rewrite, settings, encoder, only=["folder"]).articles
    shutil.copy(demo / "original.en.txt", stories)
    assert discover(rewrite, settings, encoder, only=["folder"]).articles[0].title == HEADLINE


@pytest.mark.parametrize("stated", ["links", "text"])
def test_the_live_page_at_a_link(stated: str, rewrite: Article, settings: WaySettings, stub: Any,
                                 page: str, encoder: Encoder) -> None:
    url = stub.on(STORY, page)
    asked = linked(rewrite, url) if stated == "links" else replace(
        rewrite, text=f"{rewrite.text}\n\nBerita asli: ({url}).")
    found = discover(asked, settings, encoder)
    assert found.articles[0].title == HEADLINE
    assert found.steps[-1].way == "link"


CDX = [["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"],
       ["x", "20260304120000", "{url}", "text/html", "200", "A", "1"],
       ["x", "20260304180000", "{url}", "text/html", "200", "B", "1"]]


def archive(stub: Any, page: str) -> str:
    url = str(stub.base + STORY)
    rows = [[cell.replace("{url}", url) for cell in row] for row in CDX]
    stub.on("/cdx/search/cdx", rows, kind="application/json")
    stub.on(f"/web/20260304120000id_/{url}", page.replace("9,000", "8,000"))
    stub.on(f"/web/20260304180000id_/{url}", page)
    return url


def test_the_archives_captures_are_versions(rewrite: Article, settings: WaySettings, stub: Any,
                                            page: str, encoder: Encoder) -> None:
    url = archive(stub, page)
    found = discover(linked(rewrite, url), replace(settings, wayback=stub.base), encoder)
    assert found.steps[-1].way == "wayback"
    assert {article.provenance["captured"] for article in found.articles} == {
        "20260304120000", "20260304180000"}
    assert {article.url for article in found.articles} == {url}
    asked = dict(stub.asked)["/cdx/search/cdx"]
    assert asked | {"limit": ""} == {
        "url": url, "output": "json", "filter": "statuscode:200", "collapse": "digest",
        "limit": "", "from": "20260225", "to": "20260405"}


def test_a_capture_that_is_gone_is_passed_over(rewrite: Article, settings: WaySettings, stub: Any,
                                               page: str, encoder: Encoder) -> None:
    url = archive(stub, page)
    del stub.answers[f"/web/20260304120000id_/{url}"]
    found = discover(linked(rewrite, url), replace(settings, wayback=stub.base), encoder)
    assert [article.provenance["captured"] for article in found.articles] == ["20260304180000"]


def test_gdelt_finds_the_address_and_the_archive_the_page(
        rewrite: Article, settings: WaySettings, stub: Any, page: str, encoder: Encoder) -> None:
    url = archive(stub, page)
    stub.on("/api/v2/doc/doc", {"articles": [
        {"url": f"{stub.base}/other", "title": "Chess pupil wins", "seendate": "20260304T120000Z"},
        {"url": url, "title": HEADLINE, "seendate": "20260304T120000Z", "domain": "127.0.0.1"}]})
    both = replace(settings, gdelt=stub.base, wayback=stub.base)
    found = discover(rewrite, both, encoder)
    assert found.articles[0].title == HEADLINE
    assert found.steps[-1].way == "gdelt"
    asked = dict(stub.asked)["/api/v2/doc/doc"]
    assert "domainis:127.0.0.1" in asked["query"]
    assert "Marlow" in asked["query"]
    assert asked["startdatetime"] == "20260226000000"
    assert asked["enddatetime"] == "20260306235959"


def test_a_lead_without_a_capture_is_opened_live(rewrite: Article, settings: WaySettings,
                                                 stub: Any, page: str, encoder: Encoder) -> None:
    url = stub.on(STORY, page)
    stub.on("/cdx/search/cdx", "[]")
    stub.on("/api/v2/doc/doc", {"articles": [{"url": url, "title": HEADLINE}]})
    both = replace(settings, gdelt=stub.base, wayback=stub.base)
    found = discover(rewrite, both, encoder)
    assert found.articles[0].title == HEADLINE
    outcomes = {step.way: step.outcome for step in found.steps}
    assert outcomes["gdelt"] == "nothing"
    assert outcomes["link"] == "found"


@pytest.mark.parametrize(("title", "accepted"), [
    pytest.param(HEADLINE, True, id="its-headline"),
    pytest.param("Chess pupil wins national title", False, id="another-headline"),
])
def test_a_syndicated_copy_when_the_page_is_blocked(
        title: str, accepted: bool, rewrite: Article, settings: WaySettings, stub: Any, page: str,
        encoder: Encoder) -> None:
    blocked = stub.on(STORY, "no", status=403)
    copy = stub.on("/news/copy", page).replace("127.0.0.1", "localhost")
    stub.on("/api/v2/doc/doc", {"articles": [{"url": blocked, "title": title,
                                              "seendate": "20260201T120000Z"}]})
    stub.on("/search", {"results": [{"url": copy, "title": HEADLINE, "content": "…"}]})
    both = replace(settings, gdelt=stub.base, searxng=stub.base)
    found = discover(rewrite, both, encoder)
    assert bool(found.articles) is accepted
    queries = [query["q"] for path, query in stub.asked if path == "/search"]
    assert queries[0] == title
    assert "March 2026" in queries[-1]
    if not accepted:
        assert found.steps[-1].outcome == "blocked"
        assert "save" in found.explanation().lower()


KEYED = {
    "brave": ("/res/v1/news/search", "results", "url", "X-Subscription-Token", "{}"),
    "serper": ("/news", "news", "link", "X-API-KEY", "{}"),
    "newsapi": ("/v2/everything", "articles", "url", "X-Api-Key", "{}"),
    "mediacloud": ("/api/search/story-list", "stories", "url", "Authorization", "Token {}"),
}


@pytest.mark.parametrize("name", KEYED)
def test_services_that_want_a_key(name: str, rewrite: Article, settings: WaySettings, stub: Any,
                                  page: str, encoder: Encoder,
                                  monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path, among, address, header, form = KEYED[name]
    variable = f"SELARAS_{name.upper()}_KEY"
    kept = replace(settings.fetch, cache=tmp_path / "cache")
    asked = replace(settings, fetch=kept, **{name: stub.base})
    monkeypatch.delenv(variable, raising=False)
    closed = discover(rewrite, asked, encoder, only=[name])
    assert [(step.outcome, variable in step.message) for step in closed.steps] == [("closed", True)]
    monkeypatch.setenv(variable, "secret-key")
    copy = stub.on("/story", page)
    stub.on(path, {among: [{address: copy, "title": HEADLINE}, {address: None}]})
    found = discover(rewrite, replace(asked, publisher="example.org"), encoder, only=[name])
    assert found.articles[0].title == HEADLINE
    assert stub.headers[path][header] == form.format("secret-key")
    assert not any("secret-key" in value for value in stub.headers["/story"].values())
    written = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert not any(b"secret-key" in data for data in written)
    assert "secret-key" not in repr(found)


@pytest.mark.parametrize("name", KEYED)
def test_a_refused_key_is_a_step(name: str, rewrite: Article, settings: WaySettings, stub: Any,
                                 encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"SELARAS_{name.upper()}_KEY", "secret-key")
    stub.on(KEYED[name][0], '{"status": "error"}', status=401)
    asked = replace(settings, **{name: stub.base})
    found = discover(rewrite, asked, encoder, only=[name])
    assert found.steps[0].outcome == "blocked"
    assert "secret-key" not in found.explanation()


@pytest.mark.parametrize(("text", "titles"), [
    pytest.param('{"articles": [{"title": "a\\d b"}]}', ["a\\d b"], id="stray-backslash"),
    pytest.param('{"articles": [{"title": "a\tb"}]}', ["a\tb"], id="control-character"),
    pytest.param('{"articles": [{"title": "\\u00e9\\n"}]}', ["é\n"], id="right-escapes"),
    pytest.param(" ", [], id="blank"),
])
def test_gdelts_json_is_read_as_it_comes(text: str, titles: list[str]) -> None:
    assert [one["title"] for one in parsed(text).get("articles", [])] == titles
