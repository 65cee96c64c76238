"""Which blocks of a page are its story.

Some blocks are known to be: those that extraction chose. What stands between the first and the
last of them and reads as text is of the story, whatever its tag; so is prose between the headline
and the first, and prose behind the last that shares its box.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from align.reading.blocks import Block
from align.reading.datelines import split_dateline
from align.reading.pages.beside import is_prose
from align.reading.pages.facts import bold_place
from align.reading.pages.pointers import is_pointer, without_pointers
from align.reading.trees import Element

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LISTED = ("li", "dd", "dt", "blockquote")
_CELLS = ("td", "th", "caption")
_ENDS = re.compile(r"[.!?…:][\"”’)\]»]*(?:\s*[(\[][\w/*,-]{1,15}[)\]])?$|[\"”»]$")
_STOPPED = re.compile(r"[.:…][\"”’)\]»]*$|[.!?…][\"”’»]+$")
_SUBHEAD_WORDS = 15
_LABEL_WORDS = 4
_SHORTEST_KNOWN = 20  # letters of a block that is sought within the extracted text
_MOST = 0.6  # of a box's prose, for a box within it to be the story's
_FEW = 0.5  # of the largest box's prose: with less, extraction went astray


@dataclass(frozen=True, slots=True)
class Body:
    """A story's blocks, and those of its place that were left out, both in document order."""

    kept: tuple[Block, ...]
    left_out: tuple[Block, ...]


def body(found: Sequence[Block], extracted: Sequence[str], title: str) -> Body:
    """The story among a page's blocks.

    Args:
        extracted: the paragraphs that extraction took for the story; may be none.
        title: the headline; prose above it is not of the story.
    """
    top = headline(found, title)
    homes = _homes(found)
    known = [i for i in _known(found, extracted, homes) if i > top] or _known(found, (), homes)
    if not known:
        return Body((), ())
    first = _first(found, known, top, homes)
    last = _last(found, known, homes)
    chosen = [i for i in range(first, last + 1) if i in known or _belongs(found, i)]
    chosen = _without_labels(found, chosen)
    texts = {i: without_pointers(found[i]) for i in chosen}
    kept = tuple(replace(found[i], text=texts[i]) for i in chosen if texts[i])
    left = tuple(block for i, block in enumerate(found[first:last + 1], first) if i not in texts)
    return Body(kept, left)


def headline(found: Sequence[Block], title: str) -> int:
    """Where the headline stands, -1 if nowhere."""
    wanted = _bare(title)
    exact = [i for i, block in enumerate(found) if wanted and _bare(block.text) == wanted]
    heads = [i for i, block in enumerate(found) if block.node.tag == "h1"]
    return next((places[0] for places in (
        [i for i in exact if i in heads], heads[:1], exact[:1]) if places), -1)


def _known(found: Sequence[Block], extracted: Sequence[str], homes: Sequence[Element],
           ) -> list[int]:
    """Where the story surely is: what was extracted, or else where most of the prose is."""
    whole = [_bare(text) for text in extracted]
    joined, single = "|".join(whole), frozenset(whole)
    known = [i for i, block in enumerate(found) if not is_pointer(block)
             and ((bare := _bare(block.text)) in single
                  or (len(bare) >= _SHORTEST_KNOWN and bare in joined))]
    prose = [i for i, block in enumerate(found) if is_prose(block)]
    weights: Counter[Element] = Counter()
    for i in prose:
        weights[homes[i]] += len(found[i].text)
    if not known:
        box = _box(found, prose)
        return [i for i in prose if box is found[i].node or box in found[i].node.iterancestors()]
    heaviest, weight = max(weights.items(), key=lambda item: item[1], default=(None, 0))
    if sum(len(found[i].text) for i in known) >= _FEW * weight:
        return known
    return [i for i in prose if homes[i] is heaviest]


