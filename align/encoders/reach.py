"""Can the hub be reached? Asked once, and for no longer than a reader of an error would wait."""

from __future__ import annotations

from functools import cache
from threading import Thread

PATIENCE = 3.0  # seconds


@cache
def hub_answers() -> bool:
    """Whether the hub answers at all, through whatever proxy the environment names.

    The library itself tries each file several times, half a minute in all. Looking up a name is
    not bounded by a time limit of the connection, so the question is asked in a thread.
    """
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        return False
    answers: list[bool] = []
    asking = Thread(target=lambda: answers.append(_answers(constants.ENDPOINT)), daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return bool(answers and answers[0])


def _answers(endpoint: str) -> bool:
    import httpx

    try:
        httpx.head(endpoint, timeout=PATIENCE)
    except (httpx.HTTPError, OSError, ValueError):
        return False
    return True
