"""What the splitter knows of each language's writing: abbreviations, opening and reporting words.

Abbreviations stand without their last full stop, in the case they are written in. Indonesian news
is full of English names and titles, so its tables hold the English ones too.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from align.text import table
from align.text.en import calendar as english
from align.text.id import calendar as indonesian


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of one language that decide whether a full stop ends a sentence.

    `inner`: never ends one (Mr., Jl.). `numbered`: not before a number (No. 5). `either`: ends one
    only before a word of `openers` (Inc., Tbk.). `closing`: ends one before any capital (etc.,
    dll.) but those in `clock`. `whole`: looks like an abbreviation, but takes no stop (km).
    `companies`: close a company's name, `states` a place's behind a comma; they end a sentence
    before a capitalised word that a small letter follows (Inc. Shares rose).
    `kinds`: nouns that take a letter (Plan B. Police …). `reporting`: verbs of a clause that
    follows a quotation, `telling`: those of them that take a hearer; `circumstance`: what may
    stand behind the others (said on …).
    `glued`: whether a stop with no space behind it may end one, a common slip in Indonesian copy,
    whereas in English it is rather part of a name (Harbor.Watch).
    """

    inner: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    closing: frozenset[str]
    whole: frozenset[str]
    openers: frozenset[str]
    kinds: frozenset[str]
    reporting: frozenset[str]
    telling: frozenset[str]
    companies: frozenset[str]
    states: frozenset[str]
    circumstance: frozenset[str]
    clock: frozenset[str]
    glued: bool


# ---------------------------------------------------------------------------- English

_ENGLISH = Tables(
    inner=table(
        """Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Revd Fr Hon Gen Lt Col Maj Capt Cpt Cmdr Adm Sgt Cpl
        Pvt Pte Spc Det Insp Supt Brig Sen Sens Rep Reps Gov Govs Pres Sec Secy Amb Atty Asst Assoc
        Dept Mt Ft Mme Mlle Mgr Msgr Sra Sta MR MRS MS DR PROF e.g i.e vs v viz cf ca approx"""
    ),
    numbered=table(
        """No Nos no nos NO Art art Arts Ch ch Chap chap Fig fig Figs figs Vol vol Vols Ed ed pp p
        par para Ex eq Eq ref Ref refs Refs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Rs Rp
        Tel tel Ext ext"""
    ),
    either=table(
        """Inc INC Corp CORP Co CO Cos Ltd LTD Plc Bros Intl Assn Jr Sr Univ Est Ave Blvd Rd St Ste
        Hwy Pkwy Sq Bldg Natl Mfg Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Md Mass
        Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que Tues Thur
        Thurs
        min mins hrs yrs oz lb lbs ft sq al Esq Ret ret"""
    ),
    closing=table("etc a.m p.m A.M P.M am pm"),
    whole=table("km kg cm mm mg ml hp tv sms www hm hmm shh pfft brr psst nth pm"),
    openers=table(
        """The This That These Those He She It We They I You There Here In On At For From With By
        After Before During While When If As But And Or So Yet Still However Although Though Because
        Since Then Now Also A An His Her Its Their Our My Your What Who Why How Where Which Some
        Many Most Several More All Both Each Every Another Other Others One Two Three Four Not No
        Nor Meanwhile Instead Earlier Later Last Next According Despite Under Over Until Among
        Between Without To Even Only Just Such Once Unlike Like Whether Nearly About Almost Neither
        Either Nobody Everyone Everybody Nothing Today Yesterday Tomorrow It's He's She's That's
        There's They're We're I'm I've I'd I'll You're We've They've Don't Let's It’s He’s She’s
        That’s There’s They’re We’re I’m I’ve I’d I’ll You’re We’ve They’ve Don’t Let’s Is Are Was
        Were Do Does Did Has Have Can Could Would Should"""
    ),
    kinds=table(
        """plan group grade class type vitamin hepatitis option section part point phase block
        letter appendix exhibit figure table row team gate terminal category generation series"""
    ),
    reporting=table(
        """said says asked asks replied replies added adds told wrote writes tweeted shouted cried
        exclaimed wondered demanded quipped joked yelled screamed whispered chanted recalled
        answered responded declared insisted continued concluded warned"""
    ),
    telling=table("told asked answered"),
    companies=table("Inc INC Corp CORP Co CO Cos Ltd LTD Plc PLC"),
    states=table(
        """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Md Mass Mich Minn Mo Mont Neb Nev
        Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que D.C N.Y N.J N.H N.M N.C S.C S.D N.D
        R.I W.Va B.C"""
    ),
    circumstance=table(
        """in on at to during after before when as while from with by through reporters
        journalists lawmakers investors"""
    ),
    clock=frozenset(map(str.capitalize, (*english.WEEKDAYS, *english.MONTHS))) | table(
        """Eastern Central Pacific Mountain Greenwich London GMT UTC ET EST EDT CT CST PT PST BST
        CET HKT SGT"""
    ),
    glued=False,
)

