"""Which URLs and addresses are opened."""

import ipaddress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import FetchError
from align.fetching import addresses, fetch
from align.fetching.addresses import checked_addresses, checked_url, is_public


@pytest.mark.parametrize("url", [
    "https://www.reuters.com/world/", "http://example.org:80/", "https://example.org:443/x?y#z",
    "https://münchen.example/", "http://93.184.216.34/", "HTTPS://EXAMPLE.ORG/", "https://1and1.com/",
])
def test_public_addresses_pass(url):
    assert checked_url(url).hostname


@pytest.mark.parametrize("url", [
    "", "reuters.com", "http://", "http:///path", "https://exa mple.org/", "http://[::1", "data:,x",
    "javascript:alert(1)", "http://example.org:99999/", "http://example.org\\@10.0.0.1/",
    "http://1.2.3/", "http://0x7f.1/", "http://017700000001/", "http://example.org:8080/",
])
def test_others_do_not(url):
    with pytest.raises(FetchError) as caught:
        checked_url(url)
    assert caught.value.outcome == "refused address"


@given(st.ip_addresses(v=4))
def test_an_address_in_disguise_is_as_public_as_itself(address):
    number = int(address)
    for disguise in (f"::ffff:{address}", f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}",
                     f"2002:{number >> 16:x}:{number & 0xFFFF:x}::"):
        assert not is_public(ipaddress.ip_address(disguise)) or is_public(address)


@pytest.mark.parametrize("network", [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "::1/128",
    "fc00::/7", "fe80::/10", "ff00::/8", "2001:db8::/32", "::/128",
])
def test_no_network_that_is_not_the_internet_is_public(network):
    span = ipaddress.ip_network(network)
    assert not is_public(span[0])
    assert not is_public(span[-1])


@pytest.mark.parametrize("public", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_the_internet_is_public(public):
    assert is_public(ipaddress.ip_address(public))


def test_one_private_address_among_public_ones_is_refused(monkeypatch):
    monkeypatch.setattr(addresses, "look_up", lambda host, port: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        checked_addresses("example.org", 80, within=1)


def test_a_name_that_changes_its_answer_gains_nothing(server, quick, monkeypatch):
    """The first answer is checked and connected to; the second is checked anew."""
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    asked = []

    def rebinding(host, port):
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    monkeypatch.setattr(addresses, "look_up", rebinding)
    page = server.on("/page", lambda h: h.reply(200, b"<p>safe</p>"))
    url = page.replace("127.0.0.1", "localhost")
    settings = replace(quick, robots=False)
    assert fetch(url, settings=settings).data == b"<p>safe</p>"
    assert asked == ["localhost"], "looked up once, and connected to what was checked"
    with pytest.raises(FetchError, match=r"169\.254\.169\.254"):
        fetch(url, settings=settings)


def test_a_look_up_that_never_ends_times_out(monkeypatch):
    import threading

    monkeypatch.setattr(addresses, "look_up", lambda host, port: threading.Event().wait(3) or [])
    with pytest.raises(FetchError) as caught:
        checked_addresses("example.org", 80, within=0.1)
    assert caught.value.outcome == "timed out"


def test_a_name_without_address_fails(monkeypatch):
    def unknown(host, port):
        raise OSError("no such host")

    monkeypatch.setattr(addresses, "look_up", unknown)
    with pytest.raises(FetchError, match="no host"):
        checked_addresses("nowhere.example", 80, within=1)
