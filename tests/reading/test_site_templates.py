"""Every paragraph of pages in the shapes of twelve news sites, nothing else, and the day."""

import re

import pytest
from site_templates import EN_STORIES, ENGLISH, ID_STORIES, INDONESIAN

from align.reading import parse

SITES = [(site, story) for sites, stories in ((INDONESIAN, ID_STORIES), (ENGLISH, EN_STORIES))
         for site in sites for story in stories]
SPOILED = {
    "whole": lambda page: page,
    "paragraphs in boxes": lambda page: re.sub(rb"(</?)p(?=[ >])", rb"\1div", page),
}
IDS = [f"{site.__name__}-{story[0].split()[0]}" for site, story in SITES]


@pytest.mark.parametrize("spoil", SPOILED)
@pytest.mark.parametrize(("site", "story"), SITES, ids=IDS)
def test_the_whole_story_and_nothing_else(site, story, spoil):
    title, body = story
    article = parse(SPOILED[spoil](site(title, body)))
    assert list(article.paragraphs) == [title, *(text for _, text in body)]


@pytest.mark.parametrize(("site", "story"), SITES, ids=IDS)
def test_the_day_that_a_page_shows(site, story):
    assert parse(site(*story)).published[:10] == "2020-05-04"
