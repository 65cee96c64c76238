"""Characters: what a reader cannot see goes, what looks the same becomes the same.

Everything that ends up in an `Article` passes through `clean`, so that offsets, counts and
comparisons downstream never trip over a soft hyphen or a no-break space.
"""

from __future__ import annotations

import html
import re
import unicodedata

# Zero-width characters, joiners, direction marks, soft hyphens, variation selectors, tag letters.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_CONTROL = "\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_UNWANTED = re.compile(f"[{_INVISIBLE}{_CONTROL}]")
_BREAKS = re.compile("\r\n?|[\x0c\x85\u2029]")
_SOFT_BREAKS = re.compile("[ ]*[\x0b\u2028][ ]*")  # a line ends, but no paragraph
_BLANK = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[ {_BLANK}]{{2,}}|[{_BLANK}]")  # all but single plain spaces
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)"
    r"(?:\s[^<>]*)?/?>", re.I)


def clean(text: str) -> str:
    """NFC, entities resolved, unseen characters gone, every kind of blank a plain space.

    Line breaks stay (as line feeds), soft ones only in a text that has no others; runs of blanks
    within a line become one space.
    """
    text = _BREAKS.sub("\n", resolve_entities(text))
    text = _SOFT_BREAKS.sub(" " if "\n" in text.strip() else "\n", text)
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text))
    return _SPACES.sub(" ", text)


def fold(text: str) -> str:
    """`clean`, on one line, without blanks at the ends: a paragraph or a headline."""
    return " ".join(clean(text).split())


def resolve_entities(text: str) -> str:
    """`&amp;#8220;` to `“`: twice, since feeds often escape what was escaped already."""
    for _ in range(2):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return text


def strip_markup(text: str) -> str:
    """A headline without inline tags. A `<` that opens no inline tag is text and stays."""
    return _INLINE_TAG.sub("", resolve_entities(text))
