"""Where a format writes: files that appear together or not at all, and what could not be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from align.export.whole import whole_file

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Out:
    """The place a corpus is written to.

    Attributes:
        path: as the user named it.
        replaced: characters replaced so far, since the format cannot hold them.
    """

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self.path = path
        self.replaced = 0
        self._stack = stack

    def file(self, path: Path | None = None) -> Path:
        """A file to write to, which takes the name `path` when all have been written."""
        return self._stack.enter_context(whole_file(path or self.path))

    def xml(self, text: str) -> str:
        """The text with U+FFFD, the replacement character, for what XML 1.0 forbids."""
        if text.isprintable():
            return text
        legal, count = _NO_XML.subn("\ufffd", text)
        self.replaced += count
        return legal


@contextmanager
def opened(path: Path) -> Iterator[Out]:
    """An `Out` whose files get their names if all goes well, and vanish otherwise."""
    with ExitStack() as stack:
        yield Out(path, stack)
