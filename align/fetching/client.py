"""The one way in which Selaras opens a URL."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from align.errors import FetchError
from align.fetching.addresses import checked_url
from align.fetching.blocks import is_block_page
from align.fetching.bodies import CutShortError, read_body
from align.fetching.caching import PageCache
from align.fetching.outcomes import refusal
from align.fetching.robots import ROBOTS
from align.fetching.settings import FetchSettings
from align.fetching.transport import TURNS, Deadline, GuardedTransport

_REDIRECTS = (301, 302, 303, 307, 308)
_BLOCKED = (401, 402, 403, 407, 429, 451)
_GONE = (404, 410)
_PASSING = (429, 502, 503, 504)
_NO_STORY = re.compile(r"(?:image|audio|video|font)/|application/(?:pdf|zip|msword|vnd\.)", re.I)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a URL gave: `data` decoded from its transfer, `url` after all redirects."""

    data: bytes
    url: str
    content_type: str = ""
    status: int = 200
    requested: str = ""
    fetched_at: str = ""
    from_cache: bool = False


class Visit:
    """One fetch under way: its deadline, its connection, its cache."""

    def __init__(self, settings: FetchSettings, *, keep: bool) -> None:
        self.settings = settings
        self.deadline = Deadline(settings.deadline)
        guarded = GuardedTransport(
            self.deadline, allow_loopback=settings.allow_loopback,
            wait=self._wait_for_turn)
        self.cache = PageCache(guarded, settings.cache if keep else None, settings.cache_hours)
        self.headers = {"User-Agent": settings.user_agent, "Accept-Encoding": "gzip",
                        "Accept": "text/html,application/xhtml+xml,application/xml,*/*;q=0.8",
                        "Accept-Language": "en,id;q=0.9", "Connection": "close"}

    def close(self) -> None:
        self.cache.transport.close()

    def _wait_for_turn(self, url: httpx.URL) -> None:
        if url.path != "/robots.txt":  # asked once, and for politeness itself
            TURNS.wait(url.host, self.settings.pause, self.deadline)

    def ask(self, url: str, headers: Mapping[str, str], content: bytes | None,
            largest: int) -> tuple[httpx.Response, bytes]:
        """One request and its whole answer; a redirect's body is not read.

        Raises:
            FetchError: a refused address, or too large.
            httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, CutShortError
        """
        try:
            request = httpx.Request(
                "GET" if content is None else "POST", url, content=content,
                headers={**self.headers, **headers},
                extensions={"timeout": {}, **self.cache.request_extensions(url)})
        except (httpx.InvalidURL, ValueError) as error:
            raise refusal("refused address", f"{url[:200]!r} is no web address") from error
        try:
            return self._answer(request, url, largest)
        except (RuntimeError, sqlite3.Error) as error:
            raise CutShortError("the cache was emptied meanwhile") from error

    def _answer(self, request: httpx.Request, url: str, largest: int,
                ) -> tuple[httpx.Response, bytes]:
        response = self.cache.transport.handle_request(request)
        with closing(response):
            if response.status_code in _REDIRECTS:
                return response, b""
            stated = response.headers.get("content-length", "")
            if stated.isdigit() and int(stated) > largest:
                raise refusal("too large", f"{url} is larger than {largest / 2**20:.3g} MB")
            encoding = response.headers.get("content-encoding", "")
            return response, read_body(response.iter_raw(), encoding, largest, url)


def open_url(url: str, settings: FetchSettings, headers: Mapping[str, str],
             content: bytes | None) -> Fetched:
    """`align.fetching.fetch`, all arguments given."""
    checked_url(url, allow_loopback=settings.allow_loopback)
    plain = not headers and content is None  # what carries a key is never kept on disk
    with closing(Visit(settings, keep=plain)) as visit:
        try:
            return _followed(visit, url, headers, content)
        except httpcore.TimeoutException as error:
            raise refusal("timed out", f"{url} did not answer in full within "
                                       f"{settings.deadline:g} seconds") from error


