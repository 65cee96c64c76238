"""A reviewer's file: appended to, synced, never rewritten; and read whatever became of it.

One folder `decisions/` beside a `review.json` holds a file for each reviewer. A line counts as
saved when it and its line break are on the disk. What a crash left of a line stays where it is and
is passed over; the next event begins on a line of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from align.errors import InputError, SelarasError
from align.review.events import Event, event, line, now

FOLDER = "decisions"


class NotSavedError(SelarasError):
    """An event could not be put on the disk; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What a folder of decisions holds: events, and what could not be read, in plain words."""

    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()


def file_of(folder: Path, reviewer: str) -> Path:
    """The file of a reviewer: any name gives a safe and lasting file name.

    Two spellings that look alike to a file system (case, composed or not) get two files.
    """
    safe = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", reviewer).casefold()
                  .encode("ascii", "ignore").decode()).strip("-")[:40]
    if safe == reviewer:
        return folder / f"{safe}.jsonl"
    digest = hashlib.sha256(reviewer.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return folder / f"{safe or 'reviewer'}-{digest}.jsonl"


def read(folder: Path) -> Journal:
    """Every event of every reviewer, in no order that means anything; see fold.py.

    A folder that is not there holds nothing. A line that is no event is named in a note.
    """
    events: list[Event] = []
    notes: list[str] = []
    for path in sorted(folder.glob("*.jsonl")):
        try:
            data = path.read_bytes()
        except OSError as error:
            notes.append(f"{path} cannot be read ({error.strerror}); its decisions are missing.")
            continue
        found, wrong = _events(data)
        events += found
        notes += [f"{path.name}, line {number}: {why}" for number, why in wrong]
    return Journal(tuple(events), tuple(notes))


class Writer:
    """Appends to the file of one reviewer, and remembers what it has read of it."""

    def __init__(self, folder: Path, reviewer: str) -> None:
        self.path = file_of(folder, reviewer)
        self.reviewer = reviewer
        self._there: dict[str, Event] = {}
        self._doubtful: set[str] = set()  # written, but the disk would not say that it kept them
        self._known = 0  # bytes of the file that are read
        self._last = ""

    def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Put events on the disk, and return them as they stand there.

        Times are moved forward where needed, so that within a file they only grow. Events whose
        id the file already holds are not written again, only synced, and returned as they stand:
        so a sender that heard no answer may send again.

        Raises:
            NotSavedError: the folder is read-only, the disk is full, or the like. What is on the
                disk stays whole, none of `events` counts as saved, and sending them again is safe.
        """
        if any(each.by != self.reviewer for each in events):
            raise InputError("Decisions of several reviewers go to several files; save each apart.")
        try:
            _make(self.path.parent)
            with _locked(self.path) as file:
                return self._write(file, events)
        except OSError as error:
            self._doubtful.update(each.id for each in events)
            self._there, self._known, self._last = {}, 0, ""
            raise NotSavedError(
                f"Not saved: {self.path} cannot be written to ({error.strerror}); make room or "
                "give the folder back its write permission, and it will be saved.") from error

    def _write(self, file: int, events: Sequence[Event]) -> tuple[Event, ...]:
        torn = self._read_on(file)
        stamped = []
        new = b""
        for each in events:
            known = self._there.get(each.id)
            if known is None or each.id in self._doubtful:
                known = each if each.at > self._last else replace(each, at=now(self._last))
                self._note(known)
                new += line(known)
            stamped.append(known)
        if new:
            data = b"\n" * bool(torn) + new
            _put(file, data, self._known + torn)
            self._known += torn + len(data)
        os.fsync(file)
        self._doubtful.difference_update(each.id for each in events)
        return tuple(stamped)

    def _read_on(self, file: int) -> int:
        """Read the whole lines that were appended; how many bytes of a torn one follow them."""
        size = os.fstat(file).st_size
        if size < self._known:  # another file has taken the place of the one that was read
            self._there, self._known, self._last = {}, 0, ""
        data = os.pread(file, size - self._known, self._known)
        whole = data.rfind(b"\n") + 1
        for each in _events(data)[0]:
            self._note(each)
        self._known += whole
        return len(data) - whole

    def _note(self, each: Event) -> None:
        self._there[each.id] = each
        self._last = max(self._last, each.at)


def append(folder: Path, events: Sequence[Event]) -> tuple[Event, ...]:
    """`Writer.append` for once."""
    return Writer(folder, events[0].by).append(events) if events else ()


def _put(file: int, data: bytes, before: int) -> None:
    """Write all of `data` at the end; on failure take back the part that was written."""
    try:
        while data:
            data = data[os.write(file, data):]
    except OSError:
        with suppress(OSError):
            os.ftruncate(file, before)
        raise


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The file, open for appending, for this process alone."""
    new = not path.exists()
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        with suppress(ImportError):
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield file
        if new:
            _sync(path.parent)
    finally:
        os.close(file)


def _make(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Make new names in a folder last; not every system lets a folder be synced."""
    with suppress(OSError):
        at = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(at)
        finally:
            os.close(at)


def _events(data: bytes) -> tuple[list[Event], list[tuple[int, str]]]:
    found: list[Event] = []
    wrong: list[tuple[int, str]] = []
    lines = data.split(b"\n")
    for number, each in enumerate(lines, start=1):
        if not each.strip():
            continue
        try:
            found.append(_one(each))
        except InputError as error:
            torn = number == len(lines)
            wrong.append((number, "the last line is torn; nothing said to be saved is in it."
                          if torn else str(error)))
    return found, wrong


def _one(text: bytes) -> Event:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError("This is no decision (a torn line); it is passed over.") from None
    return event(plain)
