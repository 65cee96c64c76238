"""An invented review of five pairs, and how its reviewers speak."""

from __future__ import annotations

from itertools import count

from align.model import Article, Bead, Flag, Review, Sentence, Span
from align.naming import named
from align.review.events import Event

EN = ["Ferry halts service", "It has no date.", "The union warned twice.", "Fares rose 5 percent.",
      "Talks go on."]
ID = ["Feri berhenti", "Ada tanggal.", "Serikat memperingatkan.", "Tarif naik 50 persen.",
      "Pengamat cemas."]


def article(texts: list[str], language: str) -> Article:
    sentences, start = [], 0
    for paragraph, text in enumerate(texts):
        sentences.append(Sentence(text, paragraph, start, start + len(text)))
        start += len(text) + 2
    return Article(title=texts[0], language=language, text="\n\n".join(texts),
                   sentences=tuple(sentences))


def flag(bead: int, kind: str, severity: str, source: tuple[int, int], target: tuple[int, int],
         **more: object) -> Flag:
    return Flag(bead=bead, category="mistranslation", check="negation", kind=kind,  # type: ignore
                severity=severity, confidence=0.9, source=(Span(bead, *source),),  # type: ignore
                target=(Span(bead, *target),), message=f"{kind}.", **more)  # type: ignore


def made(en: list[str] = EN, id_: list[str] = ID) -> Review:
    return named(Review(
        "selaras:0|test", article(en, "en"), article(id_, "id"),
        beads=(Bead((0,), (0,)), Bead((1,), (1,)), Bead((2,), (2,)), Bead((3,), (3,)),
               Bead((4,), ()), Bead((), (4,))),
        flags=(flag(1, "denial lost", "critical", (7, 9), (0, 3)),
               flag(2, "repetition lost", "minor", (17, 22), (0, 7)),
               flag(3, "number", "major", (11, 12), (11, 13)),
               flag(3, "unit", "minor", (13, 20), (14, 20)))))


class Speaker:
    """Makes the events of one reviewer, one second after the other."""

    def __init__(self, by: str = "Sari", session: str = "s", hour: int = 8) -> None:
        self.by, self.session, self.hour = by, session, hour
        self.numbers = count(1)

    def __call__(self, verb: str, value: object = None, **about: object) -> Event:
        n = next(self.numbers)
        at = f"2026-01-02T{self.hour + n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}.000000Z"
        return Event(id=f"{self.session}.{n}", at=at, by=self.by, pair="p",  # type: ignore
                     verb=verb, value=value, **about)  # type: ignore
