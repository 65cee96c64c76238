"""Any encoder of a local folder aligns by the same code, with the parameters that ship."""

from align.aligner import align
from align.encoders import load


def test_a_transformer_of_a_folder_aligns(model_like):
    encoder = load(str(model_like(pooling={"pooling_mode_mean_tokens": True})), cache=False)
    # The tiny model knows no translation, so both sides are one language here.
    source = ["the harbour", "a cat", "ships and the sea", "the cat sat", "rain"]
    target = [source[0], source[1], source[3], source[4]]
    assert {(bead.source, bead.target) for bead in align(source, target, encoder).beads} == {
        ((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,))}
