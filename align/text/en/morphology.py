"""Light English lemmas: a table of irregular forms, then suffix rules tried in order."""

from __future__ import annotations

from functools import cache

# base: its irregular forms. Forms that are commoner as words of their own are left out (saw, found
# as a noun is rare in news; `left`, `lay`, `bore`, `rose`, `ground` keep both readings).
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|become became
|begin began begun|bend bent|bet|bid|bind bound|bite bit bitten|bleed bled|blow blew blown
|break broke broken|breed bred|bring brought|broadcast|build built|burn burnt|burst|buy bought
|cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept|cut|deal dealt
|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten
|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
|forbid forbade forbidden|forecast|forget forgot forgotten|forgive forgave forgiven
|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown
|hang hung|hear heard|hide hid hidden|hit|hold held|hurt|keep kept|kneel knelt|know knew known
|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let|lie lay lain
|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken
|overcome overcame|overthrow overthrew overthrown|pay paid|prove proven|put|quit|read
|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought
|sell sold|send sent|set|sew sewn|shake shook shaken|shed|shine shone|shoot shot|show shown
|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
|sling slung|slit|smell smelt|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent
|spill spilt|spin spun|spit spat|split|spread|spring sprang sprung|stand stood|steal stole stolen
|stick stuck|sting stung|stink stank stunk|stride strode|strike struck stricken|string strung
|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung
|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust
|tread trod trodden|undergo underwent undergone|understand understood
|undertake undertook undertaken|uphold upheld|upset|wake woke woken|wear wore worn
|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
|withstand withstood|wring wrung|write wrote written|man men|woman women|child children|foot feet
|tooth teeth|goose geese|mouse mice|person people|life lives|wife wives|knife knives|wolf wolves
|leaf leaves|half halves|loaf loaves|thief thieves|shelf shelves|self selves|calf calves
|crisis crises|analysis analyses|basis bases|thesis theses|hypothesis hypotheses|oasis oases
|axis axes|criterion criteria|phenomenon phenomena|bacterium bacteria|medium media|datum data
|index indices|policeman policemen|spokesman spokesmen|spokeswoman spokeswomen|gunman gunmen
|congressman congressmen|businessman businessmen|fisherman fishermen|chairman chairmen
|fireman firemen|veto vetoes|good better best|bad worse worst|far farther further|old elder eldest
|die dying|lie lying|tie tying
"""

# ending, what replaces it, least length of the result
_RULES = (
    ("ies", "y", 3), ("sses", "ss", 3), ("shes", "sh", 3), ("ches", "ch", 3), ("xes", "x", 2),
    ("zes", "ze", 3), ("oes", "o", 3), ("ves", "ve", 3), ("ses", "se", 3), ("s", "", 3),
    ("ied", "y", 3), ("ed", "", 3), ("ed", "e", 3), ("ing", "", 3), ("ing", "e", 3),
    ("ier", "y", 3), ("iest", "y", 3), ("er", "e", 4), ("est", "e", 4), ("er", "", 3),
    ("est", "", 3), ("ly", "", 4),
)
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset("bdgklmnprtvz")


_VERB_HEADS = ("over", "under", "out", "with", "fore", "mis", "re", "un")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    bases: dict[str, tuple[str, ...]] = {}
    for group in _IRREGULAR.replace("\n", "").split("|"):
        base, *forms = group.split()
        for form in forms:
            bases[form] = (*bases.get(form, ()), base)
    return bases


def irregular(word: str) -> bool:
    """Whether a lower-case word is an irregular form of another: sold, overtook, men."""
    bare = next((word[len(p):] for p in _VERB_HEADS if word.startswith(p)), word)
    return word in _irregular() or bare in _irregular()


@cache
def lemmas(word: str) -> tuple[str, ...]:
    """The word in lower case and what it may be a form of, likeliest first.

    Without a dictionary a rule may also give a non-word (`filed` → file, fil); whoever looks the
    answers up keeps those that exist.
    """
    word = word.lower()
    found = [word, *_irregular().get(word, ())]
    for ending, put, least in _RULES:
        if not word.endswith(ending) or (ending == "s" and word.endswith(("ss", "us", "is"))):
            continue
        base = word[:len(word) - len(ending)] + put
        if len(base) < least:
            continue
        if not put and base[-1:] in _DOUBLED and base[-2:-1] == base[-1:] and ending != "s":
            found += [base[:-1], base]  # stopped -> stop, but called -> call
        elif put or _VOWELS & set(base) or "y" in base:
            found.append(base)
    return tuple(dict.fromkeys(found))
