"""Small real models, built where a test needs them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", ":", ".", ",", "the", "court",
         "ruled", "bank", "raised", "rates", "pengadilan", "memutuskan", "menaikkan", "bunga",
         *"abcdefghijklmnopqrstuvwxyz0123456789", *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz")]


@pytest.fixture(scope="session")
def bare_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of two narrow layers with random weights: config, tokenizer, safetensors."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("models") / "tiny"
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", "utf-8")
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
    tokenizer.save_pretrained(folder)
    torch.manual_seed(1)
    config = BertConfig(vocab_size=len(WORDS), hidden_size=32, num_hidden_layers=2,
                        num_attention_heads=2, intermediate_size=48, max_position_embeddings=64,
                        initializer_range=0.5)
    BertModel(config).save_pretrained(folder)
    return folder


@pytest.fixture
def model_like(bare_model: Path, tmp_path: Path) -> Callable[..., Path]:
    """Builds a folder with the tiny model and sentence-transformers files around it."""
    import shutil

    def build(name: str = "model", pooling: dict[str, object] | None = None,
              dense: bool = False, **files: object) -> Path:
        folder = tmp_path / name
        shutil.copytree(bare_model, folder)
        modules = [{"path": "", "type": "sentence_transformers.models.Transformer"}]
        if pooling is not None:
            modules.append({"path": "1_Pooling", "type": "sentence_transformers.models.Pooling"})
            _write(folder / "1_Pooling" / "config.json", pooling)
        if dense:
            modules.append({"path": "2_Dense", "type": "sentence_transformers.models.Dense"})
            _write_dense(folder / "2_Dense")
        modules.append({"path": "3_Normalize", "type": "sentence_transformers.models.Normalize"})
        if pooling is not None or dense:
            _write(folder / "modules.json", modules)
        for file, value in files.items():
            _write(folder / f"{file}.json", value)
        return folder

    return build


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value), "utf-8")


def _write_dense(folder: Path) -> None:
    import torch
    from safetensors.torch import save_file

    _write(folder / "config.json", {"in_features": 32, "out_features": 8, "bias": True,
                                    "activation_function": "torch.nn.modules.activation.Tanh"})
    torch.manual_seed(2)
    save_file({"linear.weight": torch.randn(8, 32), "linear.bias": torch.randn(8)},
              folder / "model.safetensors")
