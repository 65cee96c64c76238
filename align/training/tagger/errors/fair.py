"""Fair variation: what rewriting may do without saying anything else. Never marked.

Shown only errors, a tagger would learn to cry wolf at every change.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from random import Random

from align.training.tagger.errors.edit import FINE, Edit
from align.training.tagger.errors.material import Material, cased, draw


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    text = (files(__package__) / "synonyms.tsv").read_text(encoding="utf-8")
    groups = [row[0].split("|") for row in csv.reader(text.splitlines()[1:], delimiter="\t")]
    found: dict[str, list[str]] = {}
    for group in groups:
        for word in group:
            found.setdefault(word, []).extend(other for other in group if other != word)
    return {word: tuple(others) for word, others in found.items()}


def synonym(pair: Material, rng: Random) -> Edit | None:
    """A word or set phrase for another that says the same in any news sentence."""
    edits = []
    for word in pair.target_words:
        others = _synonyms().get(word.lower)
        if others:
            old = pair.target[word.start:word.end]
            edits.append(Edit("target", word.start, old, cased(old, rng.choice(others)), FINE))
    return draw(rng, edits)


def same_sense(pair: Material, rng: Random) -> Edit | None:
    """Another rendering of the source word that dictionaries hold for the same sense."""
    edits = []
    for i, j in sorted(pair.links):
        source, target = pair.source_words[i], pair.target_words[j]
        if (source.text[0].isupper() and i) or len(target.lower) < 4:
            continue
        chances = pair.lexis.forward.get(source.lower, {})
        others = [other for other in pair.lexis.renderings(source.lower)
                  if other != target.lower and chances.get(other, 0) >= 0.05
                  and other[:2] == target.lower[:2]
                  and pair.lexis.same_sense(other, target.lower, source.lower)]
        if others:
            old = pair.target[target.start:target.end]
            edits.append(Edit("target", target.start, old, cased(old, rng.choice(others)), FINE))
    return draw(rng, edits)


_EMPTY = re.compile(r" (?:bahwa|telah|adalah|itu|tersebut|pun|lah|ialah|merupakan|oleh|pihak|"
                    r"sendiri|para|tanggal|sebuah|seorang|hari)(?= )")


def without_filler(pair: Material, rng: Random) -> Edit | None:
    """A function word dropped that the language can spare: bahwa, telah, tersebut, para."""
    return draw(rng, [Edit("target", m.start(), m.group(), "", FINE)
                      for m in _EMPTY.finditer(pair.target)])


_SPOTS = ((re.compile(r"(?<=[a-z]{4}an)(?= (?:di|pada|untuk|yang) )"), (" tersebut", " itu")),
          (re.compile(r"(?<=mengatakan)(?= [a-z])"), (" bahwa",)),
          (re.compile(r"(?= (?:di|me)[a-z]{4,})"), (" telah", " pun")))


def with_filler(pair: Material, rng: Random) -> Edit | None:
    """A function word put in that adds nothing: tersebut, bahwa, telah."""
    spot, fillers = rng.choice(_SPOTS)
    return draw(rng, [Edit("target", m.start(), "", rng.choice(fillers), FINE)
                      for m in spot.finditer(pair.target) if m.start()])


_QUOTES = (("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"), ("«", "»"))


def quotes(pair: Material, rng: Random) -> Edit | None:
    """Quotation marks of another style."""
    match = re.search(r"[“\"]([^“”\"]+)[”\"]", pair.target)
    if not match:
        return None
    left, right = rng.choice([style for style in _QUOTES if style[0] != match.group()[0]])
    return Edit("target", match.start(), match.group(), left + match.group(1) + right, FINE)


def fronted(pair: Material, rng: Random) -> Edit | None:
    """A closing adverbial moved to the front: "... pada hari Senin." -> "Pada hari Senin, ..."."""
    match = re.search(r" ((?:pada|di|sejak|setelah|sebelum|selama|ketika|menurut|dalam) "
                      r"[^,.;:()“”\"]{4,50})(?=[.!?]?$)", pair.target)
    opening = re.match(r"[A-Z][a-z]", pair.target)
    if not match or not opening or match.start() < 15 or "," in pair.target[:match.start()]:
        return None
    phrase, body, stop = match.group(1), pair.target[:match.start()], pair.target[match.end():]
    first = pair.target_words[0]
    if pair.lexis.seen_target.get(first.lower, 0) > 40:
        body = body[0].lower() + body[1:]
    comma = "," if rng.random() < 0.8 else ""
    return Edit("target", 0, pair.target, phrase[0].upper() + phrase[1:] + comma + " " + body
                + stop, FINE)


_SPEECH = re.compile(r"^(?P<quote>[“\"][^“”\"]+?),?(?P<close>[”\"]),? "
                     r"(?P<verb>kata|ujar|tutur|jelas|ungkap|ucap) (?P<who>[^,.]{2,60})\.$")


def speaker_first(pair: Material, rng: Random) -> Edit | None:
    """ "...", kata X. -> X mengatakan, "..." """
    match = _SPEECH.match(pair.target)
    if not match:
        return None
    who = match["who"][0].upper() + match["who"][1:]
    verb = rng.choice(("mengatakan", "berkata", "menyatakan", "menuturkan"))
    new = f"{who} {verb}, {match['quote']}{match['close']}."
    return Edit("target", 0, pair.target, new, FINE)


_ABBREVIATIONS = (("Amerika Serikat", "AS"), ("Perserikatan Bangsa-Bangsa", "PBB"),
                  ("Uni Eropa", "UE"), ("kilometer", "km"), ("Inggris Raya", "Inggris"),
                  ("Presiden Amerika Serikat", "Presiden AS"), ("persen", "%"))


def short_form(pair: Material, rng: Random) -> Edit | None:
    """Amerika Serikat for AS, persen for %, and back."""
    edits = []
    for long, short in _ABBREVIATIONS:
        for old, new in ((f" {long}", f" {short}"), (f" {short} ", f" {long} ")):
            at = pair.target.find(old)
            if at >= 0 and not pair.target[at + len(old):at + len(old) + 1].isalnum():
                edits.append(Edit("target", at, old, new, FINE))
    return draw(rng, edits)


def pronoun(pair: Material, rng: Random) -> Edit | None:
    """The rewrite names whom the source calls he: the source's opening name made a pronoun."""
    match = re.match(r"[A-Z][\w’\-]+(?: [A-Z][\w’\-]+)?(?= (?:said|says|told|added|was|is|has)\b)",
                     pair.source)
    if not match or match.group() not in pair.target:
        return None
    return Edit("source", 0, match.group(), rng.choice(("He", "She")), FINE)


def ending(pair: Material, rng: Random) -> Edit | None:
    """The closing stop left off, or a spelling of the times: di pukul, capital letters."""
    if pair.target.endswith(".") and rng.random() < 0.5:
        return Edit("target", len(pair.target) - 1, ".", "", FINE)
    if not pair.target[-1:].isalnum():
        return None
    return Edit("target", len(pair.target), "", ".", FINE)
