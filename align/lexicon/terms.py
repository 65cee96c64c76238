"""The user's own words: a glossary and a list of words to leave alone, read from text files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from align.errors import InputError


@dataclass(frozen=True, slots=True)
class Term:
    """A source term and the translations it may have; none means that it is kept as it is."""

    source: str
    translations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in the order of their file."""

    terms: tuple[Term, ...] = ()


def read_glossary(path: str | Path) -> Glossary:
    """Read lines of `term<TAB>translation`, or `term<TAB>` to keep the term as it is.

    A term on several lines has several translations. Lines that are empty or begin with # say
    nothing.

    Raises:
        InputError: the file cannot be read, or a line has no tab or no term.
    """
    entries: dict[str, list[str]] = {}
    for number, line in _lines(path):
        term, tab, translation = line.partition("\t")
        if not tab or not term.strip() or "\t" in translation:
            raise InputError(
                f"Line {number} of the glossary {path} is not 'term<TAB>translation'; "
                "write one term, one tab and its translation (or nothing, to keep the term).")
        known = entries.setdefault(term.strip(), [])
        if translation.strip():
            known.append(translation.strip())
    return Glossary(tuple(Term(term, tuple(known)) for term, known in entries.items()))


def read_ignored(path: str | Path) -> frozenset[str]:
    """Read words and phrases, one a line, that no flag may be about; they are kept lower-cased.

    Raises:
        InputError: the file cannot be read.
    """
    return frozenset(line.strip().lower() for _, line in _lines(path))


def _lines(path: str | Path) -> Iterator[tuple[int, str]]:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read as UTF-8 text ({error}); check the path.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line
