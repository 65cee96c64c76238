"""`All like this`: a flag's words go to `ignore.txt`, the list that `check --ignore` honours."""

from __future__ import annotations

import os
from pathlib import Path

from align.errors import InputError
from align.model import Flag, Review
from align.review.standing import shown

IGNORE = "ignore.txt"
LONGEST = 60  # characters: longer marks are no words that would come again


def listed(review: Review, flag: Flag, folder: Path) -> str:
    """Write the words that a flag marks to the list of words never to flag; says so in a sentence.

    The words of the rewrite are taken, or of the original where it marks none there. Numbers are
    not: that one was no error says nothing of the next.

    Raises:
        InputError: the flag marks no words that would come again, or the list cannot be written.
    """
    source, target = (" ".join(" ".join(words).split()) for words in shown(review, flag)["words"])
    words = (target or source).lower().lstrip("#").strip()
    if not words or len(words) > LONGEST or not any(c.isalpha() for c in words):
        raise InputError("These are no words that a list could hold, so this is only noted as "
                         "false alarms here.")
    path = folder / IGNORE
    try:
        known = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        if words not in known.splitlines():
            with path.open("a", encoding="utf-8") as file:
                file.write("" if not known or known.endswith("\n") else "\n")
                file.write(words + "\n")
                file.flush()
                os.fsync(file.fileno())
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be written to ({error}); make it writable.") from error
    return f"“{words}” is in {path.name}; check with --ignore {path} to hear no more of it."
