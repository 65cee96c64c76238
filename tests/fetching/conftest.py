"""Tests here share one real web server on loopback."""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from align.fetching import FetchSettings, transport
from align.fetching.robots import ROBOTS

sys.path.insert(0, str(Path(__file__).parent))

from loopback import Server


@pytest.fixture(scope="session")
def _running() -> Iterator[Server]:
    running = Server()
    yield running
    running.http.shutdown()


@pytest.fixture
def server(_running: Server) -> Server:
    """The server, with no routes yet and no memory."""
    _running.handler.routes.clear()
    _running.handler.asked.clear()
    return _running


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server for one test alone."""
    running = Server()
    yield running
    running.http.shutdown()


@pytest.fixture
def quick() -> FetchSettings:
    """Settings for a loopback server: no pauses, no cache, little patience."""
    return FetchSettings(allow_loopback=True, pause=0, backoff=0.01, deadline=3, cache=None)


@pytest.fixture
def cached(quick: FetchSettings, tmp_path) -> FetchSettings:
    return replace(quick, cache=tmp_path / "cache")


class Clock:
    """A clock on which waiting takes no time: it is set forward instead, and the wait kept."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def monotonic(self) -> float:
        return time.monotonic() + sum(self.waits)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock by which the client waits and gives up; no host has had a turn by it yet."""
    clock = Clock()
    monkeypatch.setattr(transport, "time", clock)
    monkeypatch.setattr(transport.TURNS, "_next", {})
    return clock


@pytest.fixture(autouse=True)
def _no_rules_left() -> Iterator[None]:
    yield
    ROBOTS._rules.clear()
