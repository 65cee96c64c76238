"""Page leftovers: what a web page or a wire leaves around and inside a story, as one table.

Each row says what the leftover looks like and where it may stand; `strip` applies them. A row
matches a whole paragraph unless it is a `PIECE`, so a sentence that merely contains "baca juga"
or ends in a parenthesis stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WHOLE = "whole"  # a whole paragraph, wherever it stands
HEAD = "head"    # a whole paragraph before the first paragraph of prose
TAIL = "tail"    # a whole paragraph after the last paragraph of prose
LINK = "link"    # a whole paragraph; if it ends in a colon, the link below it goes too
END = "end"      # a whole paragraph, and everything below it
PIECE = "piece"  # a part of any paragraph
LAST = "last"    # a part, at the end of the last paragraph of prose

_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|bin|binti|de|van|al|el)){0,4}"
_ROLE = (r"(?:additional |with )?(?:reporting|writing|editing|edited|written|compiled|graphics?|"
         r"polling|text|research|translat(?:ed|ion)|production|video)")

TABLE: tuple[tuple[str, str], ...] = (
    # Reuters and other English pages
    (PIECE, r",? ?\(?opens (?:in (?:a )?)?new (?:tab|window)\)?"),
    (PIECE, r"\[?(?:Acquire|Purchase) Licensing Rights\]?"),
    (PIECE, r"(?<=[.!?”\"]) (?:Read|READ|read) (?:more|MORE|More)$"),
    (PIECE, r"<\^{3,}.*?\^{3,}>|\^{3,}|_{3,}|={4,}|~{4,}|-{5,}"),
    (WHOLE, r"(?i:read more)\W*"),
    (WHOLE, r"[\W_]*"),
    (WHOLE, r"\[\d+/\d+\].*"),
    (WHOLE, r"(?i:item \d+ of \d+)\b.*"),
    (WHOLE, r"(?:FILE PHOTOS?|FILE PICTURE|HANDOUT|FOTO|FOTO FILE|FOTO ARSIP)\s?:.*"),
    (WHOLE, r".{0,600}\b(?:REUTERS|AFP|EPA|Handout via REUTERS)/(?!Ipsos)[A-Z][\w.'’ -]{1,40}"
            r"(?:/(?:File Photo|Pool|Files?|Handout|Illustration|[A-Z]\w+))*[).]{0,2}"),
    (WHOLE, r"(?i:\d+ ?-?min(?:ute)?s?\.? read)"),
    (WHOLE, r"(?i:register(?: now)?(?: for free.{0,80})?(?: to reuters\.com)?)\W*"),
    (WHOLE, r"(?i:(?:register now|sign up|subscribe)\b.{0,160}(?:reuters|here|newsletters?|access|"
            r"inbox|free)\W*)"),
    (WHOLE, r"(?i:.{0,300}\bnewsletters?\b.{0,240}\bsign(?:ing)? up\b.{0,60})"),
    (WHOLE, r"(?i:.{0,200}\bsign up (?:here|for)\b.{0,120}\bnewsletters?\b.{0,60})"),
    (WHOLE, r"(?i:advertisement(?: ?[·-].*)?|story continues(?: below)?(?: advertisement)?|"
            r"scroll to continue(?: with content)?|continue reading.{0,60}|sponsored(?: content)?)\W*"),
    (WHOLE, r"(?i:slideshow\s?\(.*\)|related (?:coverage|content|articles?|stories)|"
            r"(?:companies|suggested topics|themes|topics|tags?)\s?:)"),
    (WHOLE, r"(?:Summary|Companies|Law Firms|Related documents|Our Standards|Register|Summary Bullets"
            r"|Share(?: this)?(?: article)?:?|Print|Save|Follow|Follow us|Like this:?|Loading\.*)"),
    (WHOLE, r"(?:Facebook|Twitter|X|WhatsApp|Telegram|LinkedIn|Email|Instagram|Pinterest|LINE|"
            r"Messenger|Copy Link|Salin [Tt]autan|Threads|TikTok|YouTube)(?:[ ,|/]+(?:Facebook|"
            r"Twitter|X|WhatsApp|Telegram|LinkedIn|Email|Instagram|Pinterest|LINE|Copy Link))*"),
    (WHOLE, r"(?i:our standards\s?:.{0,80})"),
    (WHOLE, r"(?i:click here (?:to|for) .{0,120})"),
    (WHOLE, r"(?:For (?:a )?(?:more|full|related)\b.{0,80}(?:click|see|double.click)\b.{0,120})"),
    (WHOLE, r"(?:Graphic|GRAPHIC|Graphics|Factbox|FACTBOX|Reuters Graphics?|Interactive graphic)\s?:.*"),
    (TAIL, r"The Thomson Reuters Trust Principles\W*"),
    (TAIL, rf"(?i:\(*{_ROLE}(?: and {_ROLE})* by\b).*"),
    (TAIL, r"\(\(.*\)\)"),
    (TAIL, r"\(?(?:Keywords?|KEYWORDS?|Source text|Further company coverage)\s?:.*"),
    (TAIL, r"(?i:©.*|\(c\) .*|copyright\b.*|hak cipta\b.*|all rights reserved.*)"),
    (TAIL, r"(?i:is an? .{0,40}journalist .{0,200}|.{0,60} is an? award-winning .{0,300})"),
    (TAIL, r"(?:Thomson Reuters|Reuters)"),
    (TAIL, r"(?:END|ENDS|###|-30-|\d{1,2})"),
    (END, r"(?i:all quotes delayed a minimum of\b.*)"),
    (END, r"(?i:(?:read next|more from reuters|trending stories|latest updates|sponsored content|"
          r"trending now|most read|recommended for you|you may also like|related posts?|"
          r"more stories|next post|previous post)\W*)"),
    # Comment forms
    (END, r"(?i:leave a (?:reply|comment)\b.{0,60}|post a comment|\d+ (?:comments?|komentar)|"
          r"(?:tinggalkan|tulis|beri|kirim) (?:sebuah )?(?:balasan|komentar)\b.{0,60}|"
          r"comments are closed.*|join the conversation|batalkan balasan|cancel reply)\W*"),
    (WHOLE, r"(?i:your email address will not be published\b.{0,80}|required fields are marked\W*|"
            r"(?:alamat )?(?:e-?mail|surel) anda tidak akan dipublikasikan\b.{0,80}|"
            r"ruas yang wajib ditandai\W*|save my name, email,? and website\b.{0,100}|"
            r"simpan nama, (?:email|surel),? dan situs web\b.{0,120}|"
            r"you must be logged in to post a comment\W*|"
            r"(?:name|nama|email|e-mail|surel|website|situs web|comment|komentar)\s?\*?\s?:?|"
            r"(?:post|submit) comment|kirim komentar|notify me of\b.{0,80})"),
    # Indonesian pages
    (LINK, r"(?i:\[?(?:baca(?: juga| selengkapnya| pula)|lihat juga|simak juga|tonton juga|"
           r"pilihan editor|artikel terkait|berita terkait|lihat video|simak video|video pilihan|"
           r"also read|see also|read also)(?: ?:.{0,300}|(?-i: [A-Z\"“‘'].{0,200}(?<![.,;:]))?))"),
    (PIECE, r"(?<=[.!?”\"])\s*\(?(?:[Bb]aca|BACA) (?:[Jj]uga|JUGA)\s?:[^.]{0,250}$"),
    (PIECE, r"\[Gambas\s?:[^\]]*\]"),
    (PIECE, r"(?:ADVERTISEMENT )?SCROLL TO (?:CONTINUE|RESUME)(?: WITH CONTENT)?"),
    (PIECE, r"(?<![A-Z] )ADVERTISEMENT(?! [A-Z])"),
    (WHOLE, r"(?i:iklan|pariwara|gulir untuk (?:lanjut|melanjutkan)(?: membaca)?|halaman\s?:?.{0,20}|"
            r"(?:berita )?(?:selengkapnya|selanjutnya|lanjut|bersambung)(?: di| ke)?"
            r"(?: halaman)?(?: (?:selanjutnya|berikutnya|\d+))?|"
            r"(?:next|selanjutnya|berikutnya|show all|lihat semua|semua halaman)|"
            r"(?:(?:\d{1,2}|\.\.\.|prev|next|sebelumnya|selanjutnya|berikutnya|show all|all|›|»)"
            r"[ |]*){2,})\W*"),
    (WHOLE, r"(?i:(?:berita )?selengkapnya (?:di|baca di|klik) .{0,60}|klik (?:di sini|halaman) .{0,60})"),
    (WHOLE, r"(?i:(?:simak|ikuti|dapatkan|cek|jangan lewatkan|mari bergabung|ayo|yuk|saksikan|"
            r"gabung)\b.{0,220}(?:whats\s?app|telegram|google news|channel|kanal|saluran|"
            r"grup|instagram|youtube|playstore|app store|aplikasi|video (?:pilihan|menarik|di bawah|"
            r"berikut)|berikut ini)\b.{0,160})"),
    (WHOLE, r"(?i:(?:caranya klik link|kamu harus install|anda harus install)\b.{0,300})"),
    (WHOLE, r"(?i:(?:\(|\[)?(?:foto|gambar|ilustrasi|kredit foto|photo|video|caption)\s?:.{0,300})"),
    (WHOLE, r".{0,300}\((?:[Ff]oto|FOTO|Dok\.?|DOK\.?|[Ii]lustrasi)\s?(?::|\.).{0,80}\)\.?"),
    (WHOLE, r"(?i:artikel ini (?:telah|sudah) (?:tayang|terbit|dimuat)\b.{0,250}|"
            r"konten ini .{0,120}(?:bekerja ?sama|kerja sama) .{0,120})"),
    (WHOLE, r"(?i:bagikan(?: artikel| berita)?(?: ini)?\s?:?|berita (?:lainnya|terbaru|terpopuler|"
            r"populer)\s?:?|terpopuler|rekomendasi(?: untuk anda)?|topik\s?:?|terkait|komentar)"),
    (WHOLE, r"(?i:sumber(?: berita| artikel)?)\s?:\s?.{1,100}"),
    (WHOLE, r"(?:Editor|EDITOR|Pewarta|Penerjemah|Penulis|Reporter|Penyunting|Redaktur|Uploader|"
            r"Kontributor|Laporan|Jurnalis|Penerjemah/Editor|Author|Writer)\s?:\s?.{1,120}"),
    (WHOLE, r"(?i:tags?|kata kunci|topik(?: terkait)?|keywords?)\s?:.{0,300}"),
    (TAIL, r"#\w+(?:[ ,]+#\w+)*"),
    (TAIL, rf"(?:Oleh|By)\s?:? {_NAME}"),
    (LAST, r"\s*[(\[](?:\*+|[A-Z]-\d{1,2}|[A-Za-z]{2,12}(?:[/|,-][ ]?[A-Za-z]{2,12}){1,4})[)\]]"),
    (LAST, r"\s*[(\[](?:[a-z]{2,5}|[A-Z]{2,4}|Reuters|reuters|REUTERS|Antara|ant|Ant)[)\]]"),
    # Heads
    (HEAD, r"(?i:(?:home|beranda|news|world news|business news|technology news|internasional|"
           r"ekonomi|dunia|global|teknologi|nasional|top news|world|business|technology)"
           r"(?: ?[/>»›|] ?.{1,40})*)"),
    (HEAD, r"(?i:updated .{0,40} ago|(?:last )?updated .{0,30}|a (?:day|year|month) ago|"
           r"\d+ (?:menit|jam|hari|hours?|minutes?|days?) (?:yang )?(?:lalu|ago))"),
)

_ROWS = [(where, re.compile(pattern)) for where, pattern in TABLE]
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]»]*$|[\"”»]$")
_SIGN_OFF = re.compile(rf"(?i:\(*{_ROLE}(?: and {_ROLE})* by\b)")
_SIGN_OFF_WORDS = frozenset(
    ["and", "by", "in", "the", "of", "at", "for", "with", "from", "reuters", "newsroom", "newsrooms", "desk", "bureau", "bureaux", "team", "staff", "additional", "reporting", "writing", "editing", "edited", "written", "compiled", "graphic", "graphics", "polling", "text", "research", "translated", "translation", "production", "video", "correspondents"])
_LONGEST = 1200  # code points; no leftover is longer, and none is looked for in longer paragraphs


def strip(paragraphs: Sequence[str]) -> list[str]:
    """The body paragraphs without leftovers, in order."""
    body = [_without_pieces(paragraph) for paragraph in paragraphs]
    body = _without_end([paragraph for paragraph in body if paragraph])
    body = _without_whole(body)
    while body and _is(HEAD, body[0]) and len(body) > 1:
        body.pop(0)
    while body and (_is(TAIL, body[-1]) and not _is_prose_by(body[-1])):
        body.pop()
    if body:
        body[-1] = _without_initials(body[-1])
    return [paragraph for paragraph in body if paragraph]


def is_sign_off(paragraph: str) -> bool:
    """"Reporting by …; Editing by …", and not a sentence that begins the same way."""
    return (len(paragraph) <= _LONGEST and _SIGN_OFF.match(paragraph) is not None
            and not _is_prose_by(paragraph))


def _is(where: str, paragraph: str) -> bool:
    if len(paragraph) > _LONGEST:
        return False
    return any(row.fullmatch(paragraph) for place, row in _ROWS if place == where)


def _without_pieces(paragraph: str) -> str:
    for place, row in _ROWS:
        if place == PIECE and row.search(paragraph):
            paragraph = row.sub(" ", paragraph)
            paragraph = re.sub(r" +([.,;:!?])(?=\s|$)", r"\1", paragraph)
    return " ".join(paragraph.split())


def _without_end(body: list[str]) -> list[str]:
    """Cut where a comment form or a list of other stories begins, unless most text is below."""
    total = sum(map(len, body))
    above = 0
    for index, paragraph in enumerate(body):
        if _is(END, paragraph):
            if above * 2 >= total:
                return body[:index]
        else:
            above += len(paragraph)
    return [paragraph for paragraph in body if not _is(END, paragraph)]


def _without_whole(body: list[str]) -> list[str]:
    kept: list[str] = []
    linked = False
    for paragraph in body:
        if _is(LINK, paragraph):
            linked = len(paragraph.split()) < 4
            continue
        if linked and not _SENTENCE_END.search(paragraph) and len(paragraph.split()) < 25:
            linked = False
            continue
        linked = False
        if not _is(WHOLE, paragraph):
            kept.append(paragraph)
    return kept


def _is_prose_by(paragraph: str) -> bool:
    """"Reporting by rights groups found that …" is a sentence: it has words that no credit has."""
    if not _SIGN_OFF.match(paragraph):
        return False
    words = re.findall(r"(?<![\w'’@.-])[a-z]+(?![\w'’@.-]*[@.]\w)", paragraph)
    return sum(word not in _SIGN_OFF_WORDS for word in words) > 2


def _without_initials(paragraph: str) -> str:
    for place, row in _ROWS:
        if place != LAST:
            continue
        found = re.search(f"(?:{row.pattern})\\.?$", paragraph)
        if found and (not found.start() or _SENTENCE_END.search(paragraph[:found.start()])):
            paragraph = paragraph[:found.start()].rstrip()
    return paragraph
