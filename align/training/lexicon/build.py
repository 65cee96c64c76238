"""Build the lexicon: clean dictionary rows, translations induced from parallel text, filtered.

What survives: every row of a clean list, a row of a noisy list only if parallel text or the
encoder supports it, and a pair that word alignment saw often enough in both directions. A row
that only explains (bond → james bond) or carries marks is dropped.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from align.bench.tables import ENTRIES, read_table
from align.encoders import Encoder
from align.text.id.morphology import kin
from align.training.lexicon.induce import Induced, induce
from align.writing import write_whole

CLEAN = frozenset({"freedict", "tico_fb", "tico_google", "cldr"})
NOISY = frozenset({"omw"})
LEAST_COUNT = 2        # an induced pair seen once is kept only if a dictionary knows it
LEAST_FORWARD = 0.015  # share of the source word's links
LEAST_BACKWARD = 0.01  # share of the target word's links
LEAST_LIKENESS = 0.5  # cosine of the bare words, for a noisy row that no parallel text supports
MOST_NOISY = 4         # such rows per source word, likest first
_WORDLIKE = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}")

Rows = dict[tuple[str, str], set[str]]


def build(dictionary: Path, parallel: Sequence[tuple[Path, str]], out: Path,
          held: frozenset[str] = frozenset(), encoder: Encoder | None = None) -> int:
    """Write the lexicon as gzip TSV `source target news other from`; returns its rows.

    Args:
        dictionary: gzip TSV with header `source target from`.
        parallel: gzip TSVs with header `doc source target`, each with its column of counts,
            "news" or "other" (everyday and technical text, whose senses are not the news's).
        held: documents to leave out, by name.
        encoder: judges rows of noisy lists by the likeness of the bare words; without one only
            parallel text can support them.

    Raises:
        InputError: a file is not such a table.
    """
    listed = read_dictionary(dictionary)
    induced = induce([(read_pairs(path, held), kind) for path, kind in parallel],
                     seeds=[pair for pair, origin in listed.items() if origin & CLEAN])
    rows = choose(listed, induced, encoder)
    write(rows, out)
    return len(rows)


def read_dictionary(path: Path) -> Rows:
    """(source, target) in lower case where only a capital tells them apart → lists naming it."""
    rows: Rows = defaultdict(set)
    for source, target, origin in read_table(path, ENTRIES):
        if _WORDLIKE.fullmatch(source) and _WORDLIKE.fullmatch(target):
            rows[source.lower(), target.lower()] |= set(origin.split(","))
    return rows


def documents(path: Path) -> list[str]:
    """Names of a table's documents in order of first appearance, for choosing the held ones."""
    return list(dict.fromkeys(doc for doc, _, _ in read_table(path)))


def read_pairs(path: Path, held: frozenset[str]) -> list[tuple[str, str]]:
    """The sentence pairs of a table, without those of the held documents."""
    return [(source, target) for doc, source, target in read_table(path) if doc not in held]


def choose(listed: Rows, induced: Induced, encoder: Encoder | None
           ) -> dict[tuple[str, str], tuple[int, int, str]]:
    """(source, target) → (count in news, count elsewhere, origins), for the pairs worth keeping."""
    kept: dict[tuple[str, str], tuple[int, int, str]] = {}
    for pair, (news, other) in induced.counts.items():
        known = listed.get(pair, set())
        total = news + other
        forward = total / induced.source_totals[pair[0]]
        backward = total / induced.target_totals[pair[1]]
        often = total >= LEAST_COUNT and forward >= LEAST_FORWARD and backward >= LEAST_BACKWARD
        if (known & (CLEAN | NOISY) or often) and not _explains(*pair):
            kept[pair] = (news, other, _origins(known, induced=True))
    doubtful = []
    for pair, known in listed.items():
        if pair in kept or _explains(*pair):
            continue
        if known & CLEAN:
            kept[pair] = (0, 0, _origins(known, induced=False))
        elif known & NOISY and " " not in pair[0] and pair[0].isascii():
            doubtful.append(pair)
    for pair in _supported(doubtful, induced, encoder):
        kept[pair] = (0, 0, _origins(listed[pair], induced=False))
    return kept


def write(rows: dict[tuple[str, str], tuple[int, int, str]], path: Path) -> None:
    """Sorted by source, commonest translation first; byte for byte reproducible."""
    def place(item: tuple[tuple[str, str], tuple[int, int, str]]) -> tuple[str, int, str]:
        (source, target), (news, other, _) = item
        return source, -(news + other), target
    lines = ["source\ttarget\tnews\tother\tfrom"]
    lines += [f"{source}\t{target}\t{news}\t{other}\t{origin}"
              for (source, target), (news, other, origin) in sorted(rows.items(), key=place)]
    write_whole(path, gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))


def _origins(known: set[str], *, induced: bool) -> str:
    short = {name.partition("_")[0] for name in known & (CLEAN | NOISY)}
    return ",".join(sorted(short | ({"induced"} if induced else set())))


def _explains(source: str, target: str) -> bool:
    """Whether the row names an instance rather than translates: bond → james bond."""
    return " " not in source and " " in target and source in target.split()


def _has_kin(pair: tuple[str, str], induced: Induced) -> bool:
    return any(kin(pair[1], seen) for seen in induced.targets.get(pair[0], ()))


def _supported(pairs: list[tuple[str, str]], induced: Induced,
               encoder: Encoder | None) -> Iterable[tuple[str, str]]:
    """Noisy pairs worth keeping: kin of an induced one, or alike to the encoder."""
    rest = []
    for pair in pairs:
        if _has_kin(pair, induced):
            yield pair
        elif encoder is not None:
            rest.append(pair)
    if encoder is None or not rest:
        return
    names = sorted({word for pair in rest for word in pair})
    vectors = dict(zip(names, encoder.encode(names), strict=True))
    by_source: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for source, target in rest:
        likeness = float(vectors[source] @ vectors[target])
        if likeness >= LEAST_LIKENESS:
            by_source[source].append((-likeness, target))
    for source, found in by_source.items():
        yield from ((source, target) for _, target in sorted(found)[:MOST_NOISY])
