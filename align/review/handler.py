"""What the loopback server answers: pages, decisions saved, and a reason for everything refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from align.errors import InputError, SelarasError
from align.review.guard import HEADERS, Guard
from align.review.journal import NotSavedError
from align.review.shelf import Shelf

LARGEST = 8_000_000  # bytes of a request
PATIENCE = 30  # seconds that a silent connection is kept

Page = Callable[[Shelf, str], str]


@dataclass(frozen=True, slots=True)
class Pages:
    """How the pages are made: that of an article (by its place), of the list, of a difference."""

    article: Page
    index: Callable[[Shelf], str]
    message: Callable[[str], str]


class Handler(BaseHTTPRequestHandler):
    """One request; `answering` says for which shelf, with which pages and behind which guard."""

    shelf: Shelf
    pages: Pages
    guard: Guard
    protocol_version = "HTTP/1.1"
    server_version = "Selaras"
    sys_version = ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        token = parse_qs(address.query).get("token", [""])[0]
        if not self.guard.is_own_host(self.headers):  # type: ignore[arg-type]
            self._refuse("This is not the address that Selaras is at.")
        elif token and self.guard.is_token(token):
            self._see_other(address.path or "/")
        elif not self.guard.has_cookie(self.headers):  # type: ignore[arg-type]
            self._refuse("Open the address that 'selaras review' printed in the terminal.")
        else:
            self._page(address.path)

    def do_POST(self) -> None:
        body = self._body()
        if body is None:
            return
        headers: Any = self.headers
        if not (self.guard.is_own_host(headers) and self.guard.is_own_origin(headers)
                and self.guard.has_cookie(headers)):
            self._problem(HTTPStatus.FORBIDDEN, "Only Selaras's own page may decide here; "
                          "open the address that the terminal shows.")
            return
        try:
            self._json(HTTPStatus.OK, self._act(urlsplit(self.path).path, json.loads(body)))
        except NotSavedError as error:
            self._problem(HTTPStatus.INSUFFICIENT_STORAGE, str(error))
        except (SelarasError, ValueError, KeyError, TypeError, AttributeError) as error:
            told = str(error) if isinstance(error, SelarasError) else "This is no request."
            self._problem(HTTPStatus.BAD_REQUEST, told)

    def _page(self, path: str) -> None:
        try:
            if path == "/":
                html = (self.pages.article(self.shelf, "") if self.shelf.places == ("",)
                        else self.pages.index(self.shelf))
            elif path.startswith("/article/"):
                html = self.pages.article(self.shelf, unquote(path.removeprefix("/article/")))
            else:
                raise InputError("There is no such page.")
        except SelarasError as error:
            self._html(HTTPStatus.NOT_FOUND, self.pages.message(str(error)))
        else:
            self._html(HTTPStatus.OK, html)

    def _act(self, path: str, plain: Any) -> dict[str, Any]:
        _, what, place = path.split("/", 2)
        place = unquote(place)
        if what == "events":
            return {"saved": [event.id for event in self.shelf.save(place, plain["events"])]}
        if what == "words":
            return {"message": self.shelf.ignore_alike(place, plain["flag"])}
        if what == "link":
            self.shelf.link(place, plain["kind"], plain["beads"])
            return {}
        raise InputError("There is no such page.")

    def _body(self) -> bytes | None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit() and int(length) <= LARGEST):
            self.close_connection = True
            self._problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                          "This is more than a page ever sends at once.")
            return None
        return self.rfile.read(int(length))

    def _refuse(self, why: str) -> None:
        self._html(HTTPStatus.FORBIDDEN, self.pages.message(why))

    def _see_other(self, path: str) -> None:
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", path if path.startswith("/") else "/")
        self.send_header("Set-Cookie", self.guard.set_cookie)
        self._end(b"", "text/plain")

    def _problem(self, status: HTTPStatus, why: str) -> None:
        self._json(status, {"problem": why})

    def _json(self, status: HTTPStatus, plain: Any) -> None:
        self.send_response(status)
        self._end(json.dumps(plain).encode(), "application/json")

    def _html(self, status: HTTPStatus, html: str) -> None:
        self.send_response(status)
        self._end(html.encode("utf-8", "replace"), "text/html; charset=utf-8")

    def _end(self, body: bytes, kind: str) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal stays quiet."""


def answering(shelf: Shelf, pages: Pages, guard: Guard) -> type[Handler]:
    """The handler of one server."""
    return type("Answering", (Handler,), {"shelf": shelf, "pages": pages, "guard": guard})