def _followed(visit: Visit, url: str, headers: Mapping[str, str], content: bytes | None) -> Fetched:
    """Through redirects, each of them checked like the first address."""
    settings, here = visit.settings, url
    for _ in range(settings.redirects + 1):
        parts = checked_url(here, allow_loopback=settings.allow_loopback)
        if settings.robots:
            ROBOTS.refuse_forbidden(parts, lambda address: _robots_text(visit, address))
        response, data = _patiently(visit, here, headers, content)
        if response.status_code not in _REDIRECTS:
            return _judged(visit, response, data, here, url)
        there = urljoin(here, response.headers.get("location", ""))
        if there == here:
            break
        if checked_url(there, allow_loopback=settings.allow_loopback).netloc != parts.netloc:
            headers = {}  # keys are for the host they were given for
        if response.status_code in (301, 302, 303):
            content = None
        here = there
    raise refusal("failed", f"{url} redirects in a circle")


def _patiently(visit: Visit, url: str, headers: Mapping[str, str], content: bytes | None,
               ) -> tuple[httpx.Response, bytes]:
    """Asked again after a passing fault, later each time, or when the host says."""
    settings = visit.settings
    for attempt in range(1, settings.attempts + 1):
        wait = settings.backoff * 2 ** (attempt - 1) * random.uniform(1.0, 1.25)
        try:
            response, data = visit.ask(url, headers, content, settings.largest)
        except (httpcore.NetworkError, httpcore.ProtocolError, CutShortError) as error:
            lasting = isinstance(error, httpcore.ConnectError) or attempt == settings.attempts
            if lasting or not visit.deadline.sleep(wait):
                raise refusal("failed", f"{url} could not be read ({_short(error)})") from error
            continue
        if response.status_code not in _PASSING or attempt == settings.attempts:
            return response, data
        if not visit.deadline.sleep(max(wait, _retry_after(response))):
            return response, data
    raise AssertionError("unreachable: the last attempt returns or raises")


def _robots_text(visit: Visit, url: str) -> tuple[int, bytes]:
    """Status and body of robots.txt, 0 if there is no answer; it may lie behind redirects."""
    settings = visit.settings
    for _ in range(5):
        try:
            checked_url(url, allow_loopback=settings.allow_loopback)
            response, data = visit.ask(url, {}, None, settings.largest)
        except (httpcore.NetworkError, httpcore.ProtocolError, CutShortError, FetchError):
            return 0, b""
        if response.status_code not in _REDIRECTS:
            return response.status_code, data
        url = urljoin(url, response.headers.get("location", ""))
    return 0, b""


def _judged(visit: Visit, response: httpx.Response, data: bytes, url: str, requested: str,
            ) -> Fetched:
    """The page, if the answer is one.

    Raises:
        FetchError: what it is instead.
    """
    status, host = response.status_code, urlsplit(url).hostname
    kind = response.headers.get("content-type", "")
    if status in _BLOCKED:
        raise refusal("blocked", f"{host} turned us away ({status})")
    if status in _GONE:
        raise refusal("gone", f"{host} has no such page ({status})")
    if is_block_page(data.decode("utf-8", "replace")):
        visit.cache.forget(url)
        raise refusal("blocked", f"{host} answered with a robot check in place of the page")
    if not 200 <= status < 300:
        raise refusal("failed", f"{host} answered with an error ({status})")
    if _NO_STORY.match(kind):
        visit.cache.forget(url)
        raise refusal("not an article", f"{url} is {kind.partition(';')[0][:60]}, not a page")
    caching = response.extensions.get("caching") or {}
    return Fetched(data, url, kind, status, requested,
                   datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
                   bool(caching.get("from_cache")))


def _retry_after(response: httpx.Response) -> float:
    """Seconds the host asks to wait, from either form of the header."""
    stated = response.headers.get("retry-after", "").strip()
    if stated.isdigit():
        return float(stated[:6])
    try:
        return max(0.0, (parsedate_to_datetime(stated) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def _short(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:120]

