"""The whole way on one screen: two articles in, a Review out.

    review = check("rewrite.txt", original="original.txt")
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from align import checks
from align._version import __version__
from align.aligner import Alignment, align
from align.aligner.repeats import told_elsewhere
from align.analysis import Pair, Side, Tools, analyse
from align.checks import Range
from align.decision import Decided, DecisionSettings, PairFlag, decide
from align.encoders import Encoder
from align.encoders import load as load_encoder
from align.errors import InputError
from align.model import Article, Bead, Flag, Review, Span
from align.naming import named
from align.reading import read
from align.reading.lines import read_lines
from align.reading.noise import heard
from align.sentences import segment
from align.settings import Settings as Settings
from align.showing import counts
from align.tagger.run import load_ahead, ready
from align.text import Language

Source = str | os.PathLike[str] | Article
Progress = Callable[[str], None]

# What can be said where the checks, made for English to Indonesian, do not apply.
_ANY_LANGUAGES = ("addition", "omission")
NEXT_DOOR = 2  # sentences to either side of a bead that may say what it does not
_LITTLE = 0.1  # share of the rewrite below which two articles have nothing in common


@dataclass(frozen=True, slots=True)
class Comparison:
    """A review, and the alignment it rests on, whose likeness matrix the dot-plot shows."""

    review: Review
    alignment: Alignment


def check(rewrite: Source, original: Source | Sequence[Source] | None = None, *,
          encoder: Encoder | str = "bundled", settings: Settings | None = None,
          progress: Progress | None = None) -> Review:
    """Compare a rewrite with its original.

    Args:
        rewrite: a path, a URL, "-" for standard input, or an Article.
        original: the same; or several candidate versions, of which the one that the rewrite was
            made from is chosen; without it, the original is looked for in all ways there are.
        encoder: "bundled", a model's name on the hub, a local folder, or an Encoder.
        progress: is told the name of each step as it begins.

    Raises:
        SelarasError: an article cannot be read, with what to do about it.
    """
    return compare(rewrite, original, encoder=encoder, settings=settings,
                   progress=progress).review


def compare(rewrite: Source, original: Source | Sequence[Source] | None = None, *,
            encoder: Encoder | str = "bundled", settings: Settings | None = None,
            progress: Progress | None = None) -> Comparison:
    """The same as `check`, with the alignment at hand."""
    settings = settings or Settings()
    tell = progress or (lambda step: None)
    tell("reading")
    target = load(rewrite)
    given = None if original is None else [load(each) for each in _listed(original)]
    load_ahead()  # the tagger, beside the encoder
    tell("loading the encoder")
    encoder = load_encoder(encoder) if isinstance(encoder, str) else encoder
    versions = _discovered(target, tell) if given is None else given
    tell("aligning")
    source, alignment, others = _best_version(target, versions, encoder, settings)
    tell("checking")
    tools = Tools(encoder, ready(), settings.glossary)
    flags, quiet = find_flags(source, target, alignment.beads, tools, settings.decision)
    review = named(Review(
        signature=signature(encoder, settings), original=source, rewrite=target,
        beads=alignment.beads, flags=flags, quiet=quiet,
        summary=_summary(source, target, alignment.beads, flags) | others,
    ))
    return Comparison(review, alignment)


def load(source: Source) -> Article:
    """Read an article and split it into sentences.

    Raises:
        SelarasError: it cannot be read, or holds no sentence.
    """
    article = source if isinstance(source, Article) else read(source)
    article = article if article.sentences else segment(article)
    if not article.sentences:
        raise InputError(f"{_called(source)} holds no sentence; name a file with the article's "
                         "text.")
    return article


def find_flags(source: Article, target: Article, beads: Sequence[Bead], tools: Tools,
               settings: DecisionSettings) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """The flags of all beads, shown and quiet, with spans in the articles' sentences."""
    left = [_joined(source, bead.source) for bead in beads]
    right = [_joined(target, bead.target) for bead in beads]
    analyses = analyse(_pairs(source, target, beads, left, right), tools)
    twins = told_elsewhere(beads, *([each.text for each in side.sentences]
                                    for side in (source, target)))
    found = [[] if twin else findings for twin, findings in zip(
        twins, checks.run(analyses, None if _tuned(source, target) else _ANY_LANGUAGES),
        strict=True)]
    decided = [decide(*each, settings) for each in zip(analyses, found, strict=True)]

    def placed(of: Callable[[Decided], Sequence[PairFlag]]) -> tuple[Flag, ...]:
        return tuple(_flag(number, flag, left[number], right[number])
                     for number, one in enumerate(decided) for flag in of(one))

    return placed(lambda one: one.flags), placed(lambda one: one.quiet)


