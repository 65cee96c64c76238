"""The list of all articles of a folder, and how far reviewers agree on those that are done."""

from __future__ import annotations

from collections.abc import Sequence

from align.model import SEVERITIES
from align.report import words
from align.report.document import asset, document, templates
from align.report.words import Both, Language
from align.review.agreement import Agreement
from align.review.agreement import Both as Words
from align.review.overview import Line
from align.review.server import article_path

HEADS: dict[str, Both] = {
    "title": ("Article", "Artikel"),
    "outlet": ("Outlet", "Media"),
    "date": ("Date", "Tanggal"),
    "open": ("Open", "Terbuka"),
    "true": ("True", "Benar"),
    "false": ("False", "Bukan"),
    "worst": ("Worst", "Terberat"),
    "reviewer": ("Reviewers", "Penilai"),
    "done": ("Done", "Selesai"),
}

TEXTS: dict[str, Both] = {
    "articles": ("Articles", "Artikel"),
    "filter": ("Filter", "Saring"),
    "yes": ("done", "selesai"),
    "keys": ("j and k choose, Enter opens, n opens the next that is not done, / filters.",
             "j dan k memilih, Enter membuka, n membuka artikel berikutnya yang belum selesai, / "
             "menyaring."),
    "agreement": ("Agreement of reviewers who are done", "Kesepakatan penilai yang sudah selesai"),
    "kind": ("Kind", "Jenis"),
    "all": ("all", "semua"),
    "flags": ("Flags", "Temuan"),
    "alike": ("Alike", "Sama"),
    "differ": ("Where they differ", "Tempat mereka berbeda"),
    "progress": ("{} of {} done", "{} dari {} selesai"),
}


def index(lines: Sequence[Line], by: str, agreed: Sequence[Agreement] = (),
          differ: Sequence[tuple[str, Words]] = (), language: Language = "en") -> str:
    """The HTML document of the list.

    Args:
        by: the reviewer who reads it; verdicts in `lines` are his or hers alone.
        agreed: agreement over all articles whose reviewers are all done.
        differ: place and words where those differ.
    """
    number = words.LANGUAGES.index(language)
    done = sum(line.reviewers.get(by, False) for line in lines)
    body = templates().get_template("index.html.jinja").render(
        lines=lines, by=by, agreed=agreed, path=article_path, language=language,
        differ=[(place, word) for place, word in differ],
        severity={name: both[number] for name, both in words.SEVERITY.items()},
        ranks={name: len(SEVERITIES) - rank for rank, name in enumerate(SEVERITIES)},
        heads={name: both[number] for name, both in HEADS.items()},
        texts={name: both[number] for name, both in TEXTS.items()},
        progress=TEXTS["progress"][number].replace("{}", str(done), 1).replace(
            "{}", str(len(lines)), 1))
    return document(body, title="Selaras", language=language, script=asset("index.js"))


def message(text: str) -> str:
    """A page that says one sentence."""
    from markupsafe import Markup

    return document(Markup('<main class="selaras"><h1 class="verdict">{}</h1></main>').format(text),
                    title="Selaras")
