"""Connections to checked addresses only, within one deadline.

The network backend below httpx is where a name becomes an address, so that is where the check
and the pin belong. TLS still verifies the certificate against the name.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import httpcore
import httpx

from align.fetching.addresses import checked_addresses


class Deadline:
    """A moment by which everything must be over."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left.

        Raises:
            httpcore.TimeoutException: none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left

    def sleep(self, seconds: float) -> bool:
        """Wait, unless that would outlast the deadline; whether it was waited."""
        if seconds >= self.left():
            return False
        time.sleep(max(0.0, seconds))
        return True


class _Stream(httpcore.NetworkStream):
    """A connection on which no operation outlasts the deadline, however slowly bytes drip."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None,
                  timeout: float | None = None) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Looks a host up once, checks every address, connects to a checked one."""

    def __init__(self, deadline: Deadline, allow_loopback: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = deadline
        self._allow_loopback = allow_loopback

    def connect_tcp(self, host: str, port: int, timeout: float | None = None,
                    local_address: str | None = None,
                    socket_options: Iterable[Any] | None = None) -> httpcore.NetworkStream:
        addresses = checked_addresses(host, port, within=self._deadline.left(),
                                      allow_loopback=self._allow_loopback)
        for last, address in enumerate(addresses, start=1 - len(addresses)):
            share = self._deadline.left() / (1 - last)  # so that one dead address leaves time
            try:
                inner = self._inner.connect_tcp(address, port, share, None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not last:
                    raise
                continue
            return _Stream(inner, self._deadline)
        raise httpcore.ConnectError(f"no address of {host} answers")

    def connect_unix_socket(self, path: str, timeout: float | None = None,
                            socket_options: Iterable[Any] | None = None) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("sockets of this machine are not opened")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class GuardedTransport(httpx.BaseTransport):
    """httpx over the guarded backend; waits its turn before every request to a host."""

    def __init__(self, deadline: Deadline, *, allow_loopback: bool,
                 wait: Callable[[httpx.URL], None]) -> None:
        self._wait = wait
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls(), retries=0, http1=True, http2=False, max_connections=2,
            network_backend=_Backend(deadline, allow_loopback))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._wait(request.url)
        answer = self._pool.handle_request(httpcore.Request(
            method=request.method, content=request.stream, headers=request.headers.raw,
            url=httpcore.URL(scheme=request.url.raw_scheme, host=request.url.raw_host,
                             port=request.url.port, target=request.url.raw_path),
            extensions=request.extensions))
        return httpx.Response(status_code=answer.status, headers=answer.headers,
                              stream=_Body(answer.stream), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


@cache
def tls() -> ssl.SSLContext:
    """Certificates of the system and of certifi, names verified."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class Turns:
    """At most one request to a host in `pause` seconds, over all threads of this process."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, pause: float, deadline: Deadline) -> None:
        """Return when it is this request's turn.

        Raises:
            httpcore.TimeoutException: the deadline comes first.
        """
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + pause
        if not deadline.sleep(turn - now):
            raise httpcore.ReadTimeout("its turn would come after the deadline")


TURNS = Turns()
