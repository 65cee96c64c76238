"""The table of names that differ between English and Indonesian, both ways.

`exonyms.tsv` and `bodies.tsv` are written by hand, from general knowledge; `models/names.tsv.gz`
is built from parallel texts and lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from align import models
from align.text.tokens import tokens


class Exonym(NamedTuple):
    """An English name, its words as `tokens` cuts them, and its Indonesian forms."""

    english: str
    words: tuple[str, ...]
    forms: tuple[str, ...]


@cache
def by_first_word() -> Mapping[str, tuple[Exonym, ...]]:
    """Exonyms by the first word of the English name, longest first."""
    table: dict[str, list[Exonym]] = {}
    for exonym in _rows():
        table.setdefault(exonym.words[0], []).append(exonym)
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry.words)))
            for first, entries in table.items()}


@cache
def by_form() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[Exonym, ...]], ...]]:
    """Capitalised Indonesian forms by first word: (words of the form, exonyms that have it)."""
    forms: dict[tuple[str, ...], list[Exonym]] = {}
    for exonym in _rows():
        for form in exonym.forms:
            if form[0].isupper():
                forms.setdefault(tuple(t.text for t in tokens(form)), []).append(exonym)
    table: dict[str, list[tuple[tuple[str, ...], tuple[Exonym, ...]]]] = {}
    for form_words, entries in forms.items():
        table.setdefault(form_words[0], []).append((form_words, tuple(entries)))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
            for first, entries in table.items()}


@cache
def _rows() -> tuple[Exonym, ...]:
    """One row an English name: what is written by hand, then what was found in texts and lists."""
    table: dict[str, dict[str, None]] = {}
    for text in (*(_written(name) for name in ("exonyms.tsv", "bodies.tsv")),
                 models.table("names")):
        for line in text.splitlines():
            english, forms = line.split("\t")
            table.setdefault(english, {}).update(dict.fromkeys(forms.split("|")))
    _pool(table)
    return tuple(Exonym(english, tuple(t.text for t in tokens(english)), tuple(forms))
                 for english, forms in table.items())


def _pool(table: Mapping[str, dict[str, None]]) -> None:
    """Names that share an Indonesian acronym are one body, and have all its forms."""
    bodies: dict[str, list[str]] = {}
    for english, forms in table.items():
        for form in forms:
            if form.isupper() and form.isalpha() and 3 <= len(form) <= 7:
                bodies.setdefault(form, []).append(english)
    for names in bodies.values():
        every = [form for english in names for form in table[english]]
        for english in names:
            table[english].update(dict.fromkeys(every))


def _written(name: str) -> str:
    return files("align.mentions").joinpath(name).read_text(encoding="utf-8")
