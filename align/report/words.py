"""What the report itself says, each text as a pair, `(english, indonesian)`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from align.model import Flag

Language = Literal["en", "id"]
Both = tuple[str, str]

LANGUAGES: tuple[Language, ...] = get_args(Language)

CATEGORY: Mapping[str, Both] = {
    "omission": ("Omission", "Penghilangan"),
    "addition": ("Addition", "Penambahan"),
    "mistranslation": ("Mistranslation", "Salah terjemah"),
    "untranslated": ("Untranslated", "Tidak diterjemahkan"),
}

SEVERITY: Mapping[str, Both] = {
    "critical": ("Critical", "Kritis"),
    "major": ("Major", "Berat"),
    "minor": ("Minor", "Ringan"),
}

WORDS: Mapping[str, Both] = {
    "review": ("Review", "Tinjauan"),
    "original": ("Original", "Naskah asli"),
    "rewrite": ("Rewrite", "Saduran"),
    "articles": ("The two articles, side by side", "Kedua naskah, berdampingan"),
    "flags": ("Flags", "Temuan"),
    "language": ("Language of this page", "Bahasa halaman ini"),
    "category": ("Category", "Kategori"),
    "severity": ("Severity", "Keparahan"),
    "skip": ("Skip to the articles", "Langsung ke naskah"),
    "matched": ("matched", "sepadan"),
    "omitted": ("left out", "dihilangkan"),
    "added": ("put in", "ditambahkan"),
    "moved": ("moved", "dipindahkan"),
    "passages": ("Passages", "Bagian"),
    "gap_target": ("Not in the rewrite", "Tidak ada dalam saduran"),
    "gap_source": ("Not in the original", "Tidak ada dalam naskah asli"),
    "none": (
        "Nothing was flagged. That is no proof that nothing is wrong.",
        "Tidak ada temuan. Itu bukan bukti bahwa tidak ada yang keliru.",
    ),
    "none_left": (
        "No flag passes the filter.",
        "Tidak ada temuan yang lolos saringan.",
    ),
    "next": ("Next flag", "Temuan berikutnya"),
    "previous": ("Previous flag", "Temuan sebelumnya"),
    "filter": ("Filter and order", "Saring dan urutkan"),
    "order": ("Order", "Urutan"),
    "in_reading_order": ("as in the story", "seperti dalam berita"),
    "gravest_first": ("gravest first", "terberat dahulu"),
    "decision": ("Decision", "Keputusan"),
    "undecided": ("Undecided", "Belum diputuskan"),
    "decided": ("decided", "diputuskan"),
    "list": ("Flags", "Temuan"),
    "all_articles": ("All articles", "Semua artikel"),
    "help": ("Keys", "Tombol"),
    "current": ("The current flag", "Temuan saat ini"),
    "search": ("Search the articles", "Cari dalam naskah"),
    "save": ("Save", "Simpan"),
    "cancel": ("Cancel", "Batal"),
    "comment": ("Comment", "Komentar"),
    "your_name": ("Your name", "Nama Anda"),
    "save_file": ("Decisions to a file", "Keputusan ke berkas"),
    "added_flags": ("Flags you added", "Temuan yang Anda tambahkan"),
    "repaired": ("Repaired since it was judged", "Sudah diperbaiki sejak dinilai"),
    "start": ("n begins, ? shows all keys", "n untuk mulai, ? menampilkan semua tombol"),
    "about_review": ("About this review", "Tentang tinjauan ini"),
    "plot": ("Dot-plot of the alignment", "Diagram titik penyelarasan"),
    "plot_note": (
        "Down: the original’s sentences. Across: the rewrite’s. Squares are matched passages, "
        "outlines moved ones; bars on the edges are sentences left out (left) and put in (top).",
        "Ke bawah: kalimat naskah asli. Ke samping: kalimat saduran. Kotak adalah bagian yang "
        "sepadan, bingkai yang dipindahkan; garis di tepi adalah kalimat yang dihilangkan (kiri) "
        "dan ditambahkan (atas).",
    ),
    "confidence": ("Confidence", "Keyakinan"),
    "versions": ("Versions of the original", "Versi naskah asli"),
    "versions_note": (
        "The rewrite is compared with the chosen version alone; what only another version says "
        "is not counted as left out.",
        "Saduran hanya dibandingkan dengan versi yang dipilih; apa yang hanya ada dalam versi "
        "lain tidak dihitung sebagai penghilangan.",
    ),
    "chosen": ("Chosen", "Dipilih"),
    "not_chosen": ("Not chosen", "Tidak dipilih"),
    "later": ("filed after the rewrite", "terbit setelah saduran"),
    "undated": ("undated", "tanpa tanggal"),
    "shared": ("all its sentences are in other versions too",
               "semua kalimatnya ada juga dalam versi lain"),
}


def flag_text(flag: Flag) -> Both:
    """A flag's message in both languages; a check that has no Indonesian one speaks English."""
    return flag.message, flag.pesan or flag.message


