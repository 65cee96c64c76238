"""Who may speak with the loopback server: the browser that was given its token, and its own pages.

A page of another site can send requests to 127.0.0.1, and can make a name of its own point there
(DNS rebinding). So the Host must be ours, what changes anything must come from our own origin, and
both need the cookie for which the token of the first address is exchanged.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

COOKIE = "selaras"

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """The secrets of one run of the server on one port."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """The address that the browser is opened with."""
        return f"{self.origin}/?token={self.token}"

    def is_own_host(self, headers: Mapping[str, str]) -> bool:
        return headers.get("Host", "") == f"127.0.0.1:{self.port}"

    def is_own_origin(self, headers: Mapping[str, str]) -> bool:
        return headers.get("Origin", "") == self.origin and headers.get(
            "Sec-Fetch-Site", "same-origin") == "same-origin"

    def is_token(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.token.encode())

    def has_cookie(self, headers: Mapping[str, str]) -> bool:
        try:
            sent = SimpleCookie(headers.get("Cookie", "")).get(f"{COOKIE}-{self.port}")
        except CookieError:
            return False
        return sent is not None and secrets.compare_digest(
            sent.value.encode("utf-8", "surrogateescape"), self.cookie.encode())

    @property
    def set_cookie(self) -> str:
        """Cookies are shared by all ports of a host, so the port is part of the name."""
        return f"{COOKIE}-{self.port}={self.cookie}; HttpOnly; SameSite=Strict; Path=/"
