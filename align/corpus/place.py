"""Where a corpus lies: a folder of this machine, or shared storage by its fsspec URL."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from align.errors import MissingExtraError, OutputError
from align.writing import write_whole


class Place(Protocol):
    """A tree of files that appear whole; names are relative, with slashes."""

    def write(self, name: str, data: bytes) -> None:
        """Raises OutputError if it cannot be written."""

    def read(self, name: str) -> bytes | None:
        """None if it is not there."""

    def names(self, folder: str) -> list[str]:
        """What lies in a folder, in alphabetical order."""

    def remove(self, name: str) -> None: ...


def place(where: str) -> Place:
    """The place at a path or an fsspec URL.

    Raises:
        MissingExtraError: a URL without the package fsspec.
        OutputError: fsspec knows no such storage, or the path is a file.
    """
    if "://" not in where:
        folder = Path(where)
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{folder} is a file; name a folder for the corpus with -o.")
        return Folder(folder)
    _storage(where)
    return Storage(where.rstrip("/"))


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine, or one that looks so."""

    path: Path

    def write(self, name: str, data: bytes) -> None:
        write_whole(self.path / name, data)

    def read(self, name: str) -> bytes | None:
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None

    def names(self, folder: str) -> list[str]:
        try:
            return sorted(each.name for each in (self.path / folder).iterdir()
                          if not each.name.startswith("."))
        except FileNotFoundError:
            return []

    def remove(self, name: str) -> None:
        (self.path / name).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Storage:
    """Shared storage, as fsspec reaches it. A file is put under another name and then moved."""

    url: str

    def write(self, name: str, data: bytes) -> None:
        system, root = _storage(self.url)
        path = f"{root}/{name}"
        part = f"{path.rpartition('/')[0]}/.selaras-{secrets.token_hex(6)}.part"
        try:
            system.makedirs(path.rpartition("/")[0], exist_ok=True)
            system.pipe_file(part, data)
            system.mv(part, path)
        except OSError as error:
            raise OutputError(f"Cannot write to {self.url}/{name} ({error}); see to its room and "
                              "rights.") from error

    def read(self, name: str) -> bytes | None:
        system, root = _storage(self.url)
        try:
            return bytes(system.cat_file(f"{root}/{name}"))
        except FileNotFoundError:
            return None

    def names(self, folder: str) -> list[str]:
        system, root = _storage(self.url)
        try:
            found = system.ls(f"{root}/{folder}", detail=False)
        except FileNotFoundError:
            return []
        return sorted(name for path in found
                      if not (name := path.rstrip("/").rpartition("/")[2]).startswith("."))

    def remove(self, name: str) -> None:
        system, root = _storage(self.url)
        try:
            system.rm_file(f"{root}/{name}")
        except FileNotFoundError:
            return


def _storage(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it."""
    try:
        import fsspec
    except ImportError:
        raise MissingExtraError("Storage by URL needs the package fsspec; install it with "
                                "pip install 'selaras[corpus]'.") from None
    try:
        system, path = fsspec.url_to_fs(url)
    except (ValueError, ImportError) as error:
        raise OutputError(f"{url} is no storage that fsspec reaches here ({error}); install what "
                          "it names, or give a folder.") from error
    return system, str(path).rstrip("/")
