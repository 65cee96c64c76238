"""The reviews in some folders, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from align.errors import InputError, SchemaError
from align.export.documents import Document, document_of
from align.model import Decision, Review
from align.serial import loads

Judged = Callable[[Review, Path], tuple[Review, Mapping[str, Decision]]]


@dataclass(frozen=True, slots=True)
class Reviews:
    """The reviews below some folders, in a stable order; can be gone through again and again.

    Attributes:
        files: every `review.json` there is.
        problem: is told in a sentence of each file that cannot be used; the others go on. Without
            it the first one is raised.
        judged: a review that stands in a folder as its reviewers left it, and their decisions by
            the names of its beads (`align.review.folder.judged`).
    """

    files: tuple[Path, ...]
    problem: Callable[[str], None] | None = None
    judged: Judged | None = None

    def __iter__(self) -> Iterator[Document]:
        for file in self.files:
            try:
                yield self._read(file)
            except InputError as error:
                if self.problem is None:
                    raise
                self.problem(str(error))

    def _read(self, file: Path) -> Document:
        try:
            review = loads(Review, file.read_text(encoding="utf-8"))
        except (SchemaError, UnicodeDecodeError) as error:
            raise SchemaError(f"{file}: {error}") from error
        except OSError as error:
            raise InputError(f"{file} cannot be read ({error.strerror or error}); check that file."
                             ) from error
        decisions: Mapping[str, Decision] = {}
        if self.judged is not None:
            review, decisions = self.judged(review, file.parent)
        return replace(document_of(review), decisions=decisions)


def read_reviews(folders: Sequence[Path], *, problem: Callable[[str], None] | None = None,
                 judged: Judged | None = None) -> Reviews:
    """The reviews below some folders.

    Raises:
        InputError: a folder is not there or holds no review. While they are read, without
            `problem`: a file is not a review of this schema; the message names it.
    """
    files: dict[Path, None] = {}
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"{folder} is not a folder; name one that 'selaras check' wrote.")
        found = sorted(folder.rglob("review.json"))
        if not found:
            raise InputError(f"There is no review.json in {folder}; run 'selaras check' with "
                             f"-o {folder} first.")
        files.update(dict.fromkeys(found))
    return Reviews(tuple(files), problem, judged)
