import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from align.encoders import Encoder
from align.encoders.transformer import TransformerEncoder
from align.errors import MissingExtraError, SelarasError

TEXTS = ["the court ruled.", "pengadilan memutuskan", "the bank raised rates, the court ruled",
         "bunga"]


def states(folder: Path, text: str):
    """Token states of one text by transformers alone: the tests' own yardstick."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    inputs = AutoTokenizer.from_pretrained(folder)(text, return_tensors="pt")
    with torch.inference_mode():
        return AutoModel.from_pretrained(folder).eval()(**inputs)[0][0].numpy()


def unit(vector):
    return vector / np.linalg.norm(vector)


@pytest.mark.parametrize(("pooling", "by_hand"), [
    pytest.param(None, lambda s: s.mean(0), id="no-files-mean"),
    pytest.param({"pooling_mode_mean_tokens": True}, lambda s: s.mean(0), id="mean"),
    pytest.param({"pooling_mode_cls_token": True}, lambda s: s[0], id="cls"),
    pytest.param({"pooling_mode_max_tokens": True}, lambda s: s.max(0), id="max"),
    pytest.param({"pooling_mode_lasttoken": True}, lambda s: s[-1], id="last"),
    pytest.param({"pooling_mode": "cls"}, lambda s: s[0], id="cls-new-spelling"),
    pytest.param({"pooling_mode_weightedmean_tokens": True},
                 lambda s: (s * np.arange(1, len(s) + 1)[:, None]).sum(0), id="weighted"),
    pytest.param({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True},
                 lambda s: np.concatenate([s[0], s.mean(0)]), id="cls-beside-mean"),
])
def test_pools_as_the_model_says(model_like, pooling, by_hand):
    folder = model_like(pooling=pooling)
    vectors = TransformerEncoder(str(folder)).encode(TEXTS)
    for text, vector in zip(TEXTS, vectors, strict=True):
        assert vector @ unit(by_hand(states(folder, text))) == pytest.approx(1, abs=1e-5)


def test_dense_layer_follows_the_pooling(model_like):
    from safetensors.numpy import load_file

    folder = model_like(pooling={"pooling_mode_cls_token": True}, dense=True)
    encoder = TransformerEncoder(str(folder))
    layer = load_file(folder / "2_Dense" / "model.safetensors")
    expected = np.tanh(layer["linear.weight"] @ states(folder, TEXTS[0])[0] + layer["linear.bias"])
    assert encoder.dimension == 8
    assert encoder.encode(TEXTS[:1])[0] @ unit(expected) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(("name", "config", "prompt"), [
    pytest.param("multilingual-e5-tiny", {}, "query: ", id="e5-by-name"),
    pytest.param("multilingual-e5-tiny-instruct", {}, "", id="e5-instruct-has-none"),
    pytest.param("bge-e50", {}, "", id="not-every-e5"),
    pytest.param("other", {"prompts": {"d": "bank: "}, "default_prompt_name": "d"}, "bank: ",
                 id="default-prompt"),
    pytest.param("other", {"prompts": {"query": "bank: "}, "default_prompt_name": None}, "",
                 id="prompt-for-another-task"),
])
def test_prompt(model_like, name, config, prompt):
    folder = model_like(name, config_sentence_transformers=config)
    vector = TransformerEncoder(str(folder)).encode(["the court ruled"])[0]
    expected = unit(states(folder, prompt + "the court ruled").mean(0))
    assert vector @ expected == pytest.approx(1, abs=1e-5)


def test_prompt_left_out_of_the_pooling(model_like):
    folder = model_like(pooling={"pooling_mode_mean_tokens": True, "include_prompt": False},
                        config_sentence_transformers={"prompts": {"d": "query: "},
                                                      "default_prompt_name": "d"})
    vector = TransformerEncoder(str(folder)).encode(["the court"])[0]
    expected = unit(states(folder, "query: the court")[3:].mean(0))  # [CLS] query : the court [SEP]
    assert vector @ expected == pytest.approx(1, abs=1e-5)


def test_long_text_is_cut_at_the_models_limit(model_like):
    folder = model_like(pooling={"pooling_mode_mean_tokens": True},
                        sentence_bert_config={"max_seq_length": 6})
    encoder = TransformerEncoder(str(folder))
    short, long = encoder.encode(["the court ruled the", "the court ruled the bank " * 500])
    assert short @ long == pytest.approx(1, abs=1e-6)


def test_same_vectors_alone_and_in_company(model_like):
    encoder = TransformerEncoder(str(model_like()))
    together = encoder.encode(TEXTS)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=1e-5)
    np.testing.assert_allclose(encoder.encode(TEXTS[::-1])[::-1], together, atol=1e-5)


def test_bfloat16_is_near_and_says_so(model_like):
    folder = str(model_like())
    full, half = TransformerEncoder(folder), TransformerEncoder(folder, "bfloat16")
    likeness = (full.encode(TEXTS) * half.encode(TEXTS)).sum(1)
    assert half.encode(TEXTS).dtype == np.float32
    assert likeness.min() > 0.99
    assert full.signature != half.signature


def test_signature_follows_weights_and_recipe(model_like):
    plain = model_like("a")
    assert TransformerEncoder(str(plain)).signature == TransformerEncoder(str(plain)).signature
    assert " " not in TransformerEncoder(str(plain)).signature
    pooled = model_like("b", pooling={"pooling_mode_cls_token": True})
    first, second = (TransformerEncoder(str(f)).signature for f in (plain, pooled))
    assert first.partition("@")[2] != second.partition("@")[2]


def test_odd_texts(model_like):
    encoder = TransformerEncoder(str(model_like()))
    assert isinstance(encoder, Encoder)
    vectors = encoder.encode(["", " \n", "a\0b", "\ud800", "😀", "a" * 100_000])
    assert not vectors[:2].any()
    np.testing.assert_allclose(np.linalg.norm(vectors[2:], axis=1), 1, atol=1e-5)
    assert encoder.encode([]).shape == (0, 32)
    assert encoder.encode_windows([], 3).shape == (3, 0, 32)


@pytest.mark.parametrize(("file", "content"), [
    pytest.param("modules.json", "{", id="modules-not-json"),
    pytest.param("modules.json", "{}", id="modules-not-a-list"),
    pytest.param("modules.json", '[{"type": "a.WordWeights", "path": "x"}]', id="unknown-module"),
    pytest.param("1_Pooling/config.json", '{"pooling_mode": "attention"}', id="unknown-pooling"),
    pytest.param("config.json", '{"model_type": "no-such-model"}', id="unknown-model-type"),
    pytest.param("config.json", "not json", id="config-not-json"),
    pytest.param("model.safetensors", "cut", id="weights-cut-short"),
])
def test_broken_model_is_one_sentence(model_like, file, content):
    folder = model_like(pooling={"pooling_mode_mean_tokens": True})
    (folder / file).write_text(content)
    with pytest.raises(SelarasError) as caught:
        TransformerEncoder(str(folder))
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_pickled_weights_are_not_read(model_like):
    folder = model_like()
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(SelarasError, match="safetensors"):
        TransformerEncoder(str(folder))


OFFLINE = """
from align.encoders import load
from align.errors import SelarasError
for name in ["no/such-model", "not a name", "/no/such/folder", "a/b/c", "-"]:
    try:
        load(name)
    except SelarasError as error:
        print(type(error).__name__, error)
"""


def test_unknown_names_offline():
    ran = subprocess.run([sys.executable, "-c", OFFLINE], text=True, capture_output=True,
                         env={"HF_HUB_OFFLINE": "1", "PATH": ""})
    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.splitlines()
    assert len(lines) == 5
    assert all(line.startswith("SelarasError The encoder") for line in lines)


def test_missing_torch_names_the_extra(monkeypatch, model_like):
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingExtraError, match=r'pip install "selaras\[models\]"'):
        TransformerEncoder("any")


def test_unknown_dtype():
    with pytest.raises(SelarasError, match="bfloat16"):
        TransformerEncoder("any", "float8")


def test_folder_below(model_like, tmp_path):
    """The older layout keeps the transformer in a folder of its own."""
    whole = tmp_path / "older"
    whole.mkdir()
    model_like().rename(whole / "0_Transformer")
    (whole / "modules.json").write_text(json.dumps(
        [{"path": "0_Transformer", "type": "sentence_transformers.models.Transformer"}]))
    assert TransformerEncoder(str(whole)).dimension == 32
