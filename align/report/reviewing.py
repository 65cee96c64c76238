"""The pages of `selaras review`, made from what lies on its shelf."""

from __future__ import annotations

from align.report.desk import of_reviewer
from align.report.document import page
from align.report.index import index, message
from align.review.agreement import Both, agreement, both_done, compared
from align.review.fold import Opinion
from align.review.handler import Pages
from align.review.learning import drawn
from align.review.overview import line
from align.review.server import article_path, post_path
from align.review.shelf import Shelf


def pages(language: str = "en") -> Pages:
    """How the server makes its pages."""
    return Pages(article=lambda shelf, place: article(shelf, place, language),
                 index=lambda shelf: listing(shelf, language), message=message)


def article(shelf: Shelf, place: str, language: str = "en") -> str:
    """The page of one article, with the decisions of this reviewer alone."""
    opened = shelf.open(place)
    before, after = shelf.beside(place)
    number = f"{shelf.places.index(place) + 1}/{len(shelf.places)}" if len(shelf.places) > 1 else ""
    desk = of_reviewer(
        opened.review, shelf.by, opened.events, opened.opinions.get(shelf.by, Opinion()), "server",
        post=post_path("events", place), words=post_path("words", place),
        link=post_path("link", place), place=number, sample=drawn(opened.review, shelf.sample),
        index="/" if len(shelf.places) > 1 else "",
        previous="" if before is None else article_path(before) + "#first=",
        next="" if after is None else article_path(after) + "#first=")
    return page(opened.review, language=language, desk=desk)


def listing(shelf: Shelf, language: str = "en") -> str:
    """The list of all articles; agreement on those of which all reviewers are done."""
    lines = [line(shelf.root, place, shelf.by) for place in shelf.places]
    words: list[tuple[str, Both]] = []
    for each in lines:
        if len(each.reviewers) > 1 and all(each.reviewers.values()):
            opened = shelf.open(each.place)
            if both_done(opened.opinions):
                words += [(each.place, word)
                          for word in compared(opened.review, opened.opinions)]
    return index(lines, shelf.by, agreement(word for _, word in words),
                 [(place, word) for place, word in words
                  if word.verdicts[0] != word.verdicts[1]], language)
