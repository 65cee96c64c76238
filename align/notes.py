"""What is said of two articles as wholes: how much they share, and what holds for all flags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.model import Article, Bead

_LITTLE = 0.1  # share of the rewrite below which two articles have nothing in common


def is_tuned(source: Article, target: Article) -> bool:
    """Whether all checks apply: English to Indonesian, or a language that could not be told."""
    return source.language in ("en", "") and target.language in ("id", "")


def coverage(target: Article, beads: Sequence[Bead]) -> float:
    """Share of the rewrite, in characters, that has a counterpart in the original."""
    lengths = [len(sentence.text) for sentence in target.sentences]
    matched = sum(lengths[j] for bead in beads if bead.kind == "match" for j in bead.target)
    return matched / max(sum(lengths), 1)


def notes(source: Article, target: Article,
          beads: Sequence[Bead]) -> Iterator[tuple[str, str]]:
    """Sentences for the head of a report, each in English and in Indonesian."""
    if source.language == "id" and target.language == "en":
        yield ("The rewrite is in English and the original in Indonesian: they look swapped. "
               "Only omissions and additions were checked.",
               "Berita dalam bahasa Inggris dan aslinya dalam bahasa Indonesia: tampaknya "
               "tertukar. Hanya penghilangan dan penambahan yang diperiksa.")
    elif source.language == target.language and source.language:
        yield ("Both texts are in the same language. Only omissions and additions were checked.",
               "Kedua teks berbahasa sama. Hanya penghilangan dan penambahan yang diperiksa.")
    elif not is_tuned(source, target):
        yield ("The checks know English originals and Indonesian rewrites. For these languages "
               "only omissions and additions were checked.",
               "Pemeriksaan dibuat untuk naskah asli berbahasa Inggris dan berita berbahasa "
               "Indonesia. Di sini hanya penghilangan dan penambahan yang diperiksa.")
    if len(target.paragraphs) == 1 and len(target.sentences) == 1:
        yield ("The rewrite is a single sentence, perhaps only its headline.",
               "Berita ini hanya satu kalimat, mungkin hanya judulnya.")
    if len(source.paragraphs) == 1 and len(source.sentences) == 1:
        yield ("The original is a single sentence, perhaps only its headline.",
               "Naskah asli hanya satu kalimat, mungkin hanya judulnya.")
    if coverage(target, beads) < _LITTLE:
        yield ("The two articles have next to no sentence in common; this is probably not the "
               "original.",
               "Kedua artikel hampir tidak memiliki kalimat yang sepadan; kemungkinan besar ini "
               "bukan naskah aslinya.")
