"""What the splitter knows of each language's writing: abbreviations, opening words, reporting verbs.

Abbreviations stand without their last full stop, in the case they are written in (all capitals are
understood as well). Indonesian news is full of English names and titles, so its tables
hold the English ones too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of one language that decide whether a full stop ends a sentence.

    `inner`: never ends one (Mr., Jl.). `numbered`: not before a number (No. 5). `either`: ends one
    only before an `openers` word (Inc., Tbk.). `closing`: ends one before any capital
    (etc., dll.) but those in `clock`. `kinds`: nouns that take a letter (Plan B. Police …).
    `reporting`: verbs of a clause that follows a quotation.
    """

    inner: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]
    kinds: frozenset[str]
    reporting: frozenset[str]
    clock: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _abbreviations(text: str) -> frozenset[str]:
    words = text.split()
    return frozenset(words) | frozenset(word.upper() for word in words if len(word) > 1)


# ---------------------------------------------------------------------------- English

_EN_INNER = _abbreviations(
    """Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Revd Fr Hon Gen Lt Col Maj Capt Cpt Cmdr Cmdre Adm Sgt
    Cpl Pvt Pte Spc Det Insp Supt Brig Sen Sens Rep Reps Gov Govs Pres Amb Atty Asst Assoc Dept
    Mt Ft Pt Mme Mlle Mgr Msgr Sr Sra e.g i.e eg ie vs v viz cf approx ca al"""
) - {"AL", "IE", "EG", "CA", "VIZ", "REP", "PRES"}
_EN_NUMBERED = _abbreviations(
    """No Nos no nos Art art Arts Sec sec Ch ch Chap chap Fig fig Figs figs Vol vol Vols Ed ed pp p
    par para Ex Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Rs Rp Tel tel Ext ext"""
)
_EN_EITHER = _abbreviations(
    """Inc Corp Co Cos Ltd Llc LLC PLC Plc Bros Intl Assn Jr Univ Est Ave Blvd Rd St Ste Hwy Pkwy
    Sq Bldg Natl Mfg Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn
    Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que Mon Tue Tues Wed
    Thu Thur Thurs Fri min mins sec hrs yrs in oz lb lbs ft sq Ph.D PhD Esq ret Ret"""
) - {"IN", "MO", "LA", "OR", "Mon", "IND", "in"}
_EN_CLOSING = _abbreviations("etc a.m p.m A.M P.M am pm")
_EN_OPENERS = _words(
    """The This That These Those He She It We They I You There Here In On At For From With By After
    Before During While When If As But And Or So Yet Still However Although Though Because Since
    Then Now Also A An His Her Its Their Our My Your What Who Why How Where Which Some Many Most
    Several More All Both Each Every Another Other Others One Two Three Four Not No Nor Meanwhile
    Instead Earlier Later Last Next According Despite Under Over Until Among Between Without To
    Even Only Just Such Once Unlike Like Whether Nearly About Almost Neither Either Nobody
    Everyone Everybody Nothing Today Yesterday Tomorrow It's He's She's That's There's They're
    We're I'm I've I'd I'll You're We've They've Don't Let's Is Are Was Were Do Does Did Has Have
    Can Could Will Would Should"""
)
_EN_KINDS = _words(
    """plan group grade class type vitamin hepatitis option section part point phase block letter
    appendix exhibit figure table row team gate terminal category generation series drug gene"""
)
_EN_REPORTING = _words(
    """said says asked asks replied replies added adds told wrote writes tweeted shouted cried
    exclaimed wondered demanded quipped joked yelled screamed whispered chanted recalled answered
    responded posted declared insisted continued concluded warned"""
)
_EN_CLOCK = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun
    January February March April May June July August September October November December Jan Feb
    Eastern Central Pacific Mountain Greenwich London GMT UTC ET EST EDT CT CST PT PST BST CET HKT
    SGT local"""
)

# ---------------------------------------------------------------------------- Indonesian

_ID_INNER = _abbreviations(
    """Sdr Sdri Bpk Yth Ytc Ir Drs Dra Drg drg drh Pdt Hj KH Kh Ust Ustz Tgk Tk Sutan St Moh Muh Mhd
    Muhd Abd Ny Nn Tn Pt PT CV Cv UD PD Fa Jl Jln jl jln Gg gg Kp Kec kec Kel Kab kab Kab Prov prov
    Ds Dsn Dk Ds Komp Perum Blk Brigjen Irjen Komjen Mayjen Letjen Kol Letkol May Kapt Kompol
    AKP AKBP Akp Akbp Ipda Iptu Aiptu Bripka Brigpol Serka Serda Pratu Plt Pjs Plh Rm
    a.n a.l al u.b u.p d.a d.h s.d c.q dr k.l lk ttd"""
) - {"AL", "DR", "LK", "TTD", "Al", "al"}
_ID_NUMBERED = _abbreviations(
    """no nmr No hlm hal Hlm Hal ps ay Ps Bab bab jil Jil cet lamp Lamp tgl Tgl th Th thn Thn pkl Pkl
    pk Pk tlp Tlp telp Telp Rp rp Peb Agt Agu Ags Agust Okt Nop Des Mei Juni Juli RT RW Rt Rw"""
)
_ID_EITHER = _abbreviations(
    """Tbk tbk Persero Tbk Sdn Bhd SH MH SE MM MSi SPd Amd S.H M.H S.E M.M M.Si S.Si S.Pd S.Sos
    S.T M.T S.Kom M.Kom S.Ag M.Ag M.Pd S.IP S.I.K M.Hum Lc Sp.A Sp.PD A.Md Ak alm Alm bln jt
    ltr hr jam wib mnt dtk"""
)
_ID_CLOSING = _abbreviations("dll dsb dst dkk dlsb ybs tsb wib")
_ID_OPENERS = _words(
    """Ini Itu Dia Ia Mereka Kami Kita Saya Aku Anda Kamu Beliau Di Ke Dari Pada Dalam Dengan Untuk
    Oleh Tentang Setelah Sesudah Sebelum Ketika Saat Sementara Selama Sejak Jika Kalau Bila
    Apabila Karena Sebab Meski Meskipun Walau Walaupun Namun Tetapi Tapi Sedangkan Selain Bahkan
    Juga Dan Atau Serta Lalu Kemudian Maka Jadi Sehingga Adapun Hal Ada Adalah Tidak Bukan Belum
    Sudah Telah Para Semua Seluruh Setiap Tiap Banyak Beberapa Sebagian Sejumlah Seorang Sebuah
    Suatu Salah Sebelumnya Selanjutnya Menurut Berdasarkan Seperti Sebagai Hingga Sampai Apa
    Apakah Siapa Mengapa Kenapa Bagaimana Berapa Kapan Akhirnya Akibatnya Hanya Masih Tak Kini
    Sekarang Yang Atas Antara Terhadap Melalui Pihak Sang Demikian Begitu Hampir Kedua Ketiga
    Pertama Terakhir Sekitar Lebih Tanpa Agar Supaya Padahal Justru Sayangnya Mungkin Bisa Akan"""
)
_ID_KINDS = _words(
    """rencana kelompok grup kelas tipe vitamin hepatitis opsi bagian fase blok huruf lampiran gambar
    tabel baris tim gerbang terminal kategori generasi seri golongan jurusan poin paket"""
)
_ID_REPORTING = _words(
    """kata ujar tutur ucap tanya tukas jelas ungkap sebut imbuh tambah lanjut katanya ujarnya
    tuturnya ucapnya tanyanya jelasnya ungkapnya sebutnya imbuhnya tambahnya lanjutnya tulis
    tulisnya tegas tegasnya terang terangnya pungkasnya pungkas cetusnya demikian"""
)
_ID_CLOCK = _words(
    """Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari Maret Mei Juni Juli Agustus
    Oktober Desember WIB WITA WIT"""
)


@cache
def for_language(language: str) -> Tables:
    """The tables of "en", or the joint ones, which serve Indonesian."""
    english = Tables(
        inner=_EN_INNER, numbered=_EN_NUMBERED, either=_EN_EITHER, closing=_EN_CLOSING,
        openers=_EN_OPENERS, kinds=_EN_KINDS, reporting=_EN_REPORTING, clock=_EN_CLOCK,
    )
    if language == "en":
        return english
    return Tables(
        inner=_EN_INNER | _ID_INNER, numbered=_EN_NUMBERED | _ID_NUMBERED,
        either=_EN_EITHER | _ID_EITHER, closing=_EN_CLOSING | _ID_CLOSING,
        openers=_EN_OPENERS | _ID_OPENERS, kinds=_EN_KINDS | _ID_KINDS,
        reporting=_EN_REPORTING | _ID_REPORTING, clock=_EN_CLOCK | _ID_CLOCK,
    )