def verdict(counts: Mapping[str, int]) -> Both:
    """The heading: how many flags, and how grave."""
    if not counts["flags"]:
        return "No flags", "Tidak ada temuan"
    grave = [(counts[name], SEVERITY[name]) for name in SEVERITY if counts[name]]
    english = ", ".join(f"{n} {name[0].lower()}" for n, name in grave)
    indonesian = ", ".join(f"{n} {name[1].lower()}" for n, name in grave)
    plural = "flag" if counts["flags"] == 1 else "flags"
    return f"{counts['flags']} {plural}: {english}", f"{counts['flags']} temuan: {indonesian}"


def passage(number: int) -> Both:
    """What a row is called by a screen reader."""
    return f"Passage {number}", f"Bagian {number}"


def stands_elsewhere(target: tuple[int, ...]) -> Both:
    """The note on a moved bead: where its target really stands."""
    where = _run(target)
    return f"Moved: sentence {where} of the rewrite", f"Dipindahkan: kalimat {where} dalam saduran"


def see_original(target: tuple[int, ...], source: tuple[int, ...]) -> Both:
    """The note at a moved bead's place in the rewrite: where it is shown."""
    here, there = _run(target), _run(source)
    return (
        f"Sentence {here} is shown beside sentence {there} of the original",
        f"Kalimat {here} ditampilkan di samping kalimat {there} naskah asli",
    )


def bead_score(score: float) -> Both:
    """The tooltip of the line that joins two sides."""
    percent = round(100 * score)
    return f"Paired with {percent}% confidence", f"Dipasangkan dengan keyakinan {percent}%"


def likely(score: float) -> Both:
    """How probable it is that the rewrite was made from a version: never certain either way."""
    share = _percent(min(max(score, 1e-9), 1 - 1e-9))
    return f"{share} likely", f"kemungkinan {share}"


def covers(coverage: float) -> Both:
    """How much of the rewrite a version covers."""
    share = _percent(coverage)
    return f"covers {share} of the rewrite", f"mencakup {share} saduran"


def version(number: int) -> Both:
    """What a version is called that has no title and no source."""
    return f"Version {number}", f"Versi {number}"


def only_here(count: int) -> Both:
    """The heading of the sentences that no other version has."""
    sentences = "sentence" if count == 1 else "sentences"
    return (f"{count} {sentences} only this version has",
            f"{count} kalimat yang hanya ada dalam versi ini")


def chosen_version(tried: int) -> Both:
    """What stands before the chosen version in the terminal."""
    return f"Chosen of {tried} versions: ", f"Dipilih dari {tried} versi: "


def other_versions(more: int) -> Both:
    """What stands after the versions named in the terminal, where there are more."""
    return f"and {more} more", f"dan {more} lagi"


def _percent(share: float) -> str:
    """Rounded, but never to certainty: only 0 is 0%, only 1 is 100%."""
    percent = round(100 * share)
    if percent == 0 and share > 0:
        return "<1%"
    return ">99%" if percent == 100 and share < 1 else f"{percent}%"


def _run(numbers: tuple[int, ...]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
