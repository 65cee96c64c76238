"""Any sentence encoder of the hub or of a local folder, through transformers and torch."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from align.encoders import Vectors
from align.encoders.cores import cores
from align.encoders.modelfiles import finder, fingerprint, unreachable
from align.encoders.pooling import Head, load_head
from align.encoders.reach import hub_answers
from align.encoders.recipe import Recipe, read_recipe
from align.encoders.soundness import demand_all_tensors, demand_sizes, demand_vectors
from align.encoders.windows import mean_windows, unit
from align.errors import InputError, MissingExtraError, SelarasError

DTYPES = ("float32", "bfloat16")

_BATCH = 4096  # tokens, padding included, that go through the model together
_BLOCK = 2048  # texts sorted by length together: bounds the memory
_OFFSET_MODELS = {"roberta", "xlm-roberta", "xlm-roberta-xl", "camembert"}  # positions start at 2


class TransformerEncoder:
    """An `Encoder` over `transformers.AutoModel`, pooled as the model's own files say.

    Weights are read from safetensors only, and no code that comes with a model is run.

    Args:
        name: the model's name on the hub, or a folder.
        dtype: "float32" or "bfloat16", what the model computes in; vectors are float32 always.

    Raises:
        MissingExtraError: torch or transformers is not installed.
        SelarasError: the model cannot be reached or read.
    """

    def __init__(self, name: str, dtype: str = "float32") -> None:
        if dtype not in DTYPES:
            raise InputError(f"There is no dtype '{dtype}' for encoders; use 'float32' or "
                             "'bfloat16'.")
        _demand_torch()
        find = finder(name)
        self._recipe = read_recipe(name, find)
        below = f"{self._recipe.folder}/" if self._recipe.folder else ""
        demand_sizes(name, find(f"{below}config.json"), _single_weights(name, below))
        self._torch = _import_torch()
        self._tokenizer, self._model = _load(name, self._recipe, getattr(self._torch, dtype))
        self._device = "cuda" if self._torch.cuda.is_available() else "cpu"
        self._model.to(self._device)
        self._limit = _limit(self._recipe, self._tokenizer, self._model.config)
        self._head: Head = load_head(self._recipe, self._prompt_tokens(), self._device)
        self.signature = _signature(name, self._recipe, self._model.config, dtype)
        demand_vectors(name, self._encode_block)
        self.dimension: int = self._encode_block(["a"]).shape[1]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape (len(texts), d), float32; blank texts have all zeros.

        Texts longer than the model's limit are cut there, as its own library does.
        """
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        spoken = [i for i, text in enumerate(texts) if text.strip()]
        for start in range(0, len(spoken), _BLOCK):
            block = spoken[start:start + _BLOCK]
            vectors[block] = self._encode_block([texts[i] for i in block])
        return vectors

    def encode_windows(self, texts: Sequence[str], size: int) -> Vectors:
        """Vectors of runs of 1 to `size` texts as length-weighed means; see `mean_windows`."""
        return mean_windows(self.encode(texts), texts, size)

    def _encode_block(self, texts: Sequence[str]) -> Vectors:
        torch = self._torch
        if torch.get_num_threads() > cores():
            torch.set_num_threads(cores())
        ids = self._tokens([self._recipe.prompt + text for text in texts])
        found: list[tuple[list[int], Any]] = []
        with torch.inference_mode():
            for batch in _batches([len(row) for row in ids]):
                inputs = self._tokenizer.pad({"input_ids": [ids[i] for i in batch]},
                                             return_tensors="pt").to(self._device)
                states = self._model(**inputs)[0].float()
                pooled = self._head(states, inputs["attention_mask"])
                found.append((batch, pooled.cpu().numpy()))
        vectors = np.zeros((len(texts), found[0][1].shape[1]), dtype=np.float32)
        for batch, pooled in found:
            vectors[batch] = pooled
        if not np.isfinite(vectors).all():
            raise InputError("The encoder gives vectors that are no numbers; its weights are "
                             "damaged: fetch the model anew, or use float32.")
        return unit(vectors)

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        if self._recipe.lower:
            clean = [text.lower() for text in clean]
        rows: list[list[int]] = self._tokenizer(clean, truncation=True,
                                                max_length=self._limit)["input_ids"]
        return rows

    def _prompt_tokens(self) -> int:
        """Tokens at the front that pooling leaves out: the prompt's, where the model says so."""
        if self._recipe.pool_prompt or not self._recipe.prompt:
            return 0
        return len(self._tokens([self._recipe.prompt])[0]) - 1  # without the end marker


