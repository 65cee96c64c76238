"""Models from outside that are damaged, absurd or wicked; and names that lead nowhere."""

import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from align.encoders import load
from align.encoders.transformer import TransformerEncoder
from align.errors import InputError, SelarasError

ROOT = Path(__file__).resolve().parents[2]
Build = Callable[..., Path]


def change_weights(folder: Path, change: Callable[[str, Any], Any]) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "model.safetensors"
    changed = {name: change(name, tensor) for name, tensor in load_file(path).items()}
    save_file({name: tensor.contiguous() for name, tensor in changed.items()
               if tensor is not None}, path, metadata={"format": "pt"})


@pytest.mark.parametrize(("change", "told"), [
    (lambda name, tensor: None if "layer.1.attention" in name else tensor, "lack encoder.layer.1"),
    (lambda name, tensor: tensor * float("nan"), "no numbers"),
    (lambda name, tensor: tensor * 0, "no numbers or all zero"),
    (lambda name, tensor: tensor * 0 if "word_embeddings" in name or "position" in name
     else tensor, "same vector"),
], ids=["tensors missing", "all NaN", "all zero", "deaf to its input"])
def test_weights_that_give_results_from_nothing_are_refused(
        change: Callable[[str, Any], Any], told: str, model_like: Build) -> None:
    folder = model_like()
    change_weights(folder, change)
    with pytest.raises(InputError, match=told):
        TransformerEncoder(str(folder))


@pytest.mark.parametrize(("key", "value"), [
    ("hidden_size", 10**9), ("hidden_size", 4096), ("hidden_size", "32"), ("hidden_size", -1),
    ("num_hidden_layers", 10**6), ("num_hidden_layers", 500), ("num_hidden_layers", 2.0),
    ("vocab_size", 10**12), ("vocab_size", 10**7), ("intermediate_size", 10**18),
    ("num_attention_heads", 0), ("max_position_embeddings", True),
])
def test_absurd_sizes_are_refused_at_once(key: str, value: Any, model_like: Build) -> None:
    folder = model_like()
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {key: value}))
    begun = time.monotonic()
    with pytest.raises(InputError, match=key):
        TransformerEncoder(str(folder))
    assert time.monotonic() - begun < 10


class Wicked:
    """What runs when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.mark,)


def test_nothing_is_unpickled_and_no_code_of_a_model_is_run(model_like: Build,
                                                            tmp_path: Path) -> None:
    folder, mark = model_like(), tmp_path / "it ran"
    (folder / "model.safetensors").unlink()
    for name in ("pytorch_model.bin", "model.pt", "training_args.bin", "1_Pooling.bin"):
        (folder / name).write_bytes(pickle.dumps(Wicked(mark)))
    (folder / "evil.py").write_text(f"import pathlib\npathlib.Path({str(mark)!r}).touch()\n"
                                    "class Model: pass\n")
    for file in ("config.json", "tokenizer_config.json"):
        plain = json.loads((folder / file).read_text())
        mapped = dict.fromkeys(("AutoConfig", "AutoModel", "AutoTokenizer"), "evil.Model")
        (folder / file).write_text(json.dumps(plain | {"auto_map": mapped}))
    with pytest.raises(SelarasError):
        TransformerEncoder(str(folder))
    assert not mark.exists()
    pickle.loads((folder / "pytorch_model.bin").read_bytes())
    assert mark.exists()  # it would have


@pytest.mark.parametrize("name", ["Bundled", "BUNDLED", "bundeld", "bundle"])
def test_a_slip_of_the_pen_is_not_sent_to_the_hub(name: str) -> None:
    with pytest.raises(InputError, match="did you mean 'bundled'"):
        load(name)


def test_a_hub_name_without_network_is_told_in_one_sentence(tmp_path: Path) -> None:
    """The hub is a port here that takes calls and never answers."""
    script = ("import socket, os\n"
              "deaf = socket.create_server(('127.0.0.1', 0))\n"
              "os.environ['HF_ENDPOINT'] = f'http://127.0.0.1:{deaf.getsockname()[1]}'\n"
              "import time; begun = time.monotonic()\n"
              "from align.encoders import load\n"
              "from align.errors import SelarasError\n"
              "try:\n    load('sentence-transformers/LaBSE')\n"
              "except SelarasError as error:\n    print(error)\n"
              "import sys; print('torch' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                          check=False, timeout=60, env=os.environ | {
                              "PYTHONPATH": str(ROOT), "HF_HOME": str(tmp_path)})
    assert done.stderr == ""
    told, torch = done.stdout.splitlines()
    assert "hub does not answer" in told
    assert torch == "False"  # nothing slow was begun before
