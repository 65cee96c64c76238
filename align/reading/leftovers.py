"""Page leftovers: what a web page or a wire leaves around and inside a story, as one table.

Each row says where a leftover may stand and what it looks like; `stripping` applies them. A row
matches a whole paragraph unless it is a `PIECE` or `LAST`, so a sentence that merely contains
"baca juga" or ends in a parenthesis stays. No row may repeat a repetition that can match the same
text in two ways: pages are hostile, and such a row takes forever.
"""

from __future__ import annotations

WHOLE = "whole"  # a whole paragraph, wherever it stands
HEAD = "head"    # a whole paragraph before the first paragraph of prose
TAIL = "tail"    # a whole paragraph after the last paragraph of prose
LINK = "link"    # a whole paragraph; where it holds only the label, the link below it goes too
END = "end"      # a whole paragraph, and everything below it
PIECE = "piece"  # a part of any paragraph
LAST = "last"    # a part, at the end of the last paragraph of prose

ROLE = (r"(?:additional |with )?(?:reporting|writing|editing|edited|written|compiled|graphics?|"
        r"polling|text|research|translat(?:ed|ion)|production|video)")
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|bin|binti|de|van|al|el)){0,4}"
_INITIALS = r"[A-Za-z]{1,4}(?:-?\d{1,2})?"
_SITE = (r"(?:Facebook|Twitter|X|WhatsApp|Telegram|LinkedIn|Email|Instagram|Pinterest|LINE|"
         r"Messenger|Copy Link|Salin [Tt]autan|Threads|TikTok|YouTube)")
# What a pointer bids: to read, see or hear something else, or names what it points to.
_BID = (r"(?:baca|simak|lihat|tonton|saksikan|dengarkan|cek|klik|ikuti|read|watch|see|listen|view|"
        r"explore|click|follow|more|related|infografis|infographic|in pictures|video|galeri|"
        r"berita (?:terkait|lain(?:nya)?|rekomendasi|populer|terbaru)|artikel (?:terkait|lainnya)|"
        r"pilihan editor|rekomendasi)")
_BIDDEN = rf"(?i:{_BID})(?: [\w’'/&-]+){{0,4}}\s?:"
_PAGER = r"(?:\d{1,2}|\.\.\.|…|prev|next|sebelumnya|selanjutnya|berikutnya|show all|all|›|»)"
_SECTION = (r"(?:home|beranda|(?:world |business |technology |top )?news|internasional|ekonomi|"
            r"dunia|global|teknologi|nasional|world|business|technology|markets|politics|berita)")