# ---------------------------------------------------------------------------- Indonesian

_INDONESIAN = Tables(
    inner=table(
        """Sdr Sdri Bpk Yth Ytc Ir Dra Drg drg drh dr prof Pdt Hj KH Kh Ust Ustz Tgk Tk Moh Muh Mhd
        Muhd Abd Ny Nn Tn Pt PT CV Cv UD PD Fa Jl JL Jln JLN jl jln Gg gg Kp Kec kec Kel Kab kab
        Prov prov Ds Dsn Dk Komp Blk Brigjen Irjen Komjen Mayjen Letjen Kol Letkol May Kapt Kompol
        Akp Akbp AKP AKBP Ipda Iptu Aiptu Bripka Serka Serda Pratu Plt Pjs Plh Rm
        Jend Laks Laksda Laksma Marsda Marsma Kav Gd
        a.n a.l u.b u.p d.a d.h s.d c.q k.l"""
    ),
    numbered=table(
        """nmr hlm Hlm hal Hal ps Ps ay bab Bab jil Jil cet lamp Lamp tgl Tgl th Th thn Thn pkl Pkl
        pk Pk tlp Tlp telp Telp rp Peb Agt Agu Ags Agust Okt Nop Des RT RW Rt Rw"""
    ),
    either=table(
        """Tbk TBK tbk Persero Sdn Bhd SH MH SE MM MSi SPd Lc Amd Ak alm Alm bln jt ltr mnt dtk"""
    ),
    closing=table("dll dsb dst dkk dlsb ybs"),
    whole=table("gr ha"),
    openers=table(
        """Ini Itu Dia Ia Mereka Kami Kita Saya Aku Anda Kamu Beliau Di Ke Dari Pada Dalam Dengan
        Untuk Oleh Tentang Setelah Sesudah Sebelum Ketika Saat Sementara Selama Sejak Jika Kalau
        Bila Apabila Karena Sebab Meski Meskipun Walau Walaupun Namun Tetapi Tapi Sedangkan Selain
        Bahkan Juga Dan Atau Serta Lalu Kemudian Maka Jadi Sehingga Adapun Hal Ada Adalah Tidak
        Bukan Belum Sudah Telah Para Semua Seluruh Setiap Tiap Banyak Beberapa Sebagian Sejumlah
        Seorang Sebuah Suatu Salah Sebelumnya Selanjutnya Menurut Berdasarkan Seperti Sebagai
        Hingga Sampai Apa Apakah Siapa Mengapa Kenapa Bagaimana Berapa Kapan Akhirnya Akibatnya
        Hanya Masih Tak Kini Sekarang Yang Atas Antara Terhadap Melalui Pihak Sang Demikian Begitu
        Hampir Kedua Ketiga Pertama Terakhir Sekitar Lebih Tanpa Agar Supaya Padahal Justru
        Sayangnya Mungkin Bisa Akan Bagi Guna Demi Usai Seusai Sepanjang Semenjak Seiring Sebaliknya
        Sedikitnya Setidaknya Secara Terkait Mengenai Lantas Nah Artinya Alasannya Pasalnya
        Tujuannya Tentu Memang Biasanya Kemarin Besok Hari Pekan Bulan Tahun Warga Perusahaan"""
    ),
    kinds=table(
        """rencana kelompok grup kelas tipe vitamin hepatitis opsi bagian fase blok huruf lampiran
        gambar tabel baris tim gerbang terminal kategori generasi seri golongan jurusan poin"""
    ),
    reporting=table(
        """kata ujar tutur ucap tanya tukas jelas ungkap sebut imbuh tambah lanjut tulis tegas
        terang pungkas katanya ujarnya tuturnya ucapnya tanyanya jelasnya ungkapnya sebutnya
        imbuhnya tambahnya lanjutnya tulisnya tegasnya terangnya pungkasnya cetusnya bertanya
        berkata menjawab berteriak memberitahu mengatakan menulis menjelaskan menegaskan"""
    ),
    telling=table("memberitahu menjawab bertanya"),
    companies=table("Tbk TBK tbk Bhd"),
    states=frozenset(),
    circumstance=table("kepada di pada dalam dari saat ketika usai seusai melalui lewat"),
    clock=frozenset(map(str.capitalize, (*indonesian.WEEKDAYS, *indonesian.MONTHS))) | table(
        """WIB WITA WIT"""
    ),
    glued=True,
)


@cache
def for_language(language: str) -> Tables:
    """The tables of "en", or the joint ones, which serve Indonesian."""
    if language == "en":
        return _ENGLISH
    return Tables(**{field.name: getattr(_ENGLISH, field.name) | getattr(_INDONESIAN, field.name)
                     for field in fields(Tables)})
