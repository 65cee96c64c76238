"""A review as one self-contained HTML document. Nothing in it reaches for the network.

The markup is written here, whole and escaped, so it can be read and printed without JavaScript;
the module lights, filters, steps, switches the language and keeps decisions. The content security
policy allows exactly the one style sheet and the one module, by hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from align.messages import names
from align.model import Review
from align.report import words
from align.report.desk import Desk, facts, named_parts
from align.report.plot import Similarity, dotplot
from align.report.spoken import Spoken, sound
from align.report.versions import versions
from align.report.view import lay_out
from align.serial import to_json

if TYPE_CHECKING:
    from jinja2 import Environment


SCRIPTS = ("view.js", "decide.js", "keep.js", "shown.js", "look.js", "words.js", "address.js",
           "judge.js", "edit.js", "relink.js", "desk.js")
STYLES = ("page.css", "findings.css", "articles.css", "desk.css", "widths.css")


def page(review: Review, *, plot: Similarity | None = None, language: str = "en",
         desk: Desk | None = None) -> str:
    """The whole HTML document that `report.html` holds, or that the loopback server gives out.

    Args:
        plot: similarities of all sentences, shape (original, rewrite), as the ground of the
            dot-plot; without it the plot shows the beads alone.
        language: of the report's own words at first; the reader can switch.
        desk: who decides here and where decisions go; without it they stay in the browser.
    """
    desk = desk or Desk()
    body, data = fragment(review, plot=plot, language=language, desk=desk)
    script = module() + (
        '\nbind(document.querySelector("[data-selaras]"), '
        'JSON.parse(document.getElementById("selaras-data").textContent), { keys: document });\n'
    )
    title = sound(" · ".join(filter(None, (review.rewrite.title, "Selaras"))))
    return document(body, title=title, language=language, script=script, data=data,
                    reach="connect-src 'self'; " if desk.mode == "server" else "")


def document(body: str, *, title: str, language: str = "en", script: str = "",
             data: Any = None, reach: str = "") -> str:
    """A whole HTML document around markup that is escaped already.

    Args:
        script: the one module it may run; data: what that finds in the page, as JSON.
        reach: what the content security policy allows beyond style, script and data images.
    """
    from markupsafe import Markup

    look = style()
    return templates().get_template("page.html.jinja").render(
        language=language, title=title,
        policy=f"default-src 'none'; style-src {_allow(look)}; script-src {_allow(script)}; "
               f"{reach}img-src data:; base-uri 'none'; form-action 'none'",
        style=Markup(look), script=Markup(script), review=Markup(sound(body)),
        data=None if data is None else Markup(script_json(data)),
    )


def fragment(review: Review, *, plot: Similarity | None = None, language: str = "en",
             desk: Desk | None = None) -> tuple[str, dict[str, Any]]:
    """The markup of the review alone, and the data that the module needs to bring it to life.

    The data holds `texts`: every text of the report, by language, in the order of the
    `data-say` numbers in the markup; `words`, what the desk answers; `review`, the names of flags
    and beads; and `desk`.
    """
    from markupsafe import Markup

    spoken = Spoken(language)
    desk = desk or Desk()
    view = lay_out(review)
    markup = templates().get_template("review.html.jinja").render(
        review=review, language=language, prefix=_prefix(review),
        desk=desk, keys=words.KEYS, verdicts=words.VERDICTS, languages=names(),
        facts=facts(review),
        flags=view.flags, ranks=view.ranks, rows=view.rows, counts=view.counts,
        verdict=words.verdict(view.counts), notes=view.notes,
        versions=versions(review), likely=words.likely, covers=words.covers,
        version_name=words.version, only_here=words.only_here,
        words=words.WORDS, categories=words.CATEGORY, severities=words.SEVERITY,
        say=spoken.say, label=spoken.label, title=spoken.title, option=spoken.option,
        flag_text=words.flag_text, passage=words.passage, bead_score=words.bead_score,
        stands_elsewhere=words.stands_elsewhere, see_original=words.see_original,
        plot=Markup(dotplot(review, plot)),
    )
    return sound(markup), {"texts": spoken.texts(), "words": words.answers(),
                           "desk": desk.data(language), "review": named_parts(review, view.flags)}


def module() -> str:
    """The one script module of page and widget."""
    return "\n".join(asset(name) for name in SCRIPTS)


def style() -> str:
    """The one style sheet of page and widget."""
    return "\n".join(asset(name) for name in STYLES)


def script_json(value: Any) -> str:
    """JSON that may stand inside a script element: pure ASCII, without `<`, `>` or `&`.

    So no `</script>`, no `<!--`, and no raw U+2028 can occur in it.
    """
    plain = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return plain.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def asset(name: str) -> str:
    """One of the files beside this one, as text with `\\n` line ends."""
    return files("align.report").joinpath(name).read_text("utf-8")


@cache
def templates() -> Environment:
    """The templates beside this file; all that is put into them is escaped."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False,
                              loader=FunctionLoader(asset))
    environment.filters["host"] = _host
    return environment


def _allow(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _prefix(review: Review) -> str:
    """The same review has the same ids everywhere; two reviews in one notebook do not collide."""
    told = json.dumps(to_json(review), default=str)  # a summary may hold anything, NaN too
    return "s" + hashlib.sha256(told.encode()).hexdigest()[:8]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
