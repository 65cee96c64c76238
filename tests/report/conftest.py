"""One invented review with everything in it that the report must show."""

from __future__ import annotations

import pytest

from align.model import Article, Bead, Flag, Review, Sentence, Span

ORIGINAL = [
    (0, "Harbour board delays bridge vote after engineers raise alarm"),
    (1, "NORTH HAVEN, March 3 - The harbour board put off a vote on the $1.4 billion Teal Bridge "
        "on Wednesday after two engineers warned that its piers might be unsafe."),
    (1, "The board did not set a new date."),
    (2, "“We may never build it,” chair Ingrid Falk told reporters."),
    (2, "She said at least 14 companies had shown interest."),
    (3, "A court filing showed that the contractor had been warned about the welds since October."),
    (4, "Traffic was rerouted through Old Quay."),
    (4, "The ferry union welcomed the delay, and called for a public inquiry into the tender."),
    (5, "The bridge was first proposed in 1998."),
    (6, "Engineers <script>document.title='owned'</script> & others declined to comment."),
]
REWRITE = [
    (0, "Dewan pelabuhan tunda pemungutan suara jembatan setelah insinyur memberi peringatan"),
    (1, "Jembatan itu pertama kali diusulkan pada 1998."),
    (2, "Dewan pelabuhan pada Rabu menunda pemungutan suara atas Jembatan Teal senilai 1,4 juta "
        "dolar AS."),
    (2, "Dua insinyur memperingatkan bahwa tiang-tiangnya mungkin tidak aman."),
    (2, "Dewan menetapkan tanggal baru."),
    (3, "“Kami tidak akan pernah membangunnya,” kata kursi Ingrid Falk kepada wartawan."),
    (3, "Ia mengatakan 14 perusahaan telah menunjukkan minat."),
    (4, "Lalu lintas di-reroute melalui Old Quay."),
    (4, "Banyak warga kecewa dengan keputusan tersebut."),
    (5, "Serikat pekerja feri menyambut penundaan itu dan meminta penyelidikan atas tender."),
    (6, "Para insinyur <script>document.title='owned'</script> & lainnya menolak berkomentar."),
]
VERSIONS = [
    {"source": "https://example.org/bridge", "title": ORIGINAL[0][1], "published": "2021-03-03",
     "score": 0.94, "coverage": 0.873, "later": False, "chosen": True,
     "only": [ORIGINAL[4][1]]},
    {"source": "versions/early.txt", "title": "Harbour board to vote on bridge", "published": "",
     "score": 0.0596, "coverage": 0.7, "later": False, "chosen": False, "only": []},
    {"source": "versions/late.txt", "title": "UPDATE 2-Board <b>scraps</b> bridge vote",
     "published": "2021-03-05T08:00:00Z", "score": 0.0004, "coverage": 0.8, "later": True,
     "chosen": False, "only": ["The mayor resigned.", "“Enough,” she said </details><script>."]},
]


def article(lines: list[tuple[int, str]], language: str, **more: str) -> Article:
    text, sentences = "", []
    for i, (paragraph, line) in enumerate(lines):
        if i:
            text += " " if paragraph == lines[i - 1][0] else "\n\n"
        sentences.append(Sentence(line, paragraph, len(text), len(text) + len(line)))
        text += line
    return Article(title=lines[0][1], language=language, text=text, sentences=tuple(sentences),
                   **more)


def made_review(**changes: object) -> Review:
    original = article(ORIGINAL, "en", byline="By A. Writer", dateline="NORTH HAVEN",
                       published="2021-03-03", url="https://example.org/bridge")
    rewrite = article(REWRITE, "id", published="2021-03-04", source_mark="Sumber : Kawat",
                      url="javascript:alert(1)")

    def at(side: Article, sentence: int, words: str) -> Span:
        start = side.sentences[sentence].text.index(words)
        return Span(sentence, start, start + len(words))

    def flag(bead: int, category: str, check: str, severity: str, confidence: float,
             source: list[tuple[int, str]], target: list[tuple[int, str]], message: str,
             pesan: str) -> Flag:
        return Flag(bead=bead, category=category, check=check,  # type: ignore[arg-type]
                    severity=severity, confidence=confidence,  # type: ignore[arg-type]
                    source=tuple(at(original, *s) for s in source),
                    target=tuple(at(rewrite, *t) for t in target), message=message, pesan=pesan)

    beads = (
        Bead((0,), (0,), score=0.99), Bead((1,), (2, 3), score=0.97), Bead((2,), (4,), score=0.9),
        Bead((3,), (5,), score=0.95), Bead((4,), (6,), score=0.93), Bead((5,), (), score=0.96),
        Bead((6,), (7,), score=0.88), Bead((), (8,), score=0.94), Bead((7,), (9,), score=0.42),
        Bead((8,), (1,), moved=True, score=0.91), Bead((9,), (10,), score=0.98),
    )
    flags = (
        flag(1, "mistranslation", "numbers", "critical", 0.98, [(1, "$1.4 billion")],
             [(2, "1,4 juta dolar AS")], "1.4 billion became 1.4 million.",
             "1,4 miliar menjadi 1,4 juta."),
        flag(2, "mistranslation", "negation", "critical", 0.93, [(2, "did not set")],
             [(4, "menetapkan")], "A denial became an affirmation.",
             "Pernyataan negatif menjadi positif."),
        flag(3, "mistranslation", "hedges", "major", 0.86, [(3, "may never build it")],
             [(5, "tidak akan pernah membangunnya")], "A possibility became a certainty.",
             "Kemungkinan menjadi kepastian."),
        flag(3, "mistranslation", "senses", "major", 0.77, [(3, "build it,” chair")],
             [(5, "membangunnya,” kata kursi")],
             "Wrong sense: “kursi” is a chair to sit on; “ketua” heads a board.",
             "Makna keliru: “kursi” ialah tempat duduk; yang memimpin dewan ialah “ketua”."),
        flag(3, "mistranslation", "tagger", "minor", 0.55, [(3, "chair")], [(5, "kursi")],
             "Unlikely rendering </script><script>document.title='owned'</script>.",
             "Padanan yang janggal </script><script>document.title='owned'</script>."),
        flag(4, "mistranslation", "hedges", "minor", 0.7, [(4, "at least 14")], [(6, "14")],
             "“At least” is gone.", "“Setidaknya” hilang."),
        flag(5, "omission", "omission", "major", 0.95, [(5, ORIGINAL[5][1])], [],
             "The rewrite leaves this sentence out.", "Saduran menghilangkan kalimat ini."),
        flag(6, "untranslated", "untranslated", "minor", 0.9, [(6, "rerouted")],
             [(7, "di-reroute")], "“reroute” was left in English.",
             "“reroute” dibiarkan dalam bahasa Inggris."),
        flag(7, "addition", "addition", "major", 0.91, [], [(8, REWRITE[8][1])],
             "The original does not say this.", "Naskah asli tidak menyatakan ini."),
        flag(8, "omission", "coverage", "minor", 0.6, [(7, "public")], [],
             "“public” was left out.", ""),
    )
    made = Review("selaras 0.1 | use 0.2 | no tagger | defaults", original, rewrite, beads, flags)
    return Review(**{**{f: getattr(made, f) for f in Review.__dataclass_fields__}, **changes})


@pytest.fixture(scope="session")
def review() -> Review:
    return made_review()


@pytest.fixture(scope="session")
def versioned() -> Review:
    """The same, made from one of three versions."""
    return made_review(summary={"versions": VERSIONS})