def _pairs(source: Article, target: Article, beads: Sequence[Bead], left: Sequence[_Joined],
           right: Sequence[_Joined]) -> list[Pair]:
    """The beads as pairs to analyse, each side with what stands around it in its article."""
    whole = Side(source.text, "en"), Side(target.text, "id")
    published = target.published or source.published
    return [
        Pair(Side(ours.text, "en", _around(source, bead.source, "en"), whole[0]),
             Side(theirs.text, "id", _around(target, bead.target, "id"), whole[1]),
             bead.score if bead.kind == "match" else None, published)
        for bead, ours, theirs in zip(beads, left, right, strict=True)]


def _around(article: Article, numbers: Sequence[int], language: Language) -> Side | None:
    """The sentences next to some, as one text; None for none."""
    if not numbers:
        return None
    near = [article.sentences[at].text
            for at in range(max(0, min(numbers) - NEXT_DOOR),
                            min(len(article.sentences), max(numbers) + NEXT_DOOR + 1))
            if at not in numbers]
    return Side(" ".join(near), language) if near else None


def signature(encoder: Encoder, settings: Settings) -> str:
    """Version, encoder, checks and settings in one line, after sacrebleu (Post 2018)."""
    tagger = ready()
    names = [name for name in checks.registered() if name != "meaning" or tagger]
    return (f"selaras:{__version__}|encoder:{encoder.signature}"
            f"|tagger:{tagger.signature if tagger else 'none'}"
            f"|checks:{'+'.join(names)}|settings:{settings.fingerprint}")


# ------------------------------------------------------------------- versions of the original


def _listed(original: Source | Sequence[Source]) -> list[Source]:
    several = [original] if isinstance(original, (str, os.PathLike, Article)) else list(original)
    if not several:
        raise InputError("The list of originals is empty; name at least one file or URL.")
    return several


def _discovered(target: Article, tell: Progress) -> list[Article]:
    """Likely originals, found in the ways that are open; versions of one story among them."""
    from align.finding.discovery import discover
    from align.finding.ways import WaySettings

    # A store holds vectors of the bundled encoder, whichever one aligns.
    found = discover(target, WaySettings.from_environment(), load_encoder(), progress=tell)
    if not found.articles:
        raise InputError(found.explanation())
    return [load(article) for article in found.articles]


def _best_version(target: Article, versions: Sequence[Article], encoder: Encoder,
                  settings: Settings) -> tuple[Article, Alignment, dict[str, object]]:
    """The version that the rewrite was made from, and what is known of the others."""
    if len(versions) == 1:
        texts = [heard(sentence.text for sentence in each.sentences)
                 for each in (*versions, target)]
        return versions[0], align(texts[0], texts[1], encoder, settings.aligner), {}
    from align.finding.versions import choose

    ranked = choose(target, versions, encoder, settings.aligner)
    told = [
        {"source": str(each.article.provenance.get("source", "")) or each.article.url,
         "title": each.article.title, "published": each.article.published,
         "score": each.score, "coverage": round(each.coverage, 4), "later": each.late,
         "only": [each.article.sentences[i].text for i in each.only], "chosen": each is ranked[0]}
        for each in ranked
    ]
    return ranked[0].article, ranked[0].alignment, {"versions": told}


