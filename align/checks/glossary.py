"""Glossary: the user's terms must be rendered as the user's glossary says.

Flags a source term none of whose translations is in the target, or that should be kept as it is and
is not (major). Must not flag: inflected translations (the term with Indonesian affixes around it),
terms inside longer words. Silent without a glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from align.checks import Finding, Pair, Tools, check
from align.checks.terms import Term


@check
def glossary(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """One finding per term of the glossary that is rendered otherwise."""
    if not pair.source or not pair.target:
        return ()
    target = pair.target.casefold()
    return [finding for term in tools.settings.glossary.terms
            if (finding := _broken(pair.source, target, term)) is not None]


@lru_cache(maxsize=4096)
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)


def _broken(source: str, target: str, term: Term) -> Finding | None:
    match = _pattern(term.source).search(source)
    wanted = term.translations or (term.source,)
    if match is None or any(form.casefold() in target for form in wanted):
        return None
    forms = " / ".join(f"“{form}”" for form in wanted)
    return Finding(
        "mistranslation", "major", 0.95, (match.span(),), (),
        f"The glossary wants {forms} for “{match.group()}”.",
        f"Glosarium menghendaki {forms} untuk “{match.group()}”.")
