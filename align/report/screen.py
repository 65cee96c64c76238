"""A review in the terminal: counts, then the flags by severity, each with both places it shows.

Colours say what the underlines and the brackets also say, so nothing is lost in a pipe or with
NO_COLOR.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from align.messages import place as place_of
from align.model import Article, Flag, Review, Span
from align.report import words
from align.report.versions import Version, versions
from align.report.view import by_severity, counts, notes

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLOUR = {"omission": "blue", "addition": "green", "mistranslation": "red",
          "untranslated": "yellow"}
LEAD = 36  # code points of context before a span, when the sentence is too long to show whole
INDENT = "   "
MOST = 160  # code points of an excerpt
NAMED = 3  # versions not chosen that are named


def terminal(review: Review, console: Console, *, language: str = "en") -> None:
    """Print a summary of the review.

    Args:
        console: where to; a `rich.console.Console`, which knows its width and colours.
        language: of the words around the articles' own.
    """
    from rich.text import Text

    first = place_of(language)
    plain = not console.is_terminal or console.no_color
    lines = [part for text in _head(review, first) for part in _wrapped(console, text)]
    for place, flag in enumerate(by_severity(review), start=1):
        lines += [Text(), *_wrapped(console, _heading(place, flag, first))]
        for text in _body(review, flag, first, plain):
            lines += _wrapped(console, text, INDENT)
    console.print(Text("\n").join(lines))


def _wrapped(console: Console, text: Text, indent: str = "") -> list[Text]:
    """The lines of one paragraph, each indented and without blanks at its end."""
    from rich.text import Text

    parts = list(text.wrap(console, max(console.width - len(indent), 1)))
    for part in parts:
        part.rstrip()
    return [Text(indent).append_text(part) for part in parts]


def _head(review: Review, first: int) -> list[Text]:
    from rich.text import Text

    number = counts(review)
    tally = (("bead_match", "matched"), ("moved", "moved"), ("bead_omission", "omitted"),
             ("bead_addition", "added"))
    return [
        Text(words.verdict(number)[first], style="bold"),
        Text(" · ".join(f"{number[key]} {words.WORDS[word][first]}" for key, word in tally)),
        Text(_tame(review.signature), style="dim"),
        *(Text(_tame(line)) for line in _versions(versions(review), first)),
        *(Text(_tame(note[first]), style="yellow") for note in notes(review)),
    ]


def _versions(tried: tuple[Version, ...], first: int) -> list[str]:
    """The chosen version in one line, the others in a second."""
    chosen = [_version(each, first) for each in tried if each.chosen]
    others = [_version(each, first) for each in tried if not each.chosen]
    if len(others) > NAMED:
        others[NAMED:] = [words.other_versions(len(others) - NAMED)[first]]
    lines = [words.chosen_version(len(tried))[first] + "; ".join(chosen)] if chosen else []
    if others:
        lines.append(words.WORDS["not_chosen"][first] + ": " + "; ".join(others))
    return lines


def _version(version: Version, first: int) -> str:
    """A version's name and, in brackets, what is known of it."""
    name = version.source or version.title or words.version(version.number)[first]
    facts = [version.published or words.WORDS["undated"][first]]
    if version.score is not None:
        facts.append(words.likely(version.score)[first])
    if version.coverage is not None:
        facts.append(words.covers(version.coverage)[first])
    if version.later:
        facts.append(words.WORDS["later"][first])
    return f"{name} ({', '.join(facts)})"


def _heading(place: int, flag: Flag, first: int) -> Text:
    from rich.text import Text

    severity = words.SEVERITY[flag.severity][first]
    category = words.CATEGORY[flag.category][first].lower()
    check = "" if flag.check == flag.category else f" · {_tame(flag.check)}"
    return Text.assemble(
        (f"{place}. ", "bold"), (f"{severity} ", f"bold {COLOUR[flag.category]}"),
        (category, COLOUR[flag.category]), (check, "dim"),
    )


def _body(review: Review, flag: Flag, first: int, plain: bool) -> list[Text]:
    from rich.text import Text

    lines = [Text(_tame(words.flag_text(flag)[first]))]
    for article, spans in ((review.original, flag.source), (review.rewrite, flag.target)):
        code = _tame(article.language) or ("src" if article is review.original else "tgt")
        for sentence in sorted({span.sentence for span in spans}):
            if 0 <= sentence < len(article.sentences):
                said = _excerpt(article, sentence, spans, COLOUR[flag.category], plain)
                lines.append(Text.assemble((f"{code} ", "dim"), said))
    return lines


def _excerpt(article: Article, sentence: int, spans: tuple[Span, ...], colour: str,
             plain: bool) -> Text:
    """The part of a sentence around its spans, which are underlined, or bracketed if `plain`."""
    from rich.text import Text

    whole = _tame(article.sentences[sentence].text)
    here = sorted((max(s.start, 0), min(s.end, len(whole)))
                  for s in spans if s.sentence == sentence)
    left = _word_start(whole, here[0][0]) if len(whole) > MOST else 0
    right = min(left + MOST, len(whole))
    shown = Text("…" if left else "")
    at = left
    for start, end in here:
        start, end = max(start, at), min(end, right)
        if start >= end:
            continue
        shown.append(whole[at:start])
        inside = whole[start:end]
        shown.append(f"[{inside}]" if plain else inside, style=f"underline {colour}")
        at = end
    shown.append(whole[at:right] + ("…" if right < len(whole) else ""))
    return shown


def _word_start(whole: str, start: int) -> int:
    """Where the context before a span begins: at a word, at most `LEAD` code points back."""
    if start <= LEAD:
        return 0
    space = whole.find(" ", start - LEAD, start)
    return space + 1 if space >= 0 else start - LEAD


def _tame(text: str) -> str:
    """The text without what would steer a terminal: control characters, one blank for each.

    Formatting characters (bidirectional overrides among them) and lone surrogates go too.
    """
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text)
