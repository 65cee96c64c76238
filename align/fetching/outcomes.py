"""How an attempt to open a URL ends, and what helps in each case."""

from __future__ import annotations

from typing import Literal, get_args

from align.errors import FetchError

Outcome = Literal["found", "blocked", "gone", "not an article", "too large", "refused address",
                  "timed out", "failed"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

OTHER_WAYS = ("save the page in your browser and name that file, or use an archived copy, "
              "a syndicated copy or a licensed feed")
_HELPS: dict[str, str] = {
    "blocked": OTHER_WAYS,
    "gone": "check the address, or use an archived copy",
    "not an article": "give the address of the article itself, or save its text as .txt",
    "too large": "give the address of the article itself, or save its text as .txt",
    "refused address": "give the public http(s) address of the article, or name a file",
    "timed out": "try again later, or save the page in your browser and name that file",
    "failed": "try again later, or save the page in your browser and name that file",
}


def refusal(outcome: Outcome, happened: str) -> FetchError:
    """The error for an outcome: what happened, then what helps, in one sentence."""
    return FetchError(f"{happened}; {_HELPS[outcome]}.", outcome)
