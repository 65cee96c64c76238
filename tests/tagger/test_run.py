"""What the shipped tagger says of a pair."""

import numpy as np
import pytest

from align.tagger.run import ready

SOURCE, TARGET = "The mayor opened the bridge.", "Jembatan itu dibuka wali kota."


@pytest.mark.parametrize(("word", "rendering"), [
    ("mayor", "wali kota"), ("opened", "dibuka"), ("bridge", "Jembatan")])
def test_pieces_that_translate_each_other_are_most_alike(word: str, rendering: str) -> None:
    tagger = ready()
    assert tagger is not None
    tagged = tagger.tag([(SOURCE, TARGET)])[0]
    likeness = tagged.likeness
    assert likeness is not None
    assert likeness.shape == (len(tagged.source), len(tagged.target))
    assert np.abs(likeness).max() <= 1.001
    start = SOURCE.index(word)
    inside = [at for at, piece in enumerate(tagged.source)
              if start <= piece.start < piece.end <= start + len(word)]
    nearest = tagged.target[int(likeness[inside].max(axis=0).argmax())]
    assert TARGET.index(rendering) <= nearest.start < TARGET.index(rendering) + len(rendering)
