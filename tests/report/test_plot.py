"""The dot-plot is sound XML, draws every bead, and stays small."""

import base64
import xml.etree.ElementTree as ET
import zlib
from dataclasses import replace

import numpy as np
import pytest

from align.errors import InputError
from align.model import Article, Bead, Review, Sentence
from align.report import dotplot, similarity
from align.report.plot import PIXELS
from align.report.png import ink

SVG = "{http://www.w3.org/2000/svg}"


def long_review(length: int) -> Review:
    article = Article(sentences=tuple(Sentence("x", 1, 0, 1) for _ in range(length)))
    beads = tuple(Bead((i,), (i,)) for i in range(length))
    return Review("", article, article, beads, ())


def paths(svg: str) -> dict[str, str]:
    return {p.attrib["class"]: p.attrib["d"] for p in ET.fromstring(svg).iter(f"{SVG}path")}


def test_each_kind_of_bead_is_drawn_where_it_stands(review):
    drawn = paths(dotplot(review))
    assert drawn["match"].startswith("M0.2 0.2h0.6v0.6H0.2zM2.2 1.2h1.6v0.6H2.2z")
    assert drawn["moved"] == "M1.2 8.2h0.6v0.6H1.2z"
    assert drawn["omission"].count("M") == drawn["addition"].count("M") == 1


def test_a_bead_in_pieces_is_drawn_in_pieces() -> None:
    pieces = replace(long_review(4), beads=(Bead((0, 2, 3), (1,)), Bead((1,), (0,)),
                                            Bead((), (2,)), Bead((), (3,))))
    assert paths(dotplot(pieces))["match"].startswith(
        "M1.2 0.2h0.6v0.6H1.2zM1.2 2.2h0.6v1.6H1.2z")


def test_kinds_that_do_not_occur_are_not_drawn():
    assert set(paths(dotplot(long_review(3)))) == {"match", "path"}


def test_the_path_goes_through_the_middles():
    assert paths(dotplot(long_review(3)))["path"] == "M0.5 0.5L1.5 1.5L2.5 2.5"


def test_the_ground_is_the_similarity(review):
    shape = (len(review.original.sentences), len(review.rewrite.sentences))
    image = next(ET.fromstring(dotplot(review, np.eye(*shape))).iter(f"{SVG}image"))
    assert image.attrib["href"].startswith("data:image/png;base64,iVBOR")


def test_the_similarity_is_that_of_every_sentence_with_every_other(review):
    class Letters:
        signature, dimension = "letters", 26

        def encode(self, texts):
            rows = [[text.lower().count(chr(97 + i)) for i in range(26)] for text in texts]
            vectors = np.array(rows, np.float32).reshape(-1, 26)
            return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

        def encode_windows(self, texts, size):
            return np.stack([self.encode(texts)] * size)

    matrix = similarity(review, Letters())
    assert matrix.shape == (len(review.original.sentences), len(review.rewrite.sentences))
    dotplot(review, matrix)


@pytest.mark.parametrize("strange", [np.nan, np.inf, 0.0, 1e300], ids=str)
def test_any_values_can_be_drawn(review, strange):
    shape = (len(review.original.sentences), len(review.rewrite.sentences))
    ET.fromstring(dotplot(review, np.full(shape, strange)))


def test_a_matrix_of_another_shape_is_refused(review):
    with pytest.raises(InputError, match="one row per sentence"):
        dotplot(review, np.zeros((2, 3)))


def test_an_empty_review_can_be_drawn():
    empty = replace(long_review(0))
    ET.fromstring(dotplot(empty, np.zeros((0, 0))))


def test_a_long_text_is_sampled_down():
    svg = dotplot(long_review(1000), np.random.default_rng(1).random((1000, 1000)))
    assert len(svg) < 200_000
    image = next(ET.fromstring(svg).iter(f"{SVG}image")).attrib["href"]
    assert _size(base64.b64decode(image.partition(",")[2])) == (PIXELS, PIXELS)


def test_ink_is_a_sound_png():
    picture = np.array([[0, 128, 255], [7, 8, 9]], np.uint8)
    data = ink(picture)
    assert _size(data) == (3, 2)
    start = data.index(b"IDAT") + 4
    lines = zlib.decompress(data[start:data.index(b"IEND") - 8])
    assert lines == b"\0\0\0\0\x80\0\xff" + b"\0\0\7\0\x08\0\x09"


def _size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])
