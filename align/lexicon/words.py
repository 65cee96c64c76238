"""Running text to words with their places, and the words that carry no meaning of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# A word may hold inner apostrophes (don't, Qur'an); figures keep their points and commas; a hyphen
# joins only what Indonesian doubles (anak-anak), so `words` decides about it.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:/]\d+)*|[^\w\s]")
_HYPHENS = frozenset("-‐‑")



def table(text: str) -> frozenset[str]:
    """The words of a table set in running text."""
    return frozenset(text.split())


# Function words: never the subject of a wrong sense, never counted as content.
ENGLISH_STOP = table("""
a an the this that these those each every either neither some any no none all both few many much
more most other another such same own what which who whom whose when where why how whether if
i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves one ones someone somebody something
anyone anybody anything everyone everybody everything nobody nothing
be am is are was were been being have has had having do does did doing done will would shall should
can could may might must ought need dare not never n't
of in on at by for with about against between into through during before after above below to from
up down out off over under again further then once here there as than so too very just only also
even still yet already ever else and but or nor because although though while since until unless
upon within without across along around among toward towards via per despite except like amid
's s t d ll m re ve don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't
shouldn't hasn't haven't hadn't it's he's she's that's there's i'm we're they're you're i've we've
they've you've i'll we'll they'll you'll he'll she'll i'd we'd they'd you'd he'd she'd let's
mr mrs ms dr
""")

INDONESIAN_STOP = table("""
yang dan atau di ke dari pada untuk dengan dalam oleh kepada terhadap bagi tentang mengenai sebagai
seperti antara sampai hingga sejak selama saat ketika jika bila apabila kalau maka karena sebab
sehingga agar supaya meski meskipun walau walaupun namun tetapi tapi melainkan sedangkan sementara
bahwa adalah ialah merupakan yaitu yakni ini itu tersebut begitu demikian sini situ sana para sang
si kaum saya aku kamu anda engkau kau dia ia beliau kami kita mereka nya ku mu
tidak bukan belum jangan tak tanpa sudah telah sedang akan masih pernah lagi juga pula pun hanya
saja cuma sangat amat terlalu paling lebih kurang sekali agak cukup semua seluruh setiap tiap
beberapa banyak sedikit sejumlah suatu sebuah seorang seekor satu lain lainnya sendiri
apa siapa mana kapan mengapa kenapa bagaimana berapa apakah
bisa dapat harus mungkin boleh perlu ada yaitu lah kah serta per antar atas bawah
hal secara tersebutlah ialah adanya
""")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, figure or mark at `text[start:end]` of its sentence; `key` is its lower case."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


def words(text: str, *, doubling: bool = False) -> list[Word]:
    """Split a sentence. With `doubling`, Indonesian doubled words (anak-anak) stay whole."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = Word(match.group(), match.start(), match.end())
        if (doubling and len(found) >= 2 and found[-1].text in _HYPHENS and word.is_word
                and found[-1].start == found[-2].end and word.start == found[-1].end
                and is_doubling(found[-2].key, word.key)):
            first = found[-2]
            found[-2:] = [Word(text[first.start:word.end], first.start, word.end)]
        elif word.is_word and word.key.endswith("'s") and len(word.text) > 2:
            found.append(Word(word.text[:-2], word.start, word.end - 2))
        else:
            found.append(word)
    return found


@cache
def is_doubling(first: str, second: str) -> bool:
    """Whether `first-second` doubles one word.

    True of anak-anak, berlari-lari, rumah-rumahnya, sayur-mayur; false of pro-demokrasi.
    """
    if len(first) < 3 or len(second) < 3:
        return False
    return second.startswith(first[-len(first) + 1:][:4]) or second[:3] in first or (
        first[1:] == second[1:])


def is_content(word: Word, stop: frozenset[str]) -> bool:
    """Whether the word carries meaning: letters, at least three, not in the stop table."""
    return word.is_word and len(word.text) > 2 and word.key not in stop
