"""What we send, what we keep, and how we treat a host."""

import gzip
from dataclasses import replace

import pytest
from loopback import PAGE, outcome

from align.fetching import FetchSettings, fetch


def test_we_say_who_we_are_and_what_we_take(server, quick):
    url = server.on("/page", lambda h: h.reply(200, PAGE))
    fetch(url, settings=replace(quick, contact="desk@example.org\r\nX-Evil: 1"))
    sent = server.handler.asked[-1][1]
    assert sent["user-agent"].startswith("selaras/")
    assert "desk@example.orgX-Evil: 1" in sent["user-agent"]
    assert "x-evil" not in sent
    assert sent["accept-encoding"] == "gzip"


def test_the_contact_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("SELARAS_CONTACT", "desk@example.org")
    assert "desk@example.org" in FetchSettings().user_agent


def test_proxy_variables_are_not_heeded(server, quick, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(server.on("/page", lambda h: h.reply(200, PAGE)), settings=quick).data == PAGE


def test_keys_stay_with_their_host(server, quick):
    server.on("/there", lambda h: h.reply(200, PAGE))
    other = server.base.replace("127.0.0.1", "localhost") + "/there"
    url = server.on("/here", lambda h: h.reply(302, location=other))
    fetch(url, settings=quick, headers={"X-Key": "secret"})
    sent = {path: headers.get("x-key") for path, headers in server.handler.asked
            if path != "/robots.txt"}
    assert sent == {"/here": "secret", "/there": None}


def test_content_is_posted(server, quick):
    url = server.on("/search", lambda h: h.reply(200, h.posted[::-1]))
    assert fetch(url, settings=quick, content=b"abc").data == b"cba"


def test_robots_txt_is_heeded(server, quick):
    server.on("/robots.txt", lambda h: h.reply(200, b"User-agent: *\nDisallow: /private*/x$\n"))
    server.on("/private/y", lambda h: h.reply(200, PAGE))
    url = server.on("/private/x", lambda h: h.reply(200, PAGE))
    assert outcome(url, quick) == "blocked"
    assert server.asked == []
    assert fetch(f"{server.base}/private/y", settings=quick).data == PAGE
    assert fetch(url, settings=replace(quick, robots=False)).data == PAGE
    assert [path for path, _ in server.handler.asked].count("/robots.txt") == 1


def test_our_own_robots_group_counts_before_the_general_one(server, quick):
    rules = b"User-agent: *\nDisallow:\n\nUser-agent: selaras\nDisallow: /\n"
    server.on("/robots.txt", lambda h: h.reply(200, rules))
    assert outcome(server.on("/page", lambda h: h.reply(200, PAGE)), quick) == "blocked"


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False)])
def test_a_missing_robots_txt_forbids_nothing_a_broken_one_all(server, quick, status, allowed):
    server.on("/robots.txt", lambda h: h.reply(status))
    url = server.on("/page", lambda h: h.reply(200, PAGE))
    if allowed:
        assert fetch(url, settings=quick).data == PAGE
    else:
        assert outcome(url, quick) == "blocked"


def test_a_host_is_given_a_pause(server, quick, clock):
    url = server.on("/page", lambda h: h.reply(200, PAGE))
    settings = replace(quick, pause=0.3, robots=False)
    began = clock.monotonic()
    for _ in range(3):
        fetch(url, settings=settings)
    assert clock.monotonic() - began >= 0.6
    assert max(clock.waits) <= 0.3


def test_a_page_is_taken_from_the_cache(server, cached):
    url = server.on("/page", lambda h: h.reply(200, gzip.compress(PAGE), content_encoding="gzip",
                                               content_type="text/html"))
    first, second = fetch(url, settings=cached), fetch(url, settings=cached)
    assert (first.data, first.from_cache) == (PAGE, False)
    assert (second.data, second.from_cache) == (PAGE, True)
    assert second.content_type == "text/html"
    assert server.asked == ["/page"]


def test_what_a_key_opens_is_not_kept(server, cached):
    url = server.on("/page", lambda h: h.reply(200, PAGE))
    for _ in range(2):
        fetch(url, settings=cached, headers={"X-Key": "secret"})
    assert len(server.asked) == 2
    kept = b"".join(file.read_bytes() for file in cached.cache.rglob("*") if file.is_file())
    assert b"secret" not in kept


def test_errors_and_large_pages_are_not_kept(server, cached):
    gone = server.on("/gone", lambda h: h.reply(404))
    large = server.on("/large", lambda h: h.reply(200, b"x" * 3000))
    for _ in range(2):
        assert outcome(gone, cached) == "gone"
        assert outcome(large, replace(cached, largest=2000)) == "too large"
    assert len(server.asked) == 4


@pytest.mark.parametrize("spoiled", ["database", "folder"])
def test_a_spoiled_cache_is_done_without(server, cached, spoiled, capfd):
    if spoiled == "folder":
        cached.cache.write_text("a file where the folder should be")
    else:
        cached.cache.mkdir()
        (cached.cache / "pages-2.db").write_bytes(b"this is no database" * 500)
    url = server.on("/page", lambda h: h.reply(200, PAGE))
    assert fetch(url, settings=cached).data == PAGE
    assert capfd.readouterr().err == ""
