"""From a rewrite alone to its original: the ways in their order, until one has a likely article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from align.encoders import Encoder
from align.errors import SelarasError
from align.finding import ENOUGH
from align.finding.openings import STORED, encode, opening
from align.finding.ranking import rank
from align.finding.ways import ClosedError, Search, WaySettings, look, ways
from align.model import Article
from align.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """How one way ended: "found", "nothing", "closed" or the outcome of a failed fetch."""

    way: str
    outcome: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Discovery:
    """Likely originals, best first (versions of one story among them), and every step taken."""

    articles: tuple[Article, ...] = ()
    steps: tuple[Step, ...] = field(default=())

    def explanation(self) -> str:
        """One paragraph: where was looked, how it ended, and what to do."""
        told = "; ".join(f"{step.way}: {(step.message or step.outcome).rstrip('.')}"
                         for step in self.steps)
        if self.articles:
            return f"The original was found ({told})."
        return (f"The original was not found ({told}). Save its page in a browser, or its text as "
                "a file, and name it with --original; or put articles into the store with "
                "'selaras store add'.")


def discover(rewrite: Article, settings: WaySettings, encoder: Encoder, *,
             only: Iterable[str] | None = None,
             progress: Callable[[str], None] | None = None) -> Discovery:
    """Look for the original of a rewrite.

    Args:
        only: names of ways to try; all of them without it.
        progress: told the name of each way before it is tried.
    """
    search = Search(rewrite, settings, encoder)
    steps: list[Step] = []
    seen: dict[str, Article] = {}
    for name in ways() if only is None else only:
        if progress is not None:
            progress(f"looking: {name}")
        try:
            looked = look(name, search)
        except ClosedError as error:
            steps.append(Step(name, "closed", str(error)))
            continue
        except SelarasError as error:
            steps.append(Step(name, getattr(error, "outcome", "failed"), str(error)))
            continue
        search = replace(search, leads=search.leads + looked.leads)
        seen |= {article.text: article for article in looked.articles}
        likely = _likely(search, list(seen.values()))
        steps.append(Step(name, "found" if likely else "nothing", _said(looked.articles, likely)))
        if likely:
            return Discovery(likely, tuple(steps))
    return Discovery((), tuple(steps))


def _likely(search: Search, articles: list[Article]) -> tuple[Article, ...]:
    """The articles that are likely enough to be the original, best first."""
    if not articles:
        return ()
    with Store() as store:
        vectors = encode([opening(article, STORED) for article in articles], search.encoder)
        store.add(articles, vectors, encoder=search.encoder.signature)
        ranked = rank(search.rewrite, store, search.encoder)
        return tuple(store.article(one.id) for one in ranked if one.score >= ENOUGH)


def _said(articles: tuple[Article, ...], likely: tuple[Article, ...]) -> str:
    if likely:
        return f"{likely[0].title!r}"
    return f"{len(articles)} read, none likely" if articles else "nothing found"
