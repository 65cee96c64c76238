"""Addresses of the original that a rewrite links to or names, and the ways that open them."""

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import httpcore
import pytest

from align.encoders import Encoder
from align.fetching import FetchSettings, addresses
from align.finding.discovery import discover
from align.finding.links import links
from align.finding.ways import WaySettings
from align.model import Article
from align.reading import parse

PATH = "/world/marlow-ferries-halts-island-service-2026-03-04/"
ADDRESS = f"http://www.reuters.com{PATH}"
HEADLINE = "Marlow Ferries halts island service after hull cracks found in two ships"


@pytest.fixture
def rewrite(demo: Path) -> Article:
    """The demo's rewrite as a page that names no address, and links to one in its first words."""
    title, first, *rest = (demo / "rewrite.id.txt").read_text("utf-8").strip().split("\n\n")
    body = "".join(f"<p>{escape(text)}</p>" for text in rest)
    return parse((
        '<!DOCTYPE html><html lang="id"><head><meta property="og:url" '
        f'content="https://www.situs.co.id/dunia/feri"><title>{title}</title></head><body><nav><ul>'
        '<li><a href="https://www.reuters.com/world/another-story-2026-03-04/">Reuters</a></li>'
        f"</ul></nav><article><h1>{title}</h1><p>{escape(first)} Demikian "
        f'<a href="{ADDRESS}">dikutip dari Reuters</a>, Kamis (5/3/2026).</p>{body}</article>'
        "</body></html>").encode())


@pytest.fixture
def web(stub: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A web in which every host is the stub."""
    connect = httpcore.SyncBackend.connect_tcp
    port = int(stub.base.rpartition(":")[2])
    monkeypatch.setattr(addresses, "look_up", lambda host, port: ["127.0.0.1"])
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp",
                        lambda self, host, _, *more: connect(self, host, port, *more))
    return stub


@pytest.fixture
def settings(quick: FetchSettings) -> WaySettings:
    return WaySettings(fetch=quick, wayback="", gdelt="")


def test_the_live_page_behind_the_words_that_credit_it(
        rewrite: Article, settings: WaySettings, web: Any, page: str, encoder: Encoder) -> None:
    assert "http" not in rewrite.text
    web.on(PATH, page)
    found = discover(rewrite, settings, encoder, only=["link"])
    assert [article.title for article in found.articles] == [HEADLINE]
    assert [step.outcome for step in found.steps] == ["found"]
    assert [path for path, _ in web.asked] == [PATH]
    assert web.headers[PATH]["Host"] == "www.reuters.com"


def test_its_capture_in_the_archive(rewrite: Article, settings: WaySettings, stub: Any, page: str,
                                    encoder: Encoder) -> None:
    stub.on("/cdx/search/cdx", [["timestamp", "original"], ["20260304120000", ADDRESS]])
    stub.on(f"/web/20260304120000id_/{ADDRESS}", page)
    found = discover(rewrite, replace(settings, wayback=stub.base), encoder, only=["wayback"])
    assert [article.url for article in found.articles] == [ADDRESS]
    assert dict(stub.asked)["/cdx/search/cdx"]["url"] == ADDRESS


@pytest.mark.parametrize(("linked", "text", "found"), [
    pytest.param([ADDRESS], f"({ADDRESS}b/).", [ADDRESS, f"{ADDRESS}b/"], id="linked-then-written"),
    pytest.param([ADDRESS], f"Baca {ADDRESS}.", [ADDRESS], id="both"),
    pytest.param([f"{ADDRESS}(a)"], "", [f"{ADDRESS}(a)"], id="linked-as-it-is"),
    pytest.param(["https://www.reuters.com/", "https://notreuters.com/world/a-long-story"], "", [],
                 id="front-page-and-another-site"),
    pytest.param(ADDRESS, "", [], id="no-list"),
    pytest.param([None, 3, ["x"]], "", [], id="no-addresses"),
    pytest.param([], "", [], id="none"),
])
def test_addresses(linked: object, text: str, found: list[str]) -> None:
    rewrite = Article(text=f"Judul\n\n{text}", provenance={"links": linked})
    assert links(rewrite, "reuters.com") == found
