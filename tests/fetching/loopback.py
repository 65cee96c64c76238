"""A real web server on loopback, whose every path misbehaves in its own way."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer

import pytest

from align.errors import FetchError
from align.fetching import FetchSettings, fetch

PAGE = b"<html><body><p>The harbour opened at dawn.</p></body></html>"

Route = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    routes: dict[str, Route]
    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.asked.append((self.path, headers))
        route = self.routes.get(self.path.partition("?")[0])
        if route is None:
            self.reply(404)
        else:
            route(self)

    def do_POST(self) -> None:
        self.posted = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.do_GET()

    def reply(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        headers.setdefault("content_length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Unnamed(ThreadingHTTPServer):
    """Without the look-up of its own name, which takes a while."""

    daemon_threads = True

    def server_bind(self) -> None:
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]


class Server:
    """A server and its routes: `server.on("/page", lambda h: h.reply(200, b"…"))`."""

    def __init__(self) -> None:
        self.handler = type("Routed", (Handler,), {"routes": {}, "asked": []})
        self.http = Unnamed(("127.0.0.1", 0), self.handler)
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        self.base = f"http://127.0.0.1:{self.http.server_port}"

    def on(self, path: str, route: Route) -> str:
        self.handler.routes[path] = route
        return self.base + path

    @property
    def asked(self) -> list[str]:
        return [path for path, _ in self.handler.asked if path != "/robots.txt"]


def outcome(url: str, settings: FetchSettings) -> str:
    """How opening a URL fails; its message must say what happened and what helps."""
    with pytest.raises(FetchError) as caught:
        fetch(url, settings=settings)
    message = str(caught.value)
    assert message.endswith(".")
    assert ";" in message
    return caught.value.outcome