_NEEDS = ("Encoders other than 'bundled' need torch and transformers; install them with "
          "'pip install \"selaras[models]\"'.")


def _demand_torch() -> None:
    """Whether it is there: seconds before it is imported."""
    for package in ("torch", "transformers"):
        try:
            found = sys.modules[package] if package in sys.modules else find_spec(package)
        except (ImportError, ValueError):
            found = None
        if found is None:
            raise MissingExtraError(_NEEDS)


def _import_torch() -> Any:
    try:
        import torch
        import transformers  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(_NEEDS) from error
    return torch


def _single_weights(name: str, below: str) -> Path | None:
    """The weights of a folder if they lie in one file; those of the hub are not fetched for this.
    """
    path = Path(name).expanduser() / below / "model.safetensors"
    return path if path.is_file() else None


def _load(name: str, recipe: Recipe, dtype: Any) -> tuple[Any, Any]:
    from transformers import AutoModel, AutoTokenizer

    folder = Path(name).expanduser()
    where = str(folder / recipe.folder) if folder.is_dir() else name
    below: dict[str, Any] = {}
    if not folder.is_dir():
        below = {"local_files_only": not hub_answers()}
        below |= {"subfolder": recipe.folder} if recipe.folder else {}
    try:
        with _quiet():
            tokenizer = AutoTokenizer.from_pretrained(where, trust_remote_code=False, **below)
            model, told = AutoModel.from_pretrained(
                where, trust_remote_code=False, use_safetensors=True, output_loading_info=True,
                **below)
    except (MemoryError, SelarasError):
        raise
    except Exception as error:  # what the libraries make of broken files is beyond listing
        raise unreachable(name, error) from error
    demand_all_tensors(name, sorted(told["missing_keys"]))
    return tokenizer, model.to(dtype).eval()


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's progress bars and notes, which are not for a reader of articles."""
    import transformers

    logging: Any = transformers.utils.logging
    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()


def _limit(recipe: Recipe, tokenizer: Any, config: Any) -> int:
    """The longest input in tokens, markers included: the least of what all parties allow."""
    positions = getattr(config, "max_position_embeddings", None) or 512
    if config.model_type in _OFFSET_MODELS:
        positions -= (config.pad_token_id or 0) + 1
    return int(min(positions, tokenizer.model_max_length, recipe.max_length or positions))


def _signature(name: str, recipe: Recipe, config: Any, dtype: str) -> str:
    """The model's last name and a digest of what else decides its vectors."""
    folder = Path(name).expanduser()
    if folder.is_dir():
        kinds = {".safetensors", ".json", ".txt", ".model"}
        found = sorted(path for path in folder.rglob("*") if path.suffix in kinds)
        state, last = fingerprint(found), folder.resolve().name
    else:
        state, last = str(config._commit_hash), name.rpartition("/")[2]
    settled = f"{state} {recipe.poolings} {recipe.prompt!r} {recipe.max_length} {dtype}"
    digest = hashlib.sha256(settled.encode()).hexdigest()[:12]
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', last)}@{digest}-{dtype}"


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of texts of like length together, longest first, so that little is padded."""
    batch: list[int] = []
    width = 0
    for index in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if batch and (len(batch) + 1) * width > _BATCH:
            yield batch
            batch = []
        if not batch:
            width = lengths[index]
        batch.append(index)
    if batch:
        yield batch
