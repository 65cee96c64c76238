"""The reviews in some folders, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from align.errors import InputError, SchemaError
from align.model import Review, loads


def read_reviews(folders: Iterable[Path]) -> Iterator[tuple[str, Review]]:
    """Each review below the folders with the name of its folder, in a stable order.

    Raises:
        InputError: a folder is not there or holds no review.
        SchemaError: a file is not a review of this schema; the message names it.
    """
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"{folder} is not a folder; name one that 'selaras check' wrote.")
        files = sorted(folder.rglob("review.json"))
        if not files:
            raise InputError(f"There is no review.json in {folder}; run 'selaras check' with "
                             f"-o {folder} first.")
        for file in files:
            name = file.parent.relative_to(folder).as_posix()
            yield (folder.name if name == "." else f"{folder.name}/{name}"), _read(file)


def _read(file: Path) -> Review:
    try:
        return loads(Review, file.read_text(encoding="utf-8"))
    except (SchemaError, UnicodeDecodeError) as error:
        raise SchemaError(f"{file}: {error}") from error
    except OSError as error:
        raise InputError(f"{file} cannot be read ({error.strerror or error}); check that file."
                         ) from error
