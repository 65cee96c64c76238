"""GDELT's index of news: the publisher's pages that name whom the rewrite names, in its days."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

from align.errors import FetchError
from align.fetching import fetch
from align.finding.queries import names, phrase, window
from align.finding.ways import ClosedError, Lead, Looked, Search, way
from align.finding.ways.leads import nearest
from align.finding.ways.searching import asking
from align.finding.ways.wayback import archived

_NAMES = (4, 2)  # names asked for; fewer if that finds nothing
_STRAY_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_SEEN = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)?(\d\d)?(\d\d)?")


@way(40)
def look(search: Search) -> Looked:
    if not search.settings.gdelt:
        raise ClosedError("no GDELT is set")
    known = names(search.rewrite, _NAMES[0])
    if not known:
        raise ClosedError("the rewrite's opening names nobody to search for")
    leads: list[Lead] = []
    for count in sorted({min(count, len(known)) for count in _NAMES}, reverse=True):
        leads = leads or ask(known[:count], search)
    best = nearest(leads, search)
    if not search.settings.wayback:
        return Looked(leads=best)
    return archived(best, search)


def ask(known: list[str], search: Search) -> list[Lead]:
    """Pages of the publisher that hold all of these names.

    Raises:
        FetchError: GDELT does not answer, or not in JSON.
    """
    query = f"{phrase(known)} domainis:{search.settings.publisher}"
    asked = {"query": query, "mode": "artlist", "format": "json", "maxrecords": "50"}
    days = window(search.rewrite, search.settings.days)
    if days:
        asked["startdatetime"] = f"{days[0]:%Y%m%d}000000"
        asked["enddatetime"] = f"{days[1]:%Y%m%d}235959"
    url = f"{search.settings.gdelt}/api/v2/doc/doc?{urlencode(asked)}"
    answer = fetch(url, settings=asking(search, search.settings.gdelt))
    found = parsed(answer.data.decode("utf-8", "replace")).get("articles")
    return [Lead(str(one["url"]), str(one.get("title") or ""), _iso(str(one.get("seendate", ""))))
            for one in (found if isinstance(found, list) else [])
            if isinstance(one, dict) and one.get("url")]


def parsed(text: str) -> dict[str, Any]:
    """GDELT's JSON, which sometimes holds stray backslashes and control characters.

    Raises:
        FetchError: it is no JSON even so; it answers faults in plain words.
    """
    if not text.strip():
        return {}
    try:
        found = json.loads(_STRAY_ESCAPE.sub(r"\\\\", text), strict=False)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        said = " ".join(text.split())[:100]
        raise FetchError(f"GDELT answered {said!r} instead of a list; try again later.", "failed")
    return found


def _iso(seen: str) -> str:
    """"20260304T093000Z" as ISO 8601."""
    found = _SEEN.match(seen)
    if not found:
        return ""
    year, month, day, hour, minute, second = found.groups(default="00")
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}+00:00"
