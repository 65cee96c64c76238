"""Wrong sense: a word that translates the source word, but not as it is meant here.

Flags *mengajukan pameran* for "filed exhibits" (pameran is an exhibition, here it is barang
bukti), and idioms rendered word by word. For each English content word whose translation in the
target belongs to one of several senses, the other senses' translations are put against it; see
`align.analysis.contrast` for how.

Must not flag: a synonym, another word class, names, a free rendering of the whole sentence, a
translation that parallel text often has for this word, and an idiom for which no listed calque
stands there (that is only a doubt).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from align.analysis.idioms import Idiom
from align.analysis.substitutions import Substitution
from align.checks import Analysis, Finding, check
from align.lexicon.logistic import logit, shipped

LEAST = -1.5  # log odds by vectors below which another sense is no doubt at all
# Features that the decision weighs, too: how often either translation was seen, how alike they are.
_TELLING = ("p_found", "seen_found", "share_found", "p_other", "seen_other", "share_other",
            "likeness", "rendering", "cue_near", "cue_beside", "cue_form")
MOST = 4      # findings of a pair: more are a sign of a bad bead, not of bad words


@check("links", "vectors")
def senses(pair: Analysis) -> Iterable[Finding]:
    """Literal idioms, then wrong senses, the likeliest first."""
    idioms = pair.idioms
    return [*map(_idiom, idioms), *_senses(pair, idioms)][:MOST]


def _senses(pair: Analysis, idioms: Sequence[Idiom]) -> list[Finding]:
    """The best substitution for each source word and each stretch of the target, if it is good."""
    if pair.vectored is None:
        return []
    weights = shipped("contrast")
    scored = sorted(((logit(weights, row), swap, row)
                     for swap, row in pair.vectored.substitutions),
                    key=lambda item: (-item[0], item[1].start))
    crowd = math.log(max(1, len({swap.source.start for _, swap, _ in scored})))
    taken = {place for idiom in idioms for place in range(*idiom.source)}
    told: set[int] = set()
    found = []
    for score, swap, row in scored:
        if score < LEAST:
            break
        if swap.source.start not in taken and swap.start not in told:
            taken.add(swap.source.start)
            told.add(swap.start)
            known = {name: row[name] for name in _TELLING if name in row}
            found.append(_finding(swap, {"contrast": score, "crowd": crowd, **known}))
    return found


def _finding(swap: Substitution, evidence: dict[str, float]) -> Finding:
    return Finding(
        "wrong-sense" if swap.listed else "unlisted-sense", "mistranslation",
        ((swap.source.start, swap.source.end),), ((swap.start, swap.end),),
        words={"gloss": swap.home.gloss, "better": swap.other.target},
        evidence=evidence, suggestion=swap.put)


def _idiom(idiom: Idiom) -> Finding:
    kind = ("idiom-calque" if idiom.calque else "idiom-literal" if idiom.whole
            else "idiom-unrendered")
    return Finding(kind, "mistranslation", (idiom.source,), (idiom.target,),
                   words={"better": idiom.means[0]}, evidence={"half": float(idiom.half)},
                   suggestion=idiom.means[0])
