"""Which leads are worth opening: those whose headline is likest the rewrite's."""

from __future__ import annotations

import numpy as np

from align.finding.ways import Lead, Search


def nearest(leads: list[Lead], search: Search) -> tuple[Lead, ...]:
    """At most `most` leads, each address once, by the likeness of headlines."""
    once = list({lead.url: lead for lead in leads}.values())
    if not once:
        return ()
    vectors = search.encoder.encode([search.rewrite.title, *(lead.title for lead in once)])
    order = np.argsort(-(vectors[1:] @ vectors[0]), kind="stable")
    return tuple(once[n] for n in order[:search.settings.most])
