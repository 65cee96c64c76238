"""Random damage with fresh seeds: ten seconds each here, more on demand.

    SELARAS_FUZZ=300 python -m pytest tests/hostile/test_fuzz.py

A find is told with its seed and becomes a case of its own in the tests of that room.
"""

import copy
import json
import os
import random
import sys
import time
from collections.abc import Iterator
from typing import Any

from align.errors import SelarasError
from align.export.documents import document_of
from align.export.rows import rows
from align.model import Article, Bead, Flag, Review, Sentence, Span
from align.report import page
from align.scoring import score_lines
from align.serial import loads, to_json

SECONDS = float(os.environ.get("SELARAS_FUZZ", "10"))
JUNK = [None, True, -1, 0, 1, 7, 10**30, -(10**400), 0.5, float("nan"), float("inf"), "", "x" * 99,
        "\ud800", "\x1b[2J", "\u202e", "<script>", [], [[]], {}, {"a": {}}, [0, 0, 1], "accepted"]
PIECES = ["not ", "300 ", "U.S. ", "“", "\"", "(", "5.5% ", "Senin ", "17 Agustus 1945 ", "tidak ",
          "\t", "\u0000", "\u202e", "٣", "①", "½", "😀", "e\u0301", "-", "—", "...", "'", "a" * 99,
          "Rp1,5 triliun ", "km/jam ", "di-boot ", "bank ", "\ufeff", "\u2028", "\x85"]


def seeds() -> Iterator[random.Random]:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        seed = random.SystemRandom().randrange(2**32)
        sys.stdout.write(f"seed {seed}\n")  # shown if the test fails
        yield random.Random(seed)


def sound() -> dict[str, Any]:
    texts = ("The ferry stopped.", "Nobody was hurt.")
    article = Article(text="\n\n".join(texts), sentences=(
        Sentence(texts[0], 0, 0, 18), Sentence(texts[1], 1, 20, 36)))
    flag = Flag(bead=1, category="mistranslation", check="numbers", severity="minor",
                confidence=0.5, source=(Span(1, 0, 6),), target=(Span(1, 0, 6),), message="m",
                evidence={"a": 1.0})
    plain: dict[str, Any] = to_json(Review(
        "selaras:0", article, article, (Bead((0,), (0,)), Bead((1,), (1,))), (flag,), (flag,),
        summary={"notes": [{"message": "a", "pesan": "b"}], "decisions": {"0": "accepted"},
                 "versions": [{"source": "a", "score": 0.5, "chosen": True, "only": ["a"]}]}))
    return plain


def damaged(plain: Any, chance: random.Random) -> None:
    """Put junk in one random place."""
    place, key = plain, chance.choice(list(plain))
    while isinstance(place[key], (dict, list)) and place[key] and chance.random() < 0.85:
        place = place[key]
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
    if chance.random() < 0.2:
        del place[key]
    else:
        place[key] = copy.deepcopy(chance.choice(JUNK))


def test_a_damaged_review_is_refused_or_can_be_used() -> None:
    used = 0
    for chance in seeds():
        plain = sound()
        for _ in range(chance.randint(1, 3)):
            damaged(plain, chance)
        try:
            review = loads(Review, json.dumps(plain))
        except SelarasError as error:
            told = str(error)
        else:
            told = ""
            list(rows(document_of(review)))
            page(review)
            used += 1
        assert len(told) < 400
    assert used


def test_any_line_is_scored_or_told_what_is_wrong() -> None:
    scored = 0
    for chance in seeds():
        lines = ["".join(chance.choices(PIECES, k=chance.randint(0, 40))) + "\t"
                 + "".join(chance.choices(PIECES, k=chance.randint(0, 40))) for _ in range(8)]
        data = [line.encode("utf-8", "surrogatepass") for line in lines]
        data[0] = bytes(chance.randrange(256) for _ in range(60))
        for one in score_lines(data):
            assert (one.score is None) == bool(one.problem)
            scored += one.score is not None
    assert scored
