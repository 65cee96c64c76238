"""Light Indonesian morphology: which words share a root, and how to inflect one like another.

No root list is used: a word yields every root its affixes allow, and two words are kin when they
may share one. The affix tables follow Adriani et al., "Stemming Indonesian: A confix-stripping
approach" (2007), without its dictionary.
"""

from __future__ import annotations

from functools import cache


def _table(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_PARTICLES = ("lah", "kah", "tah", "pun")
_POSSESSIVES = ("nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
# prefix: first letters the root may have lost under it ("" for none lost)
_PREFIXES = {
    "meny": ("s",), "peny": ("s",), "menge": ("",), "penge": ("",),
    "meng": ("", "k"), "peng": ("", "k"), "mem": ("", "p"), "pem": ("", "p"),
    "men": ("", "t"), "pen": ("", "t"), "me": ("",), "pe": ("",),
    "ber": ("",), "bel": ("",), "be": ("",), "per": ("",), "pel": ("",), "ter": ("",),
    "te": ("",), "di": ("",), "ke": ("",), "se": ("",),
}
_LEAST = 4  # shorter remains are chance (makan is not mak + an)
_VOICE = ("meny", "menge", "meng", "mem", "men", "me")
_NASAL = {"meny": "aiueo", "meng": "aiueokgh", "mem": "bpfvaiueo", "men": "cdjtzsaiueo",
          "me": "lrwymn"}
# Roots whose k meng- has eaten; before a vowel every other meng- hides nothing.
_K_ROOTS = _table("""kirim kejar kendali kutuk kepung kumpul kuasa kutip kenal kenakan kunjung
kembang kecam kelola kemuka kenang kemas kering kecil kecuali kecoh keruk ketahui kosong koreksi
kontrak kantongi kaburkan kaji kurang kurung kukuh kunci kupas kubur kayuh kait kemudi kemudikan
kehendak keluar kerah kerja kesamping koordin komentar komunikasi konsumsi konfirmasi""")
_SHORT_ROOTS = frozenset(_table("""
ajar ambil adu aju alat alam anak apik api asal asuh atas atur awal awas baca bagi bawa beli beri
buat buka buru cari cuci cuti dana data desa duga duka gaji guna hak hasil ibu ikut ilmu isi izin
jaga jadi jual juta kaji kata kena kira lagu laku lama lari lihat luar luka mati mula naik niat
obat olah pakai pakta pilih puji raih rasa rawat rugi sama sapa satu sewa sisa suka tadi tata tahu
tiba tiru tuju tulis uang uji ubah ulang urus usaha usul tua muda dua tiga
"""))


def undouble(word: str) -> str:
    """anak-anak → anak, rumah-rumahnya → rumahnya, bertahun-tahun → tahun; others unchanged."""
    first, hyphen, second = word.partition("-")
    if not hyphen:
        return word
    if first == "ber" + second:  # by so many: bermil-mil, bertahun-tahun
        return second
    return second if second.startswith(first) else first


@cache
def is_doubling(first: str, second: str) -> bool:
    """Whether `first-second` doubles one word.

    True of anak-anak, berlari-lari, rumah-rumahnya, sayur-mayur; false of pro-demokrasi.
    """
    if len(first) < 3 or len(second) < 3:
        return False
    return second.startswith(first[-len(first) + 1:][:4]) or second[:3] in first or (
        first[1:] == second[1:])


# Ends of roots that look like particles and possessives: masalah, langkah, pelaku, bertemu.
_WHOLE = _table("""
salah kolah ngkah jumlah ngah ilah celah kalah olah belah telah kelah balah nikah berkah
bertanya ditanya punya hanya ampun himpun laku baku saku beku kuku siku ngaku temu ilmu tamu
jamu semu ramu
""")


@cache
def clitic(word: str) -> tuple[str, str]:
    """The word without its particle and possessive, and these: bukunyalah → (buku, nyalah)."""
    if word.endswith(_WHOLE):
        return word, ""
    rest = word
    for endings in (_PARTICLES, _POSSESSIVES):
        for ending in endings:
            if rest.endswith(ending) and len(rest) - len(ending) >= _LEAST:
                rest = rest[:-len(ending)]
                break
    return rest, word[len(rest):]


@cache
def roots(word: str) -> frozenset[str]:
    """All roots the word may have, itself among them; lower case, four letters or more."""
    word = undouble(word.lower())
    bare = {word, clitic(word)[0]}
    found = set(bare)
    layer = bare
    for _ in range(2):  # di-per-, mem-ber-, ke-ber-: at most two prefixes
        layer = {form for old in layer for form in _unprefixed(old)}
        found |= layer
    for form in tuple(found):
        found |= {form[:-len(end)] for end in _SUFFIXES
                  if form.endswith(end) and _long_enough(form[:-len(end)])}
    return frozenset(found)


def _unprefixed(word: str) -> set[str]:
    found = set()
    for prefix, lost in _PREFIXES.items():
        if word.startswith(prefix):
            rest = word[len(prefix):]
            found |= {letter + rest for letter in lost
                      if _long_enough(letter + rest) and (not letter or rest[0] in "aiueo")}
    return found


def _long_enough(root: str) -> bool:
    return len(root) > _LEAST or root in _SHORT_ROOTS or (
        len(root) == _LEAST and bool(set(root) & set("aiueo")))


@cache
def kin(one: str, other: str) -> bool:
    """Whether two words may be forms of one root: memerintahkan ~ perintah, diajukan ~ aju."""
    return one == other or not roots(one).isdisjoint(roots(other))


@cache
def neutral(word: str) -> str:
    """One key for the forms that differ by voice, clitic or number only.

    memerintahkan, diperintahkan, perintahkannya → one key; perintah and pemerintah keep theirs.
    The key is the word as it stands behind di-, its first letter blurred where meN- would eat it:
    k, p, s, t fall together with what the nasal leaves.
    """
    word = clitic(undouble(word.lower()))[0]
    for prefix in _VOICE:
        rest = word[len(prefix):]
        if word.startswith(prefix) and len(rest) >= _LEAST and rest[0] in _NASAL.get(prefix, ""):
            eaten = rest[0] in "aiueo" and prefix in _EATEN
            return (_EATEN[prefix] if eaten else "") + rest
    if word.startswith("di") and len(word) >= _LEAST + 3:
        rest = word[2:]
        return _blur(rest)
    return word


_EATEN = {"meny": "S", "meng": "", "mem": "P", "men": "T"}


def _blur(rest: str) -> str:
    if len(rest) > 1 and rest[1] in "aiueo":
        if rest[0] in "pst":
            return rest[0].upper() + rest[1:]
        if rest[0] == "k":
            return rest[1:]
    return rest


# Nouns and adjectives that look prefixed.
_NOT_VERBS = frozenset(_table("""media meja medali merek mesin metode menu mental menteri mentega
menara mendung meriam merpati mewah merah merdeka melawai dinas direktur direksi diet dinding diskon
dimensi diplomat distrik digital dini diri disiplin berita berkas berat berani bersih beras beruang
bersama terapi teror teras terang termin tertib terminal teroris medis medan memori mendiang
mediator membran mertua meter metro meski menit benar besar beda"""))


@cache
def is_verb(word: str) -> bool:
    """Whether a word or phrase begins with a verb's prefix: me-, di-, ber-, ter-."""
    first = word.split(" ", 1)[0].lower()
    return (first.startswith(("me", "di", "ber", "ter")) and len(first) > _LEAST
            and first not in _NOT_VERBS and clitic(first)[0] not in _NOT_VERBS)


@cache
def passive(word: str) -> str:
    """The di- form of a meN- verb: memerintahkan → diperintahkan; other words unchanged."""
    for prefix in _VOICE:
        rest = word[len(prefix):]
        if word.startswith(prefix) and len(rest) >= 3 and rest[0] in _NASAL.get(prefix, ""):
            if rest[0] not in "aiueo":
                return "di" + rest
            if prefix == "meng":
                return "di" + ("k" + rest if ("k" + rest).startswith(_K_ROOTS) else rest)
            return "di" + _EATEN[prefix].lower() + rest
    return word


def inflect_like(base: str, model: str) -> str:
    """Give `base` the outer dress of `model`: passive voice, clitics and the capital letter.

    inflect_like("menahan", "Ditangkapnya") → "Ditahannya". A phrase takes the clitic on its last
    word and the voice on its first.
    """
    first, space, rest = base.partition(" ")
    lower = undouble(model.lower())
    bare, ending = clitic(lower)
    if bare.startswith("di") and len(bare) > _LEAST + 2:
        first = passive(first)
    if ending.startswith(_PARTICLES):
        ending = ""
    dressed = first + space + rest
    if ending and not dressed.endswith(ending):
        dressed += ending
    if model.isupper() and len(model) > 3:
        return dressed.upper()
    return dressed[:1].upper() + dressed[1:] if model[:1].isupper() else dressed
