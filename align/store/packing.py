"""How articles, words and vectors lie in the store's cells."""

from __future__ import annotations

import hashlib
import json
import zlib

import numpy as np
import numpy.typing as npt

from align.encoders import Vectors
from align.model import Article
from align.serial import from_json, to_json

Bytes = npt.NDArray[np.int8]



def fingerprint(article: Article) -> str:
    """SHA-256 of the cleaned text: the same story read twice is one article."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def where(article: Article) -> str:
    """The path or URL an article came from."""
    return str(article.provenance.get("source") or article.url)


def plain(text: str) -> str:
    """A text SQLite can hold: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def pack(article: Article) -> bytes:
    return zlib.compress(json.dumps(to_json(article)).encode("ascii"), 1)


def unpack(body: bytes) -> Article:
    return from_json(Article, json.loads(zlib.decompress(body)))


def unit(vectors: npt.NDArray[np.generic]) -> Vectors:
    """Rows scaled to length 1; a row of zeros stays."""
    rows = vectors.astype(np.float32)
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


def lead_mean(opening: Vectors) -> Vectors:
    """Weighted mean (d,) of the vectors (n, d) of an opening, not scaled.

    Sentence k, from 0, weighs 1 / (1 + k / 3): the further down, the oftener a rewriter moved it
    or left it out.
    """
    weights = 1.0 / (1.0 + np.arange(len(opening), dtype=np.float32) / 3.0)
    return np.asarray(weights @ opening / weights.sum(), dtype=np.float32)


def to_bytes(vectors: Vectors) -> Bytes:
    """Vectors (n, d) as signed bytes, each row scaled so that its largest component is 127."""
    largest = np.abs(vectors).max(axis=-1, keepdims=True, initial=1e-9)
    scaled: Bytes = np.rint(vectors * (127.0 / largest)).astype(np.int8)
    return scaled


def from_bytes(cell: bytes, dimension: int) -> Bytes:
    """Bytes of `to_bytes`, shape (n, d); lengths are arbitrary until `unit` is applied."""
    return np.frombuffer(cell, np.int8).reshape(-1, dimension)
