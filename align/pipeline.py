"""The whole way on one screen: two articles in, a Review out.

    review = check("rewrite.txt", original="original.txt")
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from align import checks
from align._version import __version__
from align.aligner import Alignment, align
from align.analysis import Tools
from align.encoders import Encoder
from align.encoders import load as load_encoder
from align.errors import InputError
from align.messages import languages, section
from align.model import Article, Bead, Flag, Review
from align.naming import named
from align.notes import coverage, notes
from align.placing import find_flags
from align.reading import read
from align.reading.lines import read_lines
from align.reading.noise import heard
from align.sentences import segment
from align.settings import Settings as Settings
from align.showing import counts
from align.tagger.run import load_ahead, ready

Source = str | os.PathLike[str] | Article
Progress = Callable[[str], None]


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

# ------------------------------------------------------------------- what to say on top


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
        "notes": [_note(name) for name in notes(source, target, beads)],
    }


def _note(name: str) -> dict[str, object]:
    """A note as a flag is told: English, Indonesian, and further languages where there are any."""
    said = {code: section(code, "notes")[name] for code in languages()}
    english, indonesian = said.pop("en"), said.pop("id")
    return {"message": english, "pesan": indonesian} | ({"messages": said} if said else {})


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
