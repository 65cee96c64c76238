"""Every service's faults, on the wire and in what it says: each ends in one clear step."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from align.encoders import Encoder
from align.fetching import FetchSettings
from align.finding.discovery import Discovery, discover
from align.finding.ways import WaySettings
from align.model import Article
from align.reading import read

STORY = "/world/marlow-ferries-halts-island-service-2026-03-04/"
KEYED = ("brave", "serper", "newsapi", "mediacloud")
SERVICES = {
    "wayback": "/cdx/search/cdx", "gdelt": "/api/v2/doc/doc", "searxng": "/search",
    "brave": "/res/v1/news/search", "serper": "/news", "newsapi": "/v2/everything",
    "mediacloud": "/api/search/story-list", "link": STORY,
}
ON_THE_WIRE: dict[str, tuple[str, dict[str, Any]]] = {
    "429 with Retry-After": ("blocked", {"status": 429, "retry_after": "60"}),
    "server error": ("failed", {"status": 500}),
    "redirect loop": ("failed", {"status": 302, "location": "?again=1"}),
    "cut connection": ("failed", {"body": "x" * 400, "sent": 100}),
    "wrong length": ("failed", {"body": "{}", "length": 4000}),
    "slow drip": ("timed out", {"body": "[" * 400, "drip": 0.2}),
}
IN_THE_ANSWER: dict[str, dict[str, Any]] = {
    "invalid JSON": {"body": '{"articles": [', "kind": "application/json"},
    "plain words": {"body": "Your query was too short or too long."},
    "empty answer": {"body": b""},
    "wrong charset": {"body": b"\xff\xfe\x00[\xd8", "kind": "application/json; charset=utf-16"},
    "another shape": {"body": '[{"results": 3}, "articles"]', "kind": "application/json"},
    "another shape within": {"body": json.dumps({"articles": 3, "news": "none", "stories": [4],
                                                 "results": [[], 4]})},
    "nested": {"body": "[" * 100_000, "kind": "application/json"},
}


@pytest.fixture
def settings(quick: FetchSettings, stub: Any, monkeypatch: pytest.MonkeyPatch) -> WaySettings:
    """Every service is the stub, and every key is set."""
    for name in KEYED:
        monkeypatch.setenv(f"SELARAS_{name.upper()}_KEY", "secret-key")
    every = dict.fromkeys(("wayback", "gdelt", "searxng", *KEYED), stub.base)
    return WaySettings(fetch=quick, publisher="127.0.0.1", **every)


@pytest.fixture
def rewrite(demo: Path, stub: Any) -> Article:
    return replace(read(demo / "rewrite.id.txt"), published="2026-03-05T09:00:00+07:00",
                   provenance={"links": [stub.base + STORY]})


@pytest.mark.parametrize("fault", ON_THE_WIRE)
@pytest.mark.parametrize("name", SERVICES)
def test_a_fault_on_the_wire(name: str, fault: str, settings: WaySettings, rewrite: Article,
                             stub: Any, encoder: Encoder) -> None:
    outcome, answer = ON_THE_WIRE[fault]
    stub.on(SERVICES[name], **answer)
    if outcome == "timed out":
        settings = replace(settings, fetch=replace(settings.fetch, deadline=0.5))
    assert one_step(discover(rewrite, settings, encoder, only=[name]), name) == outcome


@pytest.mark.parametrize("fault", IN_THE_ANSWER)
@pytest.mark.parametrize("name", SERVICES)
def test_a_fault_in_the_answer(name: str, fault: str, settings: WaySettings, rewrite: Article,
                               stub: Any, encoder: Encoder) -> None:
    stub.on(SERVICES[name], **IN_THE_ANSWER[fault])
    outcome = one_step(discover(rewrite, settings, encoder, only=[name]), name)
    assert outcome in ("nothing", "not an article" if name == "link" else "failed")
    assert {path for path, _ in stub.asked} == {SERVICES[name]}


def one_step(found: Discovery, name: str) -> str:
    """How a way that found nothing ended, told in one paragraph that gives no key away."""
    assert not found.articles
    assert [step.way for step in found.steps] == [name]
    assert f"{name}: " in found.explanation()
    assert "\n" not in found.explanation()
    assert "secret-key" not in repr(found)
    return found.steps[0].outcome


@pytest.mark.parametrize("name", KEYED)
@pytest.mark.parametrize("secret", ["kunci-é", "two\nlines", "“quoted”"])
def test_a_key_that_no_header_can_carry(name: str, secret: str, settings: WaySettings,
                                        rewrite: Article, encoder: Encoder,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"SELARAS_{name.upper()}_KEY", secret)
    found = discover(rewrite, settings, encoder, only=[name])
    assert one_step(found, name) == "closed"
    assert f"SELARAS_{name.upper()}_KEY" in found.explanation()
    assert secret not in found.explanation()
