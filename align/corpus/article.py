"""One article of a corpus: the same function whoever calls it, on this machine or another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any, Literal

from align.corpus.manifest import Entry
from align.corpus.place import Place, place
from align.encoders import Encoder
from align.errors import InputError, OutputError, SchemaError, SelarasError
from align.model import Article, Review
from align.pipeline import Settings, check, load
from align.serial import dumps, loads

Status = Literal["done", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every entry.

    `where` is a folder or an fsspec URL, `store` the file that `store:7` means; "" is the user's.
    `retry` tries again what failed.
    """

    where: str
    settings: Settings
    encoder: str = "bundled"
    store: str = ""
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What became of an entry. `entry` is its fingerprint; counts are of a done one's review."""

    number: int
    document: str
    status: Status
    reason: str = ""
    rewrite: str = ""
    original: str = ""
    beads: int = 0
    flags: int = 0
    critical: int = 0
    major: int = 0
    coverage: float = 0.0
    entry: str = ""

    def line(self) -> str:
        """As a line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=True) + "\n"


def review_file(name: str) -> str:
    return f"reviews/{name}/review.json"


def failed_file(name: str) -> str:
    return f"failed/{name}.json"


class Desk:
    """Where a worker checks articles: its models are loaded once, at the first article."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._place: Place = place(job.where)

    @cached_property
    def _encoder(self) -> Encoder:
        from align.encoders import load as load_encoder

        return load_encoder(self._job.encoder)

    def settle(self, entry: Entry) -> Record:
        """Check an entry and keep its review, or why it has none; an entry settled before stays.

        Raises:
            OutputError: what was found cannot be kept.
        """
        known = self.known(entry)
        if known is not None and not (self._job.retry and known.status == "failed"):
            return known
        try:
            review = self._checked(entry)
        except OutputError:
            raise
        except SelarasError as error:
            return self.fail(entry, str(error))
        except MemoryError:
            return self.fail(entry, "This pair needs more memory than there is.")
        except Exception as error:  # one article, whatever is wrong with it, never stops a corpus
            return self.fail(entry, f"This is a fault of Selaras ({type(error).__name__}: "
                                       f"{' '.join(str(error).split())[:300]}); please report it.")
        self._place.write(review_file(entry.name),
                          dumps(review).encode("utf-8", "backslashreplace"))
        self._place.remove(failed_file(entry.name))
        return _done(entry, review)

    def known(self, entry: Entry) -> Record | None:
        """The record of an entry that is settled already, as it is asked for now."""
        review = self.review(entry)
        if review is not None:
            return _done(entry, review)
        raw = self._place.read(failed_file(entry.name))
        if raw is None:
            return None
        record = Record(**json.loads(raw))
        return replace(record, number=entry.number) if record.entry == entry.fingerprint else None

    def review(self, entry: Entry) -> Review | None:
        """The review of an entry, if there is one and it is of what the entry asks for now."""
        raw = self._place.read(review_file(entry.name))
        if raw is None:
            return None
        try:
            review = loads(Review, raw.decode("utf-8"))
        except (SchemaError, UnicodeDecodeError):
            return None
        return review if review.summary.get("entry") == entry.fingerprint else None

    def _checked(self, entry: Entry) -> Review:
        if entry.problem:
            raise InputError(entry.problem)
        rewrite = self._article(entry, entry.rewrite)
        originals = [self._article(entry, each) for each in entry.originals]
        review = check(rewrite, originals or None, encoder=self._encoder,
                       settings=self._job.settings)
        return replace(review, summary={**review.summary, "document": entry.name,
                                        "story": entry.story, "entry": entry.fingerprint})

    def _article(self, entry: Entry, source: str) -> Article:
        kind, _, identity = source.partition(":")
        if kind == "store":
            article = self._stored(identity)
        else:
            article = load(entry.where(source))
            # As the manifest has it: the same on every machine.
            article = replace(article, provenance={**article.provenance, "source": source})
        if entry.licence and not article.provenance.get("licence"):
            article = replace(article,
                              provenance={**article.provenance, "licence": entry.licence})
        return load(article)

    def _stored(self, identity: str) -> Article:
        from pathlib import Path

        from align.store import Store, default_path

        if not identity.isdecimal():
            raise InputError(f"store:{identity} is no article of a store; write it as store:7.")
        path = Path(self._job.store) if self._job.store else default_path()
        if not path.exists():
            raise InputError(f"There is no store at {path}; name one with --store.")
        with Store(path) as store:
            article = store.article(int(identity))
            licence = store.record(int(identity)).licence
        kept = {"licence": licence} if licence else {}
        return replace(article, provenance={**article.provenance, **kept})

    def fail(self, entry: Entry, reason: str) -> Record:
        """Keep why an entry has no review."""
        record = failed(entry, reason)
        self._place.write(failed_file(entry.name), record.line().encode("ascii"))
        self._place.remove(review_file(entry.name))  # of what the entry asked for before
        return record


def failed(entry: Entry, reason: str) -> Record:
    """The record of an entry that could not be checked."""
    return Record(entry.number, entry.name, "failed", " ".join(reason.split()), entry.rewrite,
                  _listed(entry.originals), entry=entry.fingerprint)


def _done(entry: Entry, review: Review) -> Record:
    summary: dict[str, Any] = dict(review.summary)
    original = _listed(entry.originals) or str(
        review.original.provenance.get("source", "") or review.original.url)
    return Record(entry.number, entry.name, "done", "", entry.rewrite, original,
                  len(review.beads), len(review.flags), int(summary.get("critical", 0)),
                  int(summary.get("major", 0)), float(summary.get("coverage", 0.0)),
                  entry.fingerprint)


def _listed(sources: Sequence[str]) -> str:
    return " | ".join(sources)
