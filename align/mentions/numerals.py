"""Number words of English and Indonesian, as tables. `numbers.py` reads them."""

_ENGLISH_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen")
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
_INDONESIAN_UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"

ENGLISH_UNITS = {word: value for value, word in enumerate(_ENGLISH_UNITS.split())}
ENGLISH_TENS = {word: 10 * (n + 2) for n, word in enumerate(_ENGLISH_TENS.split())}
ENGLISH_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "trn": 1e12, "mil": 1e6, "lakh": 1e5, "crore": 1e7,
}
PLURALS = frozenset(("hundreds", "thousands", "millions", "billions", "trillions", "dozens"))
ENGLISH_ORDINALS = {
    **{word: value for value, word in enumerate(_ENGLISH_ORDINALS.split(), 1)},
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90,
}
ENGLISH_ORDINAL_SCALES = {"hundredth": 1e2, "thousandth": 1e3, "millionth": 1e6}
ENGLISH_FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10,
}
# Plurals name a magnitude, not a number: thousands of people.
ENGLISH_VAGUE = {
    "dozens": 10, "scores": 10, "tens": 10, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}
# Before a bare scale these blur it: several hundred, a few thousand, beberapa juta.
ENGLISH_SOME = frozenset(("several", "few", "many", "couple", "some"))
INDONESIAN_SOME = frozenset(("beberapa", "sekian"))
ENGLISH_TIMES = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "thrice": 3, "triple": 3,
    "tripled": 3, "triples": 3, "tripling": 3, "quadruple": 4, "quadrupled": 4,
}
ENGLISH_TWO = {"both": 2, "couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "single": 1,
               "once": 1, "another": 1, "pairs": 2, "twins": 2, "twin": 2}

ENGLISH_NUMERALS = frozenset((*ENGLISH_UNITS, *ENGLISH_TENS))
# Before "second" these say that it is another one, or the unit of time.
ONE_SECOND = frozenset(("a", "per", "split", "every", "each"))
# Before "scores" these say that points are meant.
_BEFORE_NOUNS = ("the a his her its their our test exam final average higher lower credit these "
                 "those good bad high low best worst")
BEFORE_NOUNS = frozenset(_BEFORE_NOUNS.split())

INDONESIAN_UNITS = {word: value for value, word in enumerate(_INDONESIAN_UNITS.split())}
# What follows a digit: times it, and how much more. lima belas, lima puluh, lima ratus.
INDONESIAN_TEENS = {"belas": (1, 10), "puluh": (10, 0), "ratus": (100, 0)}
INDONESIAN_SCALES = {
    "ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "milliar": 1e9, "triliun": 1e12,
    "trilyun": 1e12, "trilliun": 1e12, "biliun": 1e12, "lusin": 12, "rb": 1e3, "jt": 1e6,
    "kodi": 20, "bn": 1e9, "mn": 1e6,
}
# One of something, in one word.
INDONESIAN_ONE = {
    "seratus": 1e2, "seribu": 1e3, "sejuta": 1e6, "semiliar": 1e9, "semilyar": 1e9,
    "setriliun": 1e12, "selusin": 12,
}
INDONESIAN_SMALL = {
    "seorang": 1, "sebuah": 1, "seekor": 1, "sebulan": 1, "seminggu": 1, "sepekan": 1,
    "setahun": 1, "sejam": 1, "sehari": 1, "sekali": 1, "semalam": 1, "seabad": 1, "sedekade": 1,
    "salah": 1, "berdua": 2, "bertiga": 3, "berempat": 4, "berlima": 5, "sepasang": 2,
    "pasangan": 2, "pasang": 2, "ganda": 2, "dobel": 2, "duo": 2, "trio": 3, "tunggal": 1,
    "sepersepuluh": 0.1, "seperlima": 0.2, "seperempat": 0.25, "sepertiga": 1 / 3, "setengah": 0.5,
    "separuh": 0.5, "separo": 0.5, "paruh": 0.5, "perdana": 1, "dwi": 2, "tri": 3, "kembar": 2,
    "menggandakan": 2, "dilipatgandakan": 2, "berganda": 2, "lipat": 2,
}
INDONESIAN_VAGUE = {
    "belasan": 10, "puluhan": 10, "lusinan": 10, "ratusan": 1e2, "ribuan": 1e3, "jutaan": 1e6,
    "miliaran": 1e9, "milyaran": 1e9, "triliunan": 1e12,
}
BARE_SCALES = {"ratus": 1e2, "ribu": 1e3, "juta": 1e6, "miliar": 1e9, "triliun": 1e12}
GLUED = ("belas", "puluh", "ratus", "ribu", "juta")  # duapuluh, limaratus
INDONESIAN_FRACTIONS = {
    "perdua": 2, "pertiga": 3, "perempat": 4, "perlima": 5, "perenam": 6, "perdelapan": 8,
    "persepuluh": 10,
}

SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12,
         "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