def _box(found: Sequence[Block], prose: Sequence[int]) -> Element:
    """The lowest element that holds most of the prose."""
    within: Counter[Element] = Counter()
    for i in prose:
        for node in (found[i].node, *found[i].node.iterancestors()):
            within[node] += len(found[i].text)
    box = next((node for node in within if node.getparent() is None), None)
    while box is not None:
        below = max(box, key=lambda child: within.get(child, 0), default=None)
        if below is None or within.get(below, 0) < _MOST * within[box]:
            break
        box = below
    return box


def _homes(found: Sequence[Block]) -> list[Element]:
    """For each block the box it stands in among its like: its element's, or, bare, its own."""
    counts = Counter(block.node for block in found)
    boxes = {box for node in counts for box in node.iterancestors()}
    return [block.node if block.node in boxes or counts[block.node] > 1
            or block.node.getparent() is None else block.node.getparent() for block in found]


def _first(found: Sequence[Block], known: Sequence[int], top: int, homes: Sequence[Element],
           ) -> int:
    """The first block of the story: prose below the headline, and the dateline above it."""
    first = known[0]
    near = _near(found, {homes[i] for i in known})
    for i in range(known[0] - 1, top, -1):
        if is_prose(found[i]) and not is_pointer(found[i]) and (top >= 0 or near(homes[i])):
            first = i
    while first < known[-1] and not _ENDS.search(found[first].text) and not (
            is_prose(found[first]) or _is_dateline(found[first])):
        first += 1  # a caption or a name that extraction took for the first paragraph
    if first - 1 > top and _is_dateline(found[first - 1]):
        first -= 1
    return first


def _last(found: Sequence[Block], known: Sequence[int], homes: Sequence[Element]) -> int:
    """The last block of the story: prose below the last that is known, in the same box."""
    last = known[-1]
    near = _near(found, {homes[i] for i in known})
    for i in range(known[-1] + 1, len(found)):
        if is_prose(found[i]) and not is_pointer(found[i]) and near(homes[i]):
            last = i
    return last


def _near(found: Sequence[Block], own: set[Element]) -> Callable[[Element], bool]:
    """Whether a box is one of the story's, or lies in one with nothing that leads elsewhere."""
    linking = {box for block in found if block.links
               for box in (block.node, *block.node.iterancestors())}

    def near(home: Element) -> bool:
        if home in own or home.getparent() in own:
            return True
        box = home
        for above in home.iterancestors():
            if above in own:
                return box not in linking
            box = above
        return False

    return near


def _belongs(found: Sequence[Block], i: int) -> bool:
    """Whether a block between others of the story is of it."""
    block, tag = found[i], found[i].node.tag
    if is_pointer(block):
        return False
    if tag in _HEADINGS or tag in _LISTED or _is_dateline(block):
        return True
    words = len(block.text.split())
    if tag in _CELLS or words < 3:
        return is_prose(block)
    return bool(_ENDS.search(block.text)) or is_prose(block) or _is_subhead(block)


def _is_subhead(block: Block) -> bool:
    return block.emphasised > 0.9 and len(block.text.split()) <= _SUBHEAD_WORDS


def _is_dateline(block: Block) -> bool:
    """"Jakarta, CNN Indonesia --", and nothing else."""
    return split_dateline(f"{block.text} x")[1] == "x" or bold_place(block)[1] == ""


def _without_labels(found: Sequence[Block], chosen: Sequence[int]) -> list[int]:
    """Without headings that stand over nothing, or over links to other stories."""
    kept: list[int] = []
    picked = frozenset(chosen)
    for i in reversed(chosen):
        below = found[i + 1] if i + 1 < len(found) else None
        heads = _is_label(found[i].text) or (not _STOPPED.search(found[i].text) and (
            found[i].node.tag in _HEADINGS or _is_subhead(found[i])))
        over_links = below is not None and i + 1 not in picked and is_pointer(below) and (
            below.node.tag in ("li", "a") or below.linked > 0.95)
        if not (heads and (not kept or over_links)):
            kept.append(i)
    return kept[::-1]


def _is_label(text: str) -> bool:
    return text.endswith(":") and len(text.split()) <= _LABEL_WORDS


def _bare(text: str) -> str:
    """Letters and digits only: extraction may have changed blanks and marks."""
    return "".join(filter(str.isalnum, text))