TABLE: tuple[tuple[str, str], ...] = (
    # Reuters and other English pages
    (PIECE, r", opens (?:in (?:a )?)?new (?:tab|window)"),
    (PIECE, r"\(opens (?:in (?:a )?)?new (?:tab|window)\)"),
    (PIECE, r"\[?(?:Acquire|Purchase) Licensing Rights\]?"),
    (PIECE, r"(?<=[.!?”\"]) (?:Read|READ|read) (?:more|MORE|More)$"),
    (PIECE, r"<\^{3,}.*?\^{3,}>|\^{3,}|(?<!\S)(?:_{3,}|={4,}|~{4,}|-{5,})(?!\S)"),
    (WHOLE, r"(?i:read more)\W*"),
    (WHOLE, r"[\W_]*"),
    (WHOLE, r"\[\d+/\d+\].*"),
    (WHOLE, r"(?i:item \d+ of \d+)\b.*"),
    (WHOLE, r"(?:FILE PHOTOS?|FILE PICTURE|HANDOUT|FOTO|FOTO FILE|FOTO ARSIP)\s?:.*"),
    (WHOLE, r".{0,600}\b(?:REUTERS|AFP|EPA)/(?!Ipsos)[A-Z][\w.'’ -]{1,40}"
            r"(?:/(?:File Photo|Pool|Files?|Handout|Illustration|[A-Z]\w+)){0,3}[).]{0,2}"),
    (WHOLE, r"(?i:\d+ ?-?min(?:ute)?s?\.? read)"),
    (WHOLE, r"(?i:register(?: now)?(?: for free.{0,80})?(?: to reuters\.com)?)\W*"),
    (WHOLE, r"(?i:(?:register now|sign up|subscribe)\b.{0,160}"
            r"(?:reuters|here|newsletters?|access|inbox|free)\W*)"),
    (WHOLE, r"(?i:.{0,200}\bsign up here\W*|download the reuters app\b.{0,100})"),
    (WHOLE, r".{0,400}[.!?”\"] (?:Sign up|Subscribe|Register)(?: here| now| for free| today)?\W*"),
    (WHOLE, r"(?i:advertisement(?: ?[·-].*)?|story continues(?: below)?(?: advertisement)?|"
            r"scroll to continue(?: with content)?|continue reading.{0,60}|"
            r"sponsored(?: content)?)\W*"),
    (WHOLE, r"(?i:slideshow\s?\(.*\)|related (?:coverage|content|articles?|stories)|"
            r"(?:companies|suggested topics|themes|topics)\s?:)"),
    (WHOLE, r"(?:Summary|Companies|Law Firms|Related documents|Our Standards|Register|Print|Save|"
            r"Share(?: this)?(?: article)?:?|Follow(?: us)?|Like this:?|Loading\.*)"),
    (WHOLE, rf"{_SITE}(?:[ ,|/]+{_SITE})*"),
    (WHOLE, r"(?i:our standards\s?:.{0,80})"),
    (WHOLE, r"(?i:click here (?:to|for) .{0,120})"),
    (WHOLE, r"(?:For (?:a )?(?:more|full|related)\b.{0,80}(?:click|see|double.click)\b.{0,120})"),
    (WHOLE, r"(?:Graphics?|GRAPHICS?|Factbox|FACTBOX|Reuters Graphics?|Interactive graphic)\s?:.*"),
    (TAIL, r"The Thomson Reuters Trust Principles\W*"),
    (TAIL, rf"(?i:\(*{ROLE}(?: and {ROLE})* by\b).*"),
    (TAIL, r"\(?(?:Pelaporan|Dilaporkan|Laporan|Reportase|Penyuntingan|Disunting|Diedit|Penulisan)"
           r" (?:tambahan )?oleh .*"),
    (TAIL, r"\(\(.*\)\)"),
    (TAIL, r"\(?(?:Keywords?|KEYWORDS?|Source text|Further company coverage)\s?:.*"),
    (TAIL, r"(?i:©.{0,200}|\(c\) .{0,120}|(?:copyright|hak cipta) (?:©|\(c\)|\d{4}|dilindungi).*|"
           r"all rights reserved.{0,100})"),
    (TAIL, r"(?:Thomson Reuters|Reuters)"),
    (TAIL, r"(?i:source\s?:\s?.{1,60})"),
    (TAIL, r"(?:END|ENDS|###|-30-|\d{1,2})"),
    (END, r"(?i:all quotes delayed a minimum of\b.*)"),
    (END, r"(?i:(?:read next|more from reuters|trending stories|latest updates|trending now|"
          r"most read|recommended for you|you may also like|related posts?|more stories|"
          r"next post|previous post)\W*)"),
    # Comment forms
    (END, r"(?i:leave a (?:reply|comment)\b.{0,60}|post a comment|\d+ (?:comments?|komentar)|"
          r"(?:tinggalkan|tulis|beri|kirim) (?:sebuah )?(?:balasan|komentar)\b.{0,60}|"
          r"comments are closed.{0,60}|join the conversation|batalkan balasan|cancel reply)\W*"),
    (WHOLE, r"(?i:your email address will not be published\b.{0,80}|"
            r"required fields are marked\W*|"
            r"(?:alamat )?(?:e-?mail|surel) anda tidak akan dipublikasikan\b.{0,80}|"
            r"ruas yang wajib ditandai\W*|save my name, email,? and website\b.{0,100}|"
            r"simpan nama, (?:email|surel),? dan situs web\b.{0,120}|"
            r"you must be logged in to post a comment\W*|"
            r"(?:name|nama|email|e-mail|surel|website|situs web|comment|komentar)\s?\*?\s?:?|"
            r"(?:post|submit) comment|kirim komentar|notify me of\b.{0,80})"),
    # Pointers to other stories: a label, a colon, a headline, which no full stop ends
    (LINK, rf"[(\[]?{_BIDDEN}(?:\s.{{1,300}}(?<![.…])(?<![.…][\"”’)\]]))?[)\]]?"),
    (LINK, rf"[(\[]{_BIDDEN}[^()\[\]]{{1,300}}[)\]]\.?"),
    (PIECE, rf"^[(\[]{_BIDDEN}\s[^()\[\].]{{1,300}}[)\]]\.?(?=\s)"),
    (PIECE, rf"(?<=[.!?”\"])\s*[(\[]{_BIDDEN}\s[^()\[\].]{{1,300}}[)\]]\.?(?=\s|$)"),
    (PIECE, rf"(?<=[.!?”\"])\s(?-i:(?=[A-Z])){_BIDDEN}\s[^.:]{{1,250}}$"),
    # Indonesian pages
    (LINK, r"(?i:\[?(?:baca(?: juga| selengkapnya| pula)|lihat juga|simak juga|tonton juga|"
           r"pilihan editor|artikel terkait|berita terkait|lihat video|simak video|video pilihan|"
           r"also read|see also|read also)"
           r"(?: ?:(?:.{0,300}(?<!\.))?|(?-i: [A-Z\"“‘'].{0,200}(?<![.,;:]))?))"),
    (LINK, r"(?:Baca|BACA)\s?:"),
    (PIECE, r"(?<=[.!?”\"])\s*\(?(?:[Bb]aca|BACA) (?:[Jj]uga|JUGA)\s?:[^.]{0,250}$"),
    (PIECE, r"\[Gambas\s?:[^\]]*\]"),
    (PIECE, r"(?:ADVERTISEMENT )?SCROLL TO (?:CONTINUE|RESUME)(?: WITH CONTENT)?"),
    (PIECE, r"(?<![A-Z] )ADVERTISEMENT(?! [A-Z]{2})"),
    (END, r"(?i:(?:tags?|tag terkait|topik terkait|kata kunci)\s?:?)"),
    (WHOLE, r"(?i:iklan|pariwara|(?:gulir|scroll) untuk (?:lanjut|melanjutkan)(?: membaca)?|"
            r"halaman\s?:?.{0,20}|"
            r"(?:berita )?(?:selengkapnya|selanjutnya|lanjut|bersambung)(?: di| ke)?"
            r"(?: halaman)?(?: (?:selanjutnya|berikutnya|\d+))?|"
            r"(?:next|selanjutnya|berikutnya|show all|lihat semua|semua halaman))\W*"),
    (WHOLE, rf"(?i:{_PAGER}(?:[ |]+{_PAGER})+)"),
    (WHOLE, r"(?i:(?:berita )?selengkapnya (?:di|baca di|klik) .{0,60}|"
            r"klik (?:di sini|halaman) .{0,60})"),
    (WHOLE, r"(?i:(?:simak|ikuti|dapatkan|cek|baca|jangan lewatkan|mari bergabung|ayo|yuk|saksikan|"
            r"gabung|follow|lihat|tonton)\b.{0,220}(?:klik (?:di ?sini|link)|di ?sini|"
            r"whats\s?app|telegram|google news|channel|kanal|saluran|grup|"
            r"instagram|youtube|playstore|app store|aplikasi|video (?:pilihan|menarik|di bawah)|"
            r"berikut ini)\b.{0,160})"),
    (WHOLE, r"(?i:(?:caranya klik link|kamu harus install|anda harus install)\b.{0,300})"),
    (WHOLE, r"(?i:[(\[]?(?:foto|gambar|ilustrasi|kredit foto|photo|video|caption)\s?:.{0,300})"),
    (WHOLE, r".{0,300}\((?:[Ff]oto|FOTO|Dok\.?|DOK\.?|[Ii]lustrasi)\s?(?::|\.).{0,80}\)\.?"),
    (WHOLE, r"(?i:artikel ini (?:telah|sudah) (?:tayang|terbit|dimuat)\b.{0,250}|"
            r"konten ini .{0,120}(?:bekerja ?sama|kerja sama) .{0,120})"),
    (WHOLE, r"(?i:bagikan(?: artikel| berita)?(?: ini)?\s?:?|berita (?:lainnya|terbaru|terpopuler|"
            r"populer)\s?:?|terpopuler|rekomendasi(?: untuk anda)?|topik\s?:?|terkait|komentar)"),
    (WHOLE, r"(?i:sumber(?: berita| artikel)?)\s?:\s?.{1,100}"),
    (WHOLE, r"\(?(?:Editor|EDITOR|Pewarta|Penerjemah|Penulis|Reporter|Penyunting|Redaktur|Uploader|"
            r"Kontributor|Laporan|Jurnalis|Penerjemah/Editor|Author|Writer)\s?:\s?.{1,120}"),
    (WHOLE, r"(?i:tags?|kata kunci|topik(?: terkait)?|keywords?)\s?:.{1,300}"),
    (TAIL, r"#\w+(?:[ ,]+#\w+)*"),
    (TAIL, rf"(?:Oleh|By)\s?:? {_NAME}"),
    (TAIL, rf"[(\[](?:{_NAME}|{_INITIALS})(?:\s?[/|,&;-]\s?(?:{_NAME}|{_INITIALS})){{0,3}}[)\]]"),
    (WHOLE, r"(?i:lihat (?:foto|video|galeri|semua(?: foto)?)|perbesar|infografis|foto|"
            r"berita rekomendasi|recommended stories|view image in fullscreen|"
            r"list (?:of \d+ items|\d+ of \d+)|end of list|"
            r"(?:skip past|after) newsletter promotion)\W*"),
    (WHOLE, r"(?:Image|Media|Video) (?:source|caption),? .{0,300}"),
    (WHOLE, r"(?:This video can ?(?:not|['’]t) be played|Media playback is not supported)\b.*"),
    (WHOLE, r"(?i:laporan (?:langsung )?(?:wartawan|reporter|jurnalis|kontributor|koresponden))"
            r"(?:[ ,:]+(?:[A-ZÀ-Þ][\w.'’-]*|dari|di|bin|binti)){1,10}"),
    (WHOLE, r"[(\[][A-Za-z]{2,5}(?:[/|,-][A-Za-z]{2,5}){1,3}[)\]]"),
    # A name, initials or an agency in brackets behind the last full stop
    (LAST, rf"(?<=[.!?”\"])\s*[(\[](?:{_NAME}|{_INITIALS})(?:\s?[/|,&;-]\s?(?:{_NAME}|{_INITIALS}))"
           r"{0,3}[)\]]"),
    (LAST, r"\s*[(\[](?:\*+|[A-Z]-\d{1,2}|[A-Za-z]{2,12}(?:[/|,-] ?[A-Za-z]{2,12}){1,4})[)\]]"),
    (LAST, r"\s*[(\[](?:[a-z]{2,5}|[A-Z]{2,4}|Reuters|reuters|REUTERS|Antara|Ant)[)\]]"),
    # Heads
    (HEAD, rf"(?i:{_SECTION}(?: ?[/>»›|] ?[^/>»›|]{{1,40}})*)"),
    (HEAD, r"(?i:updated .{0,40} ago|(?:last )?updated .{0,30}|an? (?:day|year|month|hour) ago|"
           r"\d+ (?:menit|jam|hari|hours?|minutes?|days?) (?:yang )?(?:lalu|ago))"),
)
