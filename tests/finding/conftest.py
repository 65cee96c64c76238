"""What tests of finding share: an encoder, a few invented English stories, a web server."""

import json
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from align.encoders import Encoder, load
from align.fetching import FetchSettings

STORIES = {
    "harvest": "Dry spring cuts wheat harvest in Lower Tarn\n\nFarmers in the Lower Tarn valley "
               "expect to bring in a third less wheat than last year after the driest spring "
               "since 1976. Irrigation channels ran empty in May. The ministry of agriculture "
               "said it would pay out 40 million crowns in emergency aid.",
    "chess": "Sixteen-year-old wins national chess title\n\nMira Castellan, a pupil from "
             "Brackwater, became the youngest national chess champion on Sunday. She beat the "
             "grandmaster Otto Wend in 52 moves. Her school gave all pupils a day off.",
    "bridge": "Kestrel Bridge to close for two years\n\nThe Kestrel Bridge will close to traffic "
              "in January for repairs that will take two years, the city council said. Some "
              "31,000 cars cross it every day. Ferries will run every ten minutes instead.",
    "storm": "Ferries cancelled as storm nears Tansey Islands\n\nAll ferries to the Tansey "
             "Islands were cancelled on Saturday as a winter storm drew near. Winds of up to 120 "
             "kilometres an hour were forecast. Islanders were told to stay indoors.",
}
DEMO = Path(__file__).resolve().parents[2] / "data" / "demo"


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load(cache=False)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder of invented stories, none of them the demo's original."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text + "\n", "utf-8")
    return folder


@pytest.fixture
def demo() -> Path:
    """The folder of the demo pair."""
    return DEMO


class Stub:
    """A web server on loopback; `on(path, answer)` says how a path is answered."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.headers: dict[str, Mapping[str, str]] = {}
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                path = unquote(parts.path)
                stub.headers[path] = dict(self.headers.items())
                if path != "/robots.txt":
                    stub.asked.append((path, dict(parse_qsl(parts.query))))
                stub.answers.get(path, Answer(status=404)).give(self)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.do_GET()

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        self.base = f"http://127.0.0.1:{self.http.server_port}"

    def on(self, path: str, body: str | bytes | list[Any] | dict[str, Any] = b"",
           **more: Any) -> str:
        if isinstance(body, (list, dict)):
            body = json.dumps(body)
        data = body.encode() if isinstance(body, str) else body
        self.answers[path] = Answer(data, **more)
        return self.base + path


@dataclass(frozen=True)
class Answer:
    """`length` is what is promised, `sent` how much of it comes, `drip` seconds between bytes."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    location: str = ""
    retry_after: str = ""
    length: int | None = None
    sent: int | None = None
    drip: float = 0.0

    def give(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(self.status)
        handler.send_header("Content-Type", self.kind)
        handler.send_header("Content-Length", str(self.length or len(self.body)))
        for name, value in (("Location", self.location), ("Retry-After", self.retry_after)):
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        try:
            for at in range(0, len(self.body[:self.sent]), 1 if self.drip else 1 << 20):
                handler.wfile.write(self.body[:self.sent][at:at + (1 if self.drip else 1 << 20)])
                handler.wfile.flush()
                time.sleep(self.drip)
        except OSError:
            pass
        if self.sent is not None or self.length:
            handler.close_connection = True


@pytest.fixture
def stub() -> Iterator[Stub]:
    running = Stub()
    yield running
    running.http.shutdown()
    running.http.server_close()


@pytest.fixture
def quick() -> FetchSettings:
    """Settings for the stub: no pauses, no cache, little patience."""
    return FetchSettings(allow_loopback=True, pause=0, backoff=0.01, deadline=1.0, cache=None)


@pytest.fixture
def page(demo: Path) -> str:
    """The demo's original as a web page."""
    title, *paragraphs = (demo / "original.en.txt").read_text("utf-8").strip().split("\n\n")
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (f"<html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>"
            f"{body}</article></body></html>")
