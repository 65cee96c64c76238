"""Reviews made up for the tests of the export."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import strategies as st

from align.export import Exported, export
from align.export.documents import Document
from align.model import Article, Bead, Flag, Review, Sentence, Span

NASTY = ('"Never," he said.\tOr\r\nnot', "<seg>&amp;]]></seg>", "a\x00b\x0bc\x1f\x85d\u2028e",
         "\ufffe\uffff \U0001f600 \U00100000", "half \ud83d a pair", "  spaces  ", "\ufeffmark", "",
         "e\u0301 n\u0303 \u200b\u200f", "=1+1", "-tab\t\rcr")


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    def make(*texts: str, language: str = "en", url: str = "", **more: Any) -> Article:
        """One paragraph a text; a text with a tab between is two sentences."""
        sentences, start, paragraphs = [], 0, []
        for paragraph, text in enumerate(texts):
            for part in text.split("\t\t"):
                sentences.append(Sentence(part, paragraph, start, start + len(part)))
                start += len(part) + 1
            start += 1
            paragraphs.append(text.replace("\t\t", " "))
        return Article(title=texts[0], language=language, url=url, text="\n\n".join(paragraphs),
                       sentences=tuple(sentences), **more)

    return make


@pytest.fixture(scope="session")
def ferry(article: Callable[..., Article]) -> Review:
    """Two matches (one of them moved, with a flag), an omission and an addition."""
    original = article("Ferry halts service", "It has no date.", "The union warned twice.",
                       url="https://example.org/ferry")
    rewrite = article("Feri berhenti", "Ada tanggal.\t\tItu pasti.", "Pengamat cemas.",
                      language="id")
    return Review(
        "selaras:0|test", original, rewrite,
        beads=(Bead((0,), (0,), score=0.99), Bead((1,), (1, 2), score=0.5, moved=True),
               Bead((2,), (), score=0.9), Bead((), (3,), score=0.8)),
        flags=(Flag(bead=1, category="mistranslation", check="negation", severity="critical",
                    confidence=0.9, source=(Span(1, 7, 9),),
                    target=(Span(1, 0, 3), Span(2, 4, 9)), message="A denial is lost."),
               Flag(bead=2, category="omission", check="omission", severity="major",
                    confidence=0.5, source=(Span(2, 0, 23),), target=(), message="Left out.")))


@pytest.fixture(scope="session")
def plain_review() -> Callable[..., Review]:
    def make(source: str, target: str, url: str = "https://example.org/?a=1&b=<2>") -> Review:
        """One match whose flag's message is the source again, and one omission."""
        original = Article(language="en", url=url, text=source,
                           sentences=(Sentence(source, 0, 0, len(source)),))
        rewrite = Article(language="id", text=target,
                          sentences=(Sentence(target, 0, 0, len(target)),))
        flag = Flag(bead=0, category="mistranslation", check="numbers", severity="major",
                    confidence=0.75, source=(Span(0, 0, min(1, len(source))),),
                    target=(Span(0, 0, min(2, len(target))),), message=source)
        beads = (Bead((0,), (0,), score=0.875), Bead((0,), ()))
        return Review("selaras:0|test", original, rewrite, beads, (flag,))

    return make


Written = tuple[dict[str, bytes], Exported]


@pytest.fixture(scope="session")
def written() -> Callable[..., Written]:
    def write(to: str, *reviews: Review | Document, name: str = "corpus", **more: Any) -> Written:
        """The bytes of every file that an export wrote, and what it said."""
        with TemporaryDirectory() as folder:
            done = export(list(reviews), Path(folder) / name, to=to, **more)
            return {path.relative_to(folder).as_posix(): path.read_bytes()
                    for path in sorted(Path(folder).rglob("*")) if path.is_file()}, done

    return write


@pytest.fixture(scope="session")
def any_text() -> Any:
    return st.one_of(st.text(max_size=40), st.sampled_from(NASTY),
                     st.text(alphabet="\"\t\n\r\\,;ab\x00\x85\u2028\u2029\ud800\U0001f600\u0301",
                             max_size=12))
