"""How a model's token states become a vector, read from its own sentence-transformers files.

`modules.json` names the steps, `1_Pooling/config.json` the pooling, `sentence_bert_config.json`
the longest input, `config_sentence_transformers.json` the prompts. A model without them is
pooled by the mean, as sentence-transformers does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import InputError

Find = Callable[[str], Path | None]  # a file of the model by its relative name, None if it has none

# In the order in which sentence-transformers lays several poolings side by side.
_POOLINGS = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len_tokens",
    "pooling_mode_weightedmean_tokens": "weightedmean",
    "pooling_mode_lasttoken": "lasttoken",
}
_ACTIVATIONS = {"Identity", "Tanh", "ReLU", "GELU", "Sigmoid"}

# E5 was trained with a prefix on every text and its files do not say so; its authors prescribe
# "query: " on both sides where both are alike. The instruct models take plain text there.
_E5 = re.compile(r"(^|[-_/])e5(?=$|[-_.])(?!.*instruct)", re.IGNORECASE)
_E5_PROMPT = "query: "
_LIKENESS_PROMPTS = ("BitextMining", "STS")  # what models with prompts per task call ours


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer after pooling: the file with its weights, the name of its activation."""

    weights: Path
    activation: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """What happens around the transformer itself."""

    poolings: tuple[str, ...] = ("mean",)
    dense: tuple[Dense, ...] = ()
    prompt: str = ""
    pool_prompt: bool = True  # whether the prompt's own tokens enter the pooling
    lower: bool = False
    max_length: int | None = None  # tokens, markers included; None: what model and tokenizer allow
    folder: str = ""  # where the transformer's files stand, below the model's


def read_recipe(name: str, find: Find) -> Recipe:
    """The recipe of the model `name`, whose files `find` finds.

    Raises:
        InputError: a file is not what sentence-transformers writes, or asks for a step unknown
            here.
    """
    folder, pooling, dense = "", {}, []
    for module in _read(find("modules.json"), name, list):
        kind, path = str(module.get("type", "")).rpartition(".")[2], str(module.get("path", ""))
        if kind == "Transformer":
            folder = path
        elif kind == "Pooling":
            pooling = _read(find(f"{path}/config.json"), name, dict)
        elif kind == "Dense":
            dense.append(_dense(name, path, find))
        elif kind != "Normalize":  # every vector is brought to length 1 anyway
            raise InputError(f"The encoder '{name}' has a module '{kind}' that Selaras cannot run; "
                             "name another model.")
    below = f"{folder}/" if folder else ""
    limits = _read(find(f"{below}sentence_bert_config.json"), name, dict)
    length = limits.get("max_seq_length")
    return Recipe(
        poolings=_poolings(name, pooling),
        dense=tuple(dense),
        prompt=_prompt(name, _read(find("config_sentence_transformers.json"), name, dict)),
        pool_prompt=bool(pooling.get("include_prompt", True)),
        lower=bool(limits.get("do_lower_case", False)),
        max_length=length if isinstance(length, int) and length > 2 else None,
        folder=folder,
    )


def _read(path: Path | None, name: str, kind: Callable[[], Any]) -> Any:
    """The JSON value in a file, which must be of this kind; an empty one if there is no file."""
    if path is None:
        return kind()
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"The encoder '{name}' has a broken {path.name} ({error}); "
                         "fetch the model anew.") from error
    sound = isinstance(value, type(kind()))
    if not sound or (kind is list and not all(isinstance(item, dict) for item in value)):
        raise InputError(f"The encoder '{name}' has a {path.name} of an unknown shape; "
                         "fetch the model anew.")
    return value


def _poolings(name: str, config: dict[str, Any]) -> tuple[str, ...]:
    """From either spelling: one flag per mode, or a `pooling_mode` that names them."""
    named = config.get("pooling_mode")
    if named:
        chosen = tuple(named.split("+")) if isinstance(named, str) else tuple(map(str, named))
    else:
        chosen = tuple(mode for flag, mode in _POOLINGS.items() if config.get(flag))
    unknown = [mode for mode in chosen if mode not in _POOLINGS.values()]
    if unknown:
        raise InputError(f"The encoder '{name}' pools by '{unknown[0]}', which Selaras cannot; "
                         "name another model.")
    return chosen or ("mean",)


def _dense(name: str, path: str, find: Find) -> Dense:
    config = _read(find(f"{path}/config.json"), name, dict)
    activation = str(config.get("activation_function", "Tanh")).rpartition(".")[2]
    weights = find(f"{path}/model.safetensors")
    if weights is None or activation not in _ACTIVATIONS:
        raise InputError(f"The encoder '{name}' has a dense layer without model.safetensors or "
                         f"with an unknown activation ({activation}); name another model.")
    return Dense(weights, activation)


def _prompt(name: str, config: dict[str, Any]) -> str:
    prompts = config.get("prompts")
    prompts = prompts if isinstance(prompts, dict) else {}
    for key in (config.get("default_prompt_name"), *_LIKENESS_PROMPTS):
        if key in prompts:
            return str(prompts[key])
    return _E5_PROMPT if _E5.search(name.rstrip("/").rpartition("/")[2]) else ""