def coverage(target: Article, beads: Sequence[Bead]) -> float:
    """Share of the rewrite, in characters, that has a counterpart in the original."""
    lengths = [len(sentence.text) for sentence in target.sentences]
    matched = sum(lengths[j] for bead in beads if bead.kind == "match" for j in bead.target)
    return matched / max(sum(lengths), 1)


# ------------------------------------------------------------------- from beads to flags


@dataclass(frozen=True, slots=True)
class _Joined:
    """The sentences of one side of a bead as running text, and where each begins in it."""

    text: str
    parts: tuple[tuple[int, int, int], ...]  # sentence, start, end

    def spans(self, ranges: Sequence[Range]) -> tuple[Span, ...]:
        """Ranges of the running text as spans of the sentences they touch."""
        return tuple(sorted(
            Span(number, max(a, start) - start, min(b, end) - start)
            for a, b in ranges for number, start, end in self.parts if a < end and start < b
        ))


def _joined(article: Article, numbers: Sequence[int]) -> _Joined:
    parts, at = [], 0
    for number in numbers:
        end = at + len(article.sentences[number].text)
        parts.append((number, at, end))
        at = end + 1
    return _Joined(" ".join(article.sentences[i].text for i in numbers), tuple(parts))


def _flag(number: int, flag: PairFlag, source: _Joined, target: _Joined) -> Flag:
    return Flag(
        bead=number, category=flag.category, check=flag.check, kind=flag.kind,
        severity=flag.severity, confidence=flag.confidence, source=source.spans(flag.source),
        target=target.spans(flag.target), message=flag.message, pesan=flag.pesan,
        suggestion=flag.suggestion, evidence=flag.evidence)


# ------------------------------------------------------------------- what to say on top


def _tuned(source: Article, target: Article) -> bool:
    """Whether the checks apply: English to Indonesian, or a language that could not be told."""
    return source.language in ("en", "") and target.language in ("id", "")


def _summary(source: Article, target: Article, beads: Sequence[Bead],
             flags: Sequence[Flag]) -> dict[str, object]:
    kinds = [bead.kind for bead in beads]
    return {
        **counts(flags),
        "matched": kinds.count("match"),
        "omissions": kinds.count("omission"),
        "additions": kinds.count("addition"),
        "moved": sum(bead.moved for bead in beads),
        "coverage": round(coverage(target, beads), 4),
        "notes": [{"message": english, "pesan": indonesian}
                  for english, indonesian in _notes(source, target, beads)],
    }


def _notes(source: Article, target: Article,
           beads: Sequence[Bead]) -> Iterator[tuple[str, str]]:
    if source.language == "id" and target.language == "en":
        yield ("The rewrite is in English and the original in Indonesian: they look swapped. "
               "Only omissions and additions were checked.",
               "Berita dalam bahasa Inggris dan aslinya dalam bahasa Indonesia: tampaknya "
               "tertukar. Hanya penghilangan dan penambahan yang diperiksa.")
    elif source.language == target.language and source.language:
        yield ("Both texts are in the same language. Only omissions and additions were checked.",
               "Kedua teks berbahasa sama. Hanya penghilangan dan penambahan yang diperiksa.")
    elif not _tuned(source, target):
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


def _called(source: Source) -> str:
    if isinstance(source, Article):
        return f"The article “{source.title}”"
    return "Standard input" if os.fspath(source) == "-" else os.fspath(source)


def sentences_of(source: Source, *, lines: bool = False) -> list[str]:
    """The sentences of a text, or its lines where it already holds one sentence a line.

    Empty lines keep their number, so that what comes back fits the file.

    Raises:
        SelarasError: the text cannot be read.
    """
    if not lines or isinstance(source, Article):
        return [sentence.text for sentence in load(source).sentences]
    return read_lines(source)
