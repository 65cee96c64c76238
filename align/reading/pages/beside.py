"""What of a page stands beside its story, by tag and by name; but never most of the page's prose.

Sites name boxes for what they hold (related, iklan, caption), and now and then name the story's
own box so ("content has-share", a form around everything). Names are believed only of a part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from align.reading.blocks import Block
from align.reading.trees import Element, is_beside, is_unseen
from align.text import table

_NAMES = table(
    """ad ads adv advert adverts advertisement advertising iklan banner billboard sponsor sponsored
    outbrain taboola promo promos promotion related relatedarticles relatedlinks terkait linksisip
    bacajuga baca richlink readmore recommend recommended recommendation recommendations
    rekomendasi recirc popular populer terpopuler trending mostread newsletter subscribe
    subscription signup registration share shares sharing sharebar sharedaddy social sosmed
    comment comments komentar disqus respond caption captions credit gallery slideshow carousel
    sidebar footer nav navbar navigation menu breadcrumb breadcrumbs tag tags taglist tagging
    topics pagination paging pager toolbar copyright disclaimer bio authorbio widget widgets
    noncontent infobox standfirst subtitle sinopsis deck teaser teasers toc""")
_PAIRS = frozenset((
    "more on", "read next", "read also", "see also", "also read", "most read", "baca juga",
    "lihat juga", "next page", "sign off", "sign up"))
_ALWAYS = table("comment comments komentar disqus respond related terkait footer nav")
_MARKS = ("class", "id", "data-testid", "data-component", "data-gu-name", "role", "itemprop")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_MOST = 0.5  # of a page's prose: then a name is not believed
_PROSE_END = re.compile(  # a stop, perhaps with a writer's initials behind it
    r"[.!?…][\"”’)\]»]*(?:\s*[(\[][\w/*,-]{1,15}[)\]])?$|[\"”»]$")
_PROSE_WORDS = 6
_UNSTOPPED_WORDS = 15
_MOSTLY_LINKS = 0.6


def is_prose(block: Block) -> bool:
    """Whether a block reads as running text: some words, a stop, and not mostly links."""
    words = len(block.text.split())
    if block.linked >= _MOSTLY_LINKS or words < _PROSE_WORDS:
        return False
    return words >= _UNSTOPPED_WORDS or _PROSE_END.search(block.text) is not None


def beside(seen: Iterable[Block]) -> Callable[[Element], bool]:
    """What to leave out of a page, given all blocks that a reader sees of it.

    All that no reader sees, and what stands beside the story.
    """
    within: Counter[Element] = Counter()
    alike: Counter[tuple[str, str]] = Counter()
    total = 0
    for block in seen:
        if is_prose(block):
            total += len(block.text)
            within[block.node] += len(block.text)
            for node in block.node.iterancestors():
                within[node] += len(block.text)
    for node, weight in within.items():
        alike[node.tag, node.get("class", "")] += weight if node.get("class") else 0

    def is_most(node: Element) -> bool:
        weight = max(within[node], alike[node.tag, node.get("class", "")])
        return weight >= _MOST * total > 0

    def unwanted(node: Element) -> bool:
        if is_unseen(node):
            return True
        named = _names(node)
        if "subhead" in named and node.tag in ("p", "div"):  # a summary; subheads are headings
            return True
        if not is_beside(node) and _NAMES.isdisjoint(named):
            return False
        return not is_most(node) or (not _ALWAYS.isdisjoint(named) and not node.xpath(".//h1"))

    return unwanted


def _names(node: Element) -> frozenset[str]:
    """The words of an element's class, id and the like; pairs that mean one thing are `related`."""
    stated = " ".join(node.get(mark, "") for mark in _MARKS)
    if not stated.strip():
        return frozenset()
    found: set[str] = set()
    for name in stated.split():
        words = [word.lower() for word in _WORD.findall(name)]
        found.update(words)
        if any(f"{one} {other}" in _PAIRS for one, other in pairwise(words)):
            found.add("related")
    return frozenset(found)
