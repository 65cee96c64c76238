"""The client against real servers on loopback, well-behaved and not."""

import gzip
import resource
import shutil
import socket
import ssl
import subprocess
import threading
import time
from dataclasses import replace

import pytest
from loopback import PAGE, outcome

from align.errors import FetchError
from align.fetching import addresses, fetch, transport


def test_a_page_is_found(server, quick):
    url = server.on("/page", lambda h: h.reply(200, PAGE, content_type="text/html; charset=utf-8"))
    found = fetch(url, settings=quick)
    assert (found.data, found.url, found.status) == (PAGE, url, 200)
    assert found.content_type == "text/html; charset=utf-8"
    assert found.fetched_at.endswith("Z")


def test_gzip_is_inflated(server, quick):
    body = gzip.compress(PAGE) + gzip.compress(b"more")
    url = server.on("/page", lambda h: h.reply(200, body, content_encoding="gzip"))
    assert fetch(url, settings=quick).data == PAGE + b"more"


def test_a_gzip_bomb_never_stands_in_memory(server, quick):
    bomb = gzip.compress(bytes(2**27), 1)
    url = server.on("/bomb", lambda h: h.reply(200, bomb, content_encoding="gzip"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert outcome(url, quick) == "too large"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 60_000, "kilobytes"


@pytest.mark.parametrize("headers", [{}, {"content_length": "99999999"}], ids=["sent", "claimed"])
def test_a_large_page_is_refused(server, quick, headers):
    url = server.on("/large", lambda h: h.reply(200, b"x" * 3000, **headers))
    assert outcome(url, replace(quick, largest=2000)) == "too large"


def test_a_slow_drip_does_not_outlive_the_deadline(server, quick):
    sent = []

    def drip(handler):
        handler.send_response(200)
        handler.send_header("content-length", "100000")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            sent.append(1)
            time.sleep(0.05)

    assert outcome(server.on("/drip", drip), replace(quick, deadline=0.6)) == "timed out"
    assert len(sent) < 200


def test_dripped_headers_do_not_outlive_the_deadline(quick):
    sent = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def drip():
            connection, _ = listener.accept()
            with connection:
                try:
                    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 500:
                        connection.send(bytes([byte]))
                        sent.append(1)
                        time.sleep(0.05)
                except OSError:
                    pass

        threading.Thread(target=drip, daemon=True).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        assert outcome(url, replace(quick, deadline=0.6, robots=False)) == "timed out"
        assert len(sent) < 500


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for "localhost" that no one has signed but itself."""
    folder = tmp_path_factory.mktemp("tls")
    if shutil.which("openssl") is None:
        pytest.skip("needs the openssl command to make a certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out",
         folder / "cert.pem"], check=True, capture_output=True)
    return folder


def test_tls_is_verified_against_the_name_though_the_address_is_pinned(
        own_server, quick, certificate, monkeypatch):
    server = own_server
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
    server.on("/page", lambda h: h.reply(200, PAGE))
    by_address = f"https://127.0.0.1:{server.http.server_port}/page"
    by_name = by_address.replace("127.0.0.1", "localhost")
    settings = replace(quick, robots=False)
    assert outcome(by_name, settings) == "failed", "no one vouches for it"

    trusting = ssl.create_default_context(cafile=certificate / "cert.pem")
    monkeypatch.setattr(transport, "tls", lambda: trusting)
    monkeypatch.setattr(addresses, "look_up", lambda host, port: ["127.0.0.1"])
    assert fetch(by_name, settings=settings).data == PAGE
    assert outcome(by_address, settings) == "failed", "the certificate is for another name"


@pytest.mark.parametrize(("status", "expected"), [
    (401, "blocked"), (403, "blocked"), (429, "blocked"), (451, "blocked"), (404, "gone"),
    (410, "gone"), (400, "failed"), (500, "failed"), (503, "failed"), (204, None),
])
def test_statuses_have_outcomes(server, quick, status, expected):
    url = server.on("/page", lambda h: h.reply(status))
    if expected is None:
        assert fetch(url, settings=quick).status == status
    else:
        assert outcome(url, quick) == expected


def test_a_robot_check_is_blocked_even_with_status_200(server, cached):
    check = b"<html><p>Please enable JS and disable any ad blocker</p></html>"
    url = server.on("/page", lambda h: h.reply(200, check, content_type="text/html"))
    assert outcome(url, cached) == "blocked"
    assert outcome(url, cached) == "blocked"
    assert server.asked == ["/page", "/page"], "a robot check is not kept"


def test_a_blocked_message_names_the_ways_that_work(server, quick):
    with pytest.raises(FetchError, match=r"save the page in your browser.*licensed feed"):
        fetch(server.on("/page", lambda h: h.reply(403)), settings=quick)


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "application/zip"])
def test_what_is_no_page_is_not_an_article(server, quick, kind):
    url = server.on("/file", lambda h: h.reply(200, b"...", content_type=kind))
    assert outcome(url, quick) == "not an article"


def test_a_passing_fault_passes(server, quick):
    def second_time(handler):
        if len(server.asked) < 2:
            handler.reply(429, retry_after="0")
        else:
            handler.reply(200, PAGE)

    assert fetch(server.on("/page", second_time), settings=quick).data == PAGE


def test_retry_after_is_waited_for(server, quick, clock):
    def second_time(handler):
        if len(server.asked) < 2:
            handler.reply(503, retry_after="1")
        else:
            handler.reply(200, PAGE)

    fetch(server.on("/page", second_time), settings=quick)
    assert [wait for wait in clock.waits if wait] == [1.0]


def test_a_retry_after_beyond_the_deadline_is_not(server, quick, clock):
    url = server.on("/page", lambda h: h.reply(429, retry_after="3600"))
    assert outcome(url, quick) == "blocked"
    assert sum(clock.waits) == 0
    assert len(server.asked) == 1


def test_a_lasting_fault_is_not_tried_again(server, quick):
    assert outcome(server.on("/page", lambda h: h.reply(404)), quick) == "gone"
    assert len(server.asked) == 1


@pytest.mark.parametrize("fault", ["reset", "short", "empty", "nonsense", "cut gzip"])
def test_cut_connections_are_tried_again_then_fail(server, quick, fault):
    def cut(handler):
        if fault == "short":
            handler.reply(200, b"half", content_length="1000")
        elif fault == "cut gzip":
            handler.reply(200, gzip.compress(PAGE * 50)[:-40], content_encoding="gzip")
        elif fault == "nonsense":
            handler.wfile.write(b"this is no HTTP\r\n\r\n")
        elif fault == "reset":
            linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            handler.connection.close()
        handler.close_connection = True

    assert outcome(server.on("/page", cut), quick) == "failed"
    assert len(server.asked) == quick.attempts


def test_a_host_that_does_not_answer_fails_at_once(quick, clock):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert outcome(f"http://127.0.0.1:{port}/", replace(quick, backoff=5, deadline=30)) == "failed"
    assert sum(clock.waits) == 0


def test_a_cut_connection_once_is_forgiven(server, quick):
    def second_time(handler):
        if len(server.asked) < 2:
            handler.reply(200, b"half", content_length="1000")
            handler.close_connection = True
        else:
            handler.reply(200, PAGE)

    assert fetch(server.on("/page", second_time), settings=quick).data == PAGE


@pytest.mark.parametrize("body", [b"not gzip at all", gzip.compress(PAGE)[:3]],
                         ids=["no gzip", "cut"])
def test_broken_gzip_fails(server, quick, body):
    url = server.on("/page", lambda h: h.reply(200, body, content_encoding="gzip"))
    assert outcome(url, quick) == "failed"


def test_an_encoding_not_asked_for_fails(server, quick):
    url = server.on("/page", lambda h: h.reply(200, b"?", content_encoding="br"))
    assert outcome(url, quick) == "failed"


def test_redirects_are_followed(server, quick):
    server.on("/new", lambda h: h.reply(200, PAGE))
    url = server.on("/old", lambda h: h.reply(301, location="/new"))
    found = fetch(url, settings=quick)
    assert (found.url, found.requested) == (f"{server.base}/new", url)


@pytest.mark.parametrize("there", ["/b", "/a"], ids=["in a circle", "to itself"])
def test_a_redirect_loop_fails(server, quick, there):
    server.on("/b", lambda h: h.reply(302, location="/a"))
    url = server.on("/a", lambda h: h.reply(302, location=there))
    assert outcome(url, quick) == "failed"
    assert len(server.asked) <= quick.redirects + 1


@pytest.mark.parametrize("there", [
    "http://169.254.169.254/latest/meta-data/", "http://[::ffff:10.0.0.1]/", "http://10.0.0.1/",
    "http://192.168.1.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
    "http://0/", "http://[::]/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[64:ff9b::a00:1]/",
    "http://[2002:a00:1::]/", "http://224.0.0.1/", "http://100.64.0.1/", "http://255.255.255.255/",
    "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "http://example.org:22/",
    "http://user:word@example.org/", "//169.254.169.254/", "http://127.1/", "http://１２７.0.0.1:1/",
])
def test_a_redirect_to_where_we_do_not_go_is_refused(server, quick, there):
    url = server.on("/away", lambda h: h.reply(302, location=there.encode().decode("latin-1")))
    settings = replace(quick, robots=False)
    assert outcome(url, settings) == "refused address"
    assert outcome(there if "://" in there else f"http:{there}", settings) == "refused address"


def test_loopback_is_refused_unless_a_test_says_otherwise(server, quick):
    url = server.on("/page", lambda h: h.reply(200, PAGE))
    assert outcome(url, replace(quick, allow_loopback=False)) == "refused address"
    assert outcome("http://127.0.0.1/", replace(quick, allow_loopback=False)) == "refused address"
    assert outcome("http://localhost/", replace(quick, allow_loopback=False)) == "refused address"
    assert server.handler.asked == []
