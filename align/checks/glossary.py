"""Glossary: the user's terms must be rendered as the user's glossary says.

Flags a source term none of whose translations is in the target, or that should be kept as it is and
is not (major). Must not flag: inflected translations (the term with Indonesian affixes around it),
terms inside longer words. Silent without a glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from align.checks import Analysis, Finding, check
from align.lexicon.terms import Term


@check()
def glossary(pair: Analysis) -> Iterable[Finding]:
    """One finding per term of the glossary that is rendered otherwise."""
    source, target = pair.source.text.casefold(), pair.target.text.casefold()
    # Nearly no term of a long glossary is in a sentence; to see that needs no pattern.
    return [finding for term in pair.glossary.terms if _folded(term.source) in source
            and (finding := _broken(pair.source.text, target, term)) is not None]


_folded = cache(str.casefold)


@cache
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)


def _broken(source: str, target: str, term: Term) -> Finding | None:
    match = _pattern(term.source).search(source)
    wanted = term.translations or (term.source,)
    if match is None or any(form.casefold() in target for form in wanted):
        return None
    forms = " / ".join(f"“{form}”" for form in wanted)
    return Finding("term-broken", "mistranslation", (match.span(),), words={"wanted": forms},
                   suggestion=wanted[0])
