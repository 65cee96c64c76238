"""The list of all articles of a folder, and how far reviewers agree on those that are done."""

from __future__ import annotations

from collections.abc import Sequence

from align.messages import section
from align.model import SEVERITIES
from align.report.document import asset, document, templates
from align.review.agreement import Agreement, Both
from align.review.overview import Line
from align.review.server import article_path


def index(lines: Sequence[Line], by: str, agreed: Sequence[Agreement] = (),
          differ: Sequence[tuple[str, Both]] = (), language: str = "en") -> str:
    """The HTML document of the list.

    Args:
        by: the reviewer who reads it; verdicts in `lines` are his or hers alone.
        agreed: agreement over all articles whose reviewers are all done.
        differ: place and words where those differ.
    """
    texts = section(language, "list")
    done = sum(line.reviewers.get(by, False) for line in lines)
    body = templates().get_template("index.html.jinja").render(
        lines=lines, by=by, agreed=agreed, path=article_path, language=language,
        differ=[(place, word) for place, word in differ],
        severity=section(language, "severities"),
        ranks={name: len(SEVERITIES) - rank for rank, name in enumerate(SEVERITIES)},
        heads=section(language, "list-heads"), texts=texts,
        progress=texts["progress"].format(done, len(lines)))
    return document(body, title="Selaras", language=language, script=asset("index.js"))


def message(text: str) -> str:
    """A page that says one sentence."""
    from markupsafe import Markup

    return document(Markup('<main class="selaras"><h1 class="verdict">{}</h1></main>').format(text),
                    title="Selaras")
