"""The loopback server of `selaras review`: pages out, decisions in, nobody else let in.

It listens on 127.0.0.1 and a port that is free, answers only who came through its first address
(guard.py), and stops with the terminal.
"""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

from align.review.guard import Guard
from align.review.handler import Pages, answering
from align.review.shelf import Shelf


def serve(shelf: Shelf, pages: Pages) -> tuple[ThreadingHTTPServer, Guard]:
    """A server that listens already; `serve_forever` lets it answer.

    Raises:
        OSError: no port can be had.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    guard = Guard(server.server_address[1])
    server.RequestHandlerClass = answering(shelf, pages, guard)
    server.daemon_threads = True
    return server, guard


def article_path(place: str) -> str:
    """Where the page of an article lies."""
    return "/article/" + quote(place, safe="/")


def post_path(what: str, place: str) -> str:
    """Where a page sends "events", "words" or "link" to."""
    return f"/{what}/" + quote(place, safe="/")
