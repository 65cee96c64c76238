"""What omission and addition share: how grave a lone sentence is, and how it is quoted."""

from __future__ import annotations

from align.checks import Range
from align.model import Severity
from align.text.tokens import tokens

FEW = 4  # words up to which a lone sentence is a leftover
LONG = 60  # characters from which a sentence is cut in a message


def severity(text: str) -> Severity:
    """Major for a sentence, minor for a scrap."""
    return "major" if len(tokens(text)) > FEW else "minor"


def trimmed(text: str) -> Range:
    """The span of a text without the blanks around it."""
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def excerpt(text: str) -> str:
    """The text in one line, cut at a word with an ellipsis if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONG else line[:LONG].rsplit(" ", 1)[0] + "…"
