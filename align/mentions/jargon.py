"""Terms of a field that Indonesian news keeps in English, among others of the same field.

"Hole" left standing is an error in a report on a landslide and none in one on golf. A term is
kept where it is a sign of its field itself (birdie), or where its sentence, or the article, has one
on either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from align.text.en.morphology import lemmas

_FIELDS = (
    # golf
    "golf golfer golfers pegolf match round shot pukulan "
    "birdie bogey eagle par tee green fairway putt putter putting hole "
    "bunker caddie caddy chip foursome fourball fourballs foursomes front back nine stroke swing "
    "drive driver iron wedge handicap pga lpga ryder open masters double albatross",
    # tennis, badminton, table tennis
    "tennis tenis petenis badminton bulu tangkis ace break point set match game deuce tie tiebreak "
    "wildcard seed service serve return winner unforced error volley backhand forehand smash rally "
    "rubber netting grand slam wimbledon unggulan racket",
    # football
    "football soccer sepak bola pesepak striker brace hattrick assist clean sheet comeback own "
    "goal offside kick off corner cross header tackle pressing box line up starting extra "
    "injury time "
    "playmaker winger back half full bench penalty shootout treble quadruple derby gol klub",
    # basketball, American football, baseball, ice hockey
    "basketball basket nba rebound assist dunk guard forward center turnover buzzer beater steal "
    "block triple double pointer quarter draft trade rookie point three playoff conference finals "
    "nfl quarterback touchdown field goal super bowl mlb baseball bisbol inning home run pitcher "
    "catcher nhl power play",
    # boxing, mixed martial arts
    "boxing tinju petinju boxer knockout ring round jab uppercut hook belt bout undercard ufc mma "
    "octagon submission takedown fighter heavyweight lightweight split decision technical",
    # motor racing, cycling, sailing
    "racing balap pembalap formula motogp grand prix pole position pit stop lap grid podium "
    "paddock fastest qualifying sprint race safety car flag tyre soft medium hard wet crash "
    "gravel peloton "
    "breakaway time trial stage yellow jersey sprinter rider leader",
    # finance, trade
    "shares saham investor pasar market futures spot yield bond hedge hedging leverage margin call "
    "short selling swap spread option put carry trade benchmark rally rebound profit taking "
    "bullish bearish stock split buyback right issue book building free float window "
    "dressing cut loss "
    "default repo basis crude palm oil treasury",
    # computing
    "software internet data server cloud open source code machine learning deep large language "
    "model chatbot bug patch exploit backdoor zero day payload botnet phishing token wallet mining "
    "staking blockchain bitcoin developer user interface backend frontend framework app aplikasi "
    "feed timeline engagement streaming",
    # film, music, fashion
    "film movie sutradara scene sequence close up voice over ending plot twist opening cliffhanger "
    "spin off box office screening premiere red carpet award score music musik album lagu single "
    "track listing featuring headliner line up encore intro verse chorus hook beat cover playlist "
    "runway catwalk haute couture ready to wear street style lookbook",
    # aviation, shipping
    "flight penerbangan pesawat pilot cockpit go around landing take off runway taxiway crew "
    "boarding black box stall autopilot flap slot hub codeshare bunker charter tanker "
    "freight forwarder",
)


# Words that show that a field is talked about, in the order of _FIELDS: no everyday ones.
_SIGNS = (
    "golf golfer golfers pegolf pga lpga ryder birdie bogey fairway putt foursome foursomes "
    "fourball fourballs tee",
    "tennis tenis petenis badminton bulutangkis wimbledon deuce tiebreak backhand forehand "
    "volley",
    "football soccer sepak bola pesepak striker winger playmaker gol klub derby hattrick",
    "basketball basket nba nfl quarterback touchdown baseball bisbol mlb inning nhl playoff",
    "boxing tinju petinju boxer knockout ufc mma octagon heavyweight",
    "balap pembalap formula motogp prix paddock peloton sprinter",
    "saham investor bullish bearish hedging buyback obligasi treasury",
    "software internet server chatbot botnet blockchain bitcoin aplikasi",
    "film movie sutradara album lagu musik catwalk couture playlist soundtrack",
    "penerbangan pesawat cockpit taxiway autopilot codeshare tanker",
)


@cache
def _fields() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Terms and signs of each field."""
    return tuple((frozenset(terms.split()), frozenset(signs.split()))
                 for terms, signs in zip(_FIELDS, _SIGNS, strict=True))


def is_jargon(run: Sequence[str], around: Iterable[str]) -> bool:
    """Whether lower-case words left in English are terms of a field that is talked about.

    Args:
        run: the words that stand together.
        around: the other words of the pair, both sides, and of the articles if there are any.
    """
    signs = [signs for terms, signs in _fields()
             if all(any(form in terms for form in lemmas(word)) for word in run)]
    if not signs:
        return False
    return any(some & set(lemmas(word)) for word in (*run, *around) for some in signs)
