"""Invented stories, the ways in which pages vary, and what all generations of pages share."""

import json
import re
from dataclasses import dataclass, replace

HEADING, PARAGRAPH, BULLETS = "h", "p", "ul"


@dataclass(frozen=True)
class Story:
    """What a page holds, and what a reader must find."""

    title: str
    body: tuple[tuple[str, str], ...]
    authors: tuple[str, ...] = ("Mira Tolland",)
    place: str = "QUARREN"
    day: str = "May 4"
    published: str = "2020-05-04T08:15:00Z"
    updated: str = "2020-05-04T10:45:30Z"
    sign_off: str = "Reporting by Mira Tolland; Editing by Joss Ember"
    note: str = ""
    written_title: str = ""  # the headline as the page's markup has it
    promo: bool = False
    url: str = "https://www.reuters.com/world/quarren-dam-idUSKBN22G1AB"

    @property
    def dateline(self) -> str:
        place = f"{self.place}, " if self.place else ""
        return f"{place}{self.day} (Reuters)"

    @property
    def paragraphs(self) -> list[str]:
        """As the article must have them."""
        return [part for kind, text in self.body for part in
                (text.split("|") if kind == BULLETS else [text])]

    @property
    def html_title(self) -> str:
        return self.written_title or self.title


STORIES = {
    "dam": Story(
        "Quarren to drain its oldest dam before winter",
        ((PARAGRAPH, "Engineers in the invented valley of Quarren will drain its oldest dam before "
                     "winter, the water board said on Monday, after cracks 3 cm wide were found."),
         (PARAGRAPH, "“We would rather lose a season’s power than a village,” said its head, "
                     "Ulla Brandt. “That is all.”"),
         (HEADING, "CRACKS SINCE 2017"),
         (PARAGRAPH, "The board (formed in 1931) spent $4.2 million on repairs last year & asked "
                     "for as much again."),
         (PARAGRAPH, "Opponents say the cracks are old."),
         (PARAGRAPH, "It was not clear who would pay."))),
    "bank": Story(
        "Orlen Bay central bank holds rate at 4.75%, sees “long plateau”",
        ((PARAGRAPH, "Orlen Bay’s central bank left its main rate at 4.75% on Thursday and said "
                     "it expected a long plateau."),
         (BULLETS, "Inflation fell to 3.1% in April from 3.4%|Unemployment rose to 6%"),
         (PARAGRAPH, "Governor Kasper Dune told reporters that reading by the window had taught "
                     "him patience. Reporting by companies suggested weaker demand, he added."),
         (HEADING, "WHAT’S NEXT"),
         (PARAGRAPH, "Read the minutes before you sign up for a mortgage, he said."),
         (PARAGRAPH, "The next meeting is on June 18.")),
        authors=("Tove Ahlgren", "Ravi Sandel"), place="ORLEN BAY", day="May 14",
        sign_off="Reporting by Tove Ahlgren and Ravi Sandel in Orlen Bay, additional reporting by "
                 "Jan Po; Editing by Kit Moss and Bo Lind"),
    "ferry": Story(
        "Ferry that lost its way finds a new island",
        ((PARAGRAPH, "A ferry that lost its way in fog off Saltholm has found an island that no "
                     "chart shows, the harbour master said."),
         (PARAGRAPH, "No one was hurt."),
         (PARAGRAPH, "The island is about 300 metres long and has one tree.")),
        authors=("Reuters Staff",), place="", sign_off="Reporting by the Saltholm newsroom"),
}
VARIATIONS = ("plain", "no scripts", "attributes reordered", "promo in the middle", "two authors",
              "corrected", "messy headline", "no metadata")
NOTE = "(This May 4 story has been corrected to fix the width of the cracks in paragraph 1)"
PROMO = "The Reuters Tidewater newsletter brings you the week at sea. Sign up here."


def varied(story: Story, variation: str) -> Story:
    """The story as a variation has it."""
    if variation == "promo in the middle":
        return replace(story, promo=True)
    if variation == "two authors":
        return replace(story, authors=("Mira Tolland", "Deniz Aral-Kaya"))
    if variation == "corrected":
        return replace(story, note=NOTE)
    if variation == "messy headline":
        words = story.title.split(" ")
        first, last = f"\u200b<em>{words[0]}</em>", f"&#8203;{words[-1]}\u00ad"
        written = " ".join([first, *words[1:-1], last])
        return replace(story, written_title=written.replace("%", "&#37;"))
    return story


def spoiled(html: str, variation: str) -> str:
    """The page as a variation has it."""
    if variation in ("no scripts", "no metadata"):
        html = re.sub(r"(?s)<script.*?</script>", "", html)
    if variation == "no metadata":
        html = re.sub(r"<meta (?!charset)[^>]*>", "", html)
    if variation == "attributes reordered":
        def reordered(found: re.Match[str]) -> str:
            attributes = re.findall(r'[\w:-]+="[^"]*"', found[2])
            return f"<{found[1]} {' '.join(reversed(attributes))}{found[3]}>"

        html = re.sub(r'<(\w+)((?:\s+[\w:-]+="[^"]*")+)\s*(/?)>', reordered, html)
    return html


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def quoted(text: str) -> str:
    """As the value of an attribute."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def head(story: Story, *, revision: bool = False) -> str:
    """Metadata as most generations have it; the oldest states only a revision."""
    stamp = re.sub(r"[-:]|T|Z", " ", story.updated).split()
    revised = f"Mon May {stamp[2]} {':'.join(stamp[3:6])} UTC 2020"
    metas = f'<meta name="REVISION_DATE" content="{revised}">'
    if not revision:
        metas = (
            f'<meta property="og:article:published_time" content="{story.published}"/>'
            f'<meta property="og:article:modified_time" content="{story.updated}"/>'
            f'<meta name="article:author" content="{",".join(story.authors)}"/>')
        ld = {"@type": "NewsArticle", "headline": story.html_title,
              "datePublished": story.published, "dateModified": story.updated,
              "author": [{"@type": "Person", "byline": name} for name in story.authors]}
        metas += f'<script type="application/ld+json">{json.dumps(ld)}</script>'
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>'
            f"<title>{story.html_title} | Reuters</title>"
            f'<meta property="og:title" content="{quoted(story.html_title)}"/>'
            f'<link rel="canonical" href="{story.url}"/>{metas}</head>')


NAV = '<nav><ul><li><a href="/world/">World</a></li><li><a href="/legal/">Legal</a></li></ul></nav>'
READ_NEXT = ('<div class="article__read-next__Kj"><h2>Read Next</h2><ul><li>'
             '<a data-testid="Heading" href="/y">Another invented country passes another '
             "budget</a></li></ul></div>")
FOOTER = ("<footer><p>All quotes delayed a minimum of 15 minutes. See here for a complete list of "
          "exchanges and delays.</p><p>© 2020 Reuters. All rights reserved.</p></footer>")
HIDDEN = '<span style="border: 0px; clip: rect(0px, 0px, 0px, 0px);">, opens new tab</span>'
TRUST = f'Our Standards: <a href="/t">The Thomson Reuters Trust Principles.{HIDDEN}</a>'
