"""Where a format writes: files that appear together or not at all, and what could not be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from align.errors import OutputError
from align.writing import demand_place, whole_file

MARK = rb'source_sha256|creationtool="selaras"'  # every corpus file shows it near an end
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Out:
    """The place a corpus is written to.

    Attributes:
        path: as the user named it.
        replaced: characters replaced so far, since the format cannot hold them.
    """

    def __init__(self, path: Path, stack: ExitStack, *, force: bool) -> None:
        self.path = path
        self.replaced = 0
        self._stack = stack
        self._force = force

    def file(self, path: Path | None = None, mark: bytes = MARK) -> Path:
        """A file to write to, which takes the name `path` when all have been written.

        Args:
            mark: a pattern that such files of ours show, so that no other is written over.

        Raises:
            OutputError: it cannot be written, or another file stands there.
        """
        place = path or self.path
        demand_place(place, mark, force=self._force)
        return self._stack.enter_context(whole_file(place))

    def beside(self, path: Path, main: Path) -> Path:
        """A file that bears no mark of its own: only where none is, or its main file is too."""
        if path.exists() and not main.exists() and not self._force:
            raise OutputError(f"{path} is there, but not {main.name}, so it is no such file of "
                              "Selaras; write to another name, or add --force to replace it.")
        return self.file(path, b"")

    def xml(self, text: str) -> str:
        """The text with U+FFFD, the replacement character, for what XML 1.0 forbids."""
        if text.isprintable():
            return text
        legal, count = _NO_XML.subn("\ufffd", text)
        self.replaced += count
        return legal


@contextmanager
def opened(path: Path, *, force: bool) -> Iterator[Out]:
    """An `Out` whose files get their names if all goes well, and vanish otherwise."""
    with ExitStack() as stack:
        yield Out(path, stack, force=force)
