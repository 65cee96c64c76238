"""Which URLs and which addresses may be opened: public ones, on the web's ports, and no others.

A host's name is looked up once for each connection, every address it has is checked, and the
connection goes to an address that was checked, so that a name which changes its answer between
two look-ups gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from urllib.parse import SplitResult, urlsplit

from align.errors import FetchError
from align.fetching.outcomes import refusal

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"http": 80, "https": 443}
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?", re.I)
_CARRIES_IPV4 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"),
                 ipaddress.ip_network("::/96"))
_UNUSABLE = re.compile(r"[\x00-\x20\x7f\\]")


def checked_url(url: str, *, allow_loopback: bool = False) -> SplitResult:
    """The parts of a URL that may be opened as far as its text tells.

    Raises:
        FetchError: another scheme or port, a user name, a host in disguise.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise _refused(url, "is no web address") from error
    if parts.scheme.lower() not in PORTS:
        raise _refused(url, "is no http(s) address")
    if not host or _UNUSABLE.search(url):
        raise _refused(url, "is no web address")
    if parts.username is not None or parts.password is not None:
        raise _refused(url, "holds a user name, which is not sent")
    host = _plain_host(host, url)
    if port not in (None, *PORTS.values()) and not (allow_loopback and _names_loopback(host)):
        raise _refused(url, f"asks for port {port}, and only 80 and 443 are opened")
    return parts


def _plain_host(host: str, url: str) -> str:
    """The host in ASCII; refuses numbers that only disguise an IPv4 address."""
    if ":" in host:
        return host
    try:
        import idna

        plain = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError as error:
        raise _refused(url, "is no web address") from error
    if _NUMERIC.fullmatch(plain):
        try:
            ipaddress.IPv4Address(plain)
        except ValueError as error:
            raise _refused(url, "hides an address behind a number") from error
    return plain


def _names_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_public(address: Address) -> bool:
    """Whether an address is on the open internet, also when it wraps another."""
    inner = _inner(address)
    if inner is not None and not is_public(inner):
        return False
    return bool(
        address.is_global and not address.is_multicast and not address.is_reserved
        and not address.is_unspecified and not address.is_loopback and not address.is_link_local
    ) or (inner is not None and is_public(inner))


def _inner(address: Address) -> Address | None:
    """The IPv4 address that an IPv6 address carries, if it carries one."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _CARRIES_IPV4):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def checked_addresses(host: str, port: int, *, within: float,
                      allow_loopback: bool = False) -> list[str]:
    """Every address of a host, all of them checked.

    Args:
        within: seconds the look-up may take.

    Raises:
        FetchError: there is none, one of them is not public, or the look-up took too long.
    """
    found = _within(host, port, within)
    for text in found:
        address = ipaddress.ip_address(text.partition("%")[0])
        if not (is_public(address) or (allow_loopback and address.is_loopback)):
            raise refusal("refused address",
                          f"{host} leads to a private or local address ({text}), which is not "
                          "opened")
    return found


def look_up(host: str, port: int) -> list[str]:
    """The addresses the system's resolver gives for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _within(host: str, port: int, seconds: float) -> list[str]:
    """`look_up`, given up after some seconds: the resolver itself has no such limit."""
    answer: list[list[str] | Exception] = []

    def ask() -> None:
        try:
            answer.append(look_up(host, port))
        except (OSError, UnicodeError, ValueError) as error:
            answer.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if not answer:
        raise refusal("timed out", f"The name {host} was not found within {seconds:.0f} seconds")
    if isinstance(answer[0], Exception) or not answer[0]:
        raise refusal("failed", f"There is no host {host}, or no network")
    return answer[0]


def _refused(url: str, why: str) -> FetchError:
    return refusal("refused address", f"{url[:200]!r} {why}")
