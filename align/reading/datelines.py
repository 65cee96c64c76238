"""Datelines: "WASHINGTON, Jan 13 (Reuters) - " at the head of a story, English and Indonesian."""

from __future__ import annotations

import re

from align.text.calendar import EVERY_MONTH

_MONTH = (rf"(?i:{'|'.join(sorted(map(re.escape, EVERY_MONTH), key=len, reverse=True))})\b\.?")
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_SMALL = r"de|da|do|la|le|al|el|of|the|on|and|y"
_CAPITALS = rf"[A-ZÀ-Þ][A-ZÀ-Þ'’.]+(?:[ -](?:[A-ZÀ-Þ][A-ZÀ-Þ'’.]*|{_SMALL})){{0,5}}"
_ANY = rf"[A-ZÀ-Þ][\w'’.]+(?:[ -](?:[A-ZÀ-Þ][\w'’.]*|{_SMALL})){{0,5}}"
_PLACES = rf"{_ANY}(?:(?:, ?| ?/ ?){_ANY}){{0,5}}"
_CREDIT = r"(?:Thomson )?(?:Reuters?|REUTERS?|AP|AFP|ANTARA|Antara|Xinhua|Bloomberg|dpa|BBC|CNN)"
_DASH = r"(?:--+|[-–—])"
_SITES = (r"CNN Indonesia|CNBC Indonesia|VOA Indonesia|BBC Indonesia|VIVA|VIVAnews|VIVA\.co\.id|"
          r"ANTARA(?: News)?|Antara|NU Online|Beritasatu|Gatra|SINDOnews|iNews|MNC Portal|"
          r"KompasTV|KOMPAS TV|Metro TV|detikcom|Republika|Tempo|Kompas|Tirto|Okezone")
_DOMAIN = r"[A-Za-z][\w-]{1,24}\.(?:com|co\.id|COM|CO\.ID|co|CO|id|ID|TV|tv|net|NET|org)"
_SITE = rf"(?:{_SITES}|{_DOMAIN})"
_CITIES = (r"Jakarta|Bandung|Surabaya|Medan|Semarang|Yogyakarta|Makassar|Denpasar|Palembang|Bogor|"
           r"Washington(?: DC)?|New York|London|Paris|Beijing|Tokyo|Moskow|Moscow|Singapura|"
           r"Singapore|Kuala Lumpur|Sydney|Canberra|Berlin|Roma|Jenewa|Geneva|Brussels|Brussel|"
           r"Kairo|Cairo|Yerusalem|Jerusalem|Teheran|Tehran|Bangkok|Manila|Hanoi|Seoul|New Delhi|"
           r"Kyiv|Kiev|Hong Kong|Dubai|Riyadh|Doha|Ankara|Istanbul|San Francisco|Los Angeles")

_FORMS = tuple(re.compile(form) for form in (
    # WASHINGTON, Jan 13 (Reuters) -   LONDON/PARIS (Reuters) -   Jan 13 (Reuters) -   (Reuters) -
    rf"((?:{_PLACES},? ?)?(?:,? ?{_DATE},? ?)?\({_CREDIT}(?: [A-Z]\w+){{0,2}}\))\s*{_DASH}\s*",
    # WASHINGTON, Jan 13 -
    rf"({_CAPITALS}(?:(?:, | ?/ ?){_ANY}){{0,3}}, {_DATE}) {_DASH}\s+",
    # Jakarta, CNN Indonesia --   JAKARTA, KOMPAS.com -   TEMPO.CO, Jakarta -   Liputan6.com, Kyiv -
    rf"({_PLACES}, {_SITE}|{_SITE}, {_PLACES}|{_SITE})"
    rf"(?: {_DASH}\s+|{_DASH}{_DASH}?\s+| ?{_DASH} )",
    # WASHINGTON -   Jakarta -
    rf"((?i:{_CITIES})|(?=[^-–—]{{6}}){_CAPITALS}(?:, {_ANY})?)(?: ?--+\s*| [-–—] | ?[–—] )",
))
_CREDITED = (_FORMS[0], _FORMS[2])
_LONGEST = 160  # code points


def split_dateline(paragraph: str, *, credited: bool = False) -> tuple[str, str]:
    """The dateline at the head of a paragraph, without its dash, and the rest of the paragraph.

    ("", paragraph) if there is none, or nothing else in the paragraph. `credited`: only one that
    names an agency or a site, and so is surely one.
    """
    head = paragraph[:_LONGEST]
    for form in _CREDITED if credited else _FORMS:
        found = form.match(head)
        if found and len(paragraph) > found.end():
            return found[1].strip(" ,"), paragraph[found.end():].lstrip()
    return "", paragraph
